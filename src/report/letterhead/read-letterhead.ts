import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { DomainError } from "../../domain/errors.ts";
import { sourcesIn, type Source } from "../templates/template-sources.ts";
import { type Logo, readLogo } from "./logo.ts";

/**
 * What a commune puts in the place of the product's own: templates and partials of the same names, above all
 * `partials/letterhead.hbs`, and a logo. Plain data, read once, so that it can be handed to a worker thread.
 */
export interface Letterhead {
  readonly folder: string;
  readonly pages: readonly Source[];
  readonly partials: readonly Source[];
  readonly logo: Logo | null;
  /** SHA-256 of all of it, in hexadecimal. */
  readonly sha256: string;
}

const LOGOS = ["logo.png", "logo.jpg", "logo.jpeg"];

const invalid = (file: string, problem: string): DomainError =>
  new DomainError("LETTERHEAD_INVALID", { file, problem });

const logoIn = (folder: string): Logo | null => {
  const path = LOGOS.map((name) => join(folder, name)).find((each) => existsSync(each));
  if (path === undefined) return null;
  try {
    return readLogo(readFileSync(path));
  } catch (error) {
    throw invalid(path, error instanceof Error ? error.message : String(error));
  }
};

const hashOf = (sources: readonly Source[], logo: Logo | null): string => {
  const hash = createHash("sha256");
  for (const { file, text } of sources) hash.update(JSON.stringify([basename(file), text]));
  return hash.update(logo?.bytes ?? "").digest("hex");
};

/**
 * Reads the folder of a commune.
 * @throws DomainError LETTERHEAD_INVALID naming the file and what is wrong with it
 */
export const readLetterhead = (folder: string): Letterhead => {
  if (!existsSync(folder)) throw invalid(folder, "is not there");
  const [pages, partials] = [sourcesIn(folder), sourcesIn(join(folder, "partials"))];
  const logo = logoIn(folder);
  if (pages.length + partials.length === 0)
    throw invalid(folder, "holds no template: expected partials/letterhead.hbs");
  return { folder, pages, partials, logo, sha256: hashOf([...pages, ...partials], logo) };
};
