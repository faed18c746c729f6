import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** The text of one template, by its name; `file` is where it came from, for errors. */
export interface Source {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/** The templates of one folder, in order of name; none when there is no such folder. */
export const sourcesIn = (folder: string): readonly Source[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((file) => file.endsWith(".hbs"))
    .toSorted()
    .map((file) => ({
      name: basename(file, ".hbs"),
      file,
      text: readFileSync(join(folder, file), "utf8"),
    }));

/** The product's own, with those of the same name replaced by the commune's. */
export const withOwn = (product: readonly Source[], own: readonly Source[]): readonly Source[] => {
  const names = new Set(own.map(({ name }) => name));
  return [...product.filter(({ name }) => !names.has(name)), ...own];
};
