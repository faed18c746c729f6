import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { canonicalHash } from "../canonical-hash.ts";
import { compileLexicon, type Lexicon } from "../domain/classify.ts";
import type { RulebookFiles } from "./read-rulebook-file.ts";

const FOLDER = new URL("../lexicons/", import.meta.url);
const RESERVATION = "lexicon/reservation.json";

const pathsIn = (files: RulebookFiles): readonly string[] =>
  files.list("lexicon").filter((path) => path !== RESERVATION);

/** Where the lexicon of these very files is kept, once it is prepared. */
const placeOf = (files: RulebookFiles): URL =>
  new URL(canonicalHash(pathsIn(files).map((path) => files.hash(path))), FOLDER);

const compiled = (files: RulebookFiles): Lexicon =>
  compileLexicon(pathsIn(files).map((path) => files.readAny(path)));

/**
 * The lexicon of a rulebook, as it was prepared when the program was built: to compile it takes longer than to judge
 * a hundred tenders. Other words than those known to the build are compiled here.
 * @throws DomainError RULEBOOK_INVALID naming the file and the phrase.
 */
export const lexiconOf = (files: RulebookFiles): Lexicon => {
  const place = placeOf(files);
  return existsSync(place) ? (deserialize(readFileSync(place)) as Lexicon) : compiled(files);
};

/** Compiles the lexicons of these rulebooks and keeps them, and no other, for `lexiconOf`. */
export const prepareLexicons = (rulebooks: readonly RulebookFiles[]): void => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const files of rulebooks) writeFileSync(placeOf(files), serialize(compiled(files)));
};
