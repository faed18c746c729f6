import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compileLexicon, type Lexicon } from "../../src/domain/classify.ts";

const FOLDER = "rulebook/lexicon";
// The words of a printed reservation have a reader of their own.
const NOT_OF_CLASSIFIER = "reservation.json";

/** The files of the lexicon as parsed from JSON. */
export const lexiconFiles = (): readonly unknown[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json") && name !== NOT_OF_CLASSIFIER)
    .map((name): unknown => JSON.parse(readFileSync(join(FOLDER, name), "utf8")));

/** The lexicon of the rulebook, compiled once for all tests. */
export const lexicon: Lexicon = compileLexicon(lexiconFiles());
