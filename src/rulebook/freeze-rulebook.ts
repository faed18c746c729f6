import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { DomainError } from "../domain/errors.ts";
import type { Rulebook } from "../domain/rulebook.ts";
import { loadRulebook } from "./load-rulebook.ts";

/**
 * Freezes the rulebook of a folder as it stands: a copy of every file that was read, in `releases/<version>/`.
 * @throws DomainError RULEBOOK_INVALID when the version was released before
 */
export const freezeRulebook = (directory: string): Rulebook => {
  const rulebook = loadRulebook(directory);
  const target = join(directory, "releases", rulebook.version);
  if (existsSync(target))
    throw new DomainError("RULEBOOK_INVALID", {
      file: `releases/${rulebook.version}`,
      problem: "this version was released before; give rulebook.json another one",
    });
  const half = `${target}.part`;
  rmSync(half, { recursive: true, force: true });
  for (const path of Object.keys(rulebook.files)) {
    mkdirSync(dirname(join(half, path)), { recursive: true });
    cpSync(join(directory, path), join(half, path));
  }
  renameSync(half, target);
  return loadRulebook(target);
};
