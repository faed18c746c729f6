import { mkdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** A reference as a file name: letters, figures, points and hyphens; `01/2026` → `01-2026`. */
export const fileNameOf = (reference: string): string => {
  const name = reference
    .normalize("NFC")
    .replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, "-")
    .replaceAll(/^[-.]+|[-.]+$/g, "")
    .slice(0, 80);
  return name === "" ? "tender" : name;
};

/** Names already given in this run: two tenders of one reference get two files. */
export type Taken = Map<string, number>;

/** A path that ends in `/`, or a folder, gets one file per tender, named after its reference. */
export const reportPath = (target: string, reference: string, taken: Taken): string => {
  if (!target.endsWith("/") && !isFolder(target)) return target;
  const name = fileNameOf(reference);
  const count = (taken.get(name) ?? 0) + 1;
  taken.set(name, count);
  return join(target, count === 1 ? `${name}.pdf` : `${name}-${count}.pdf`);
};

/** Written beside and renamed: a reader never sees half a report. */
export const writeFile = (path: string, bytes: Uint8Array): void => {
  mkdirSync(dirname(path), { recursive: true });
  const half = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  writeFileSync(half, bytes);
  renameSync(half, path);
};
