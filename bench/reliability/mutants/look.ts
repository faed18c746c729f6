import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { canonicalHash } from "../../../src/canonical-hash.ts";
import { acceptTender, readTender } from "../../../src/intake/read-tender.ts";
import { projectRoot } from "../../../src/paths.ts";
import { loadRulebook } from "../../../src/rulebook/load-rulebook.ts";
import { checkTender } from "../../../src/usecases/check-tender.ts";
import { spoil, type Random } from "../fuzz/spoil.ts";

const folder = join(projectRoot, "fixtures/tenders");
const EXAMPLES = readdirSync(folder).map(
  (name): unknown => JSON.parse(readFileSync(join(folder, name), "utf8")) as unknown,
);
/** A document is spoilt in up to so many places, so that it may pass one gate and not the next. */
const MOST_PLACES = 3;

const law = loadRulebook(join(projectRoot, "rulebook"));
const check = checkTender(() => law, canonicalHash);
const untouched = Object.getOwnPropertyNames(Object.prototype).length;

/** What is wrong with how one spoilt document was taken; null: it was refused with reasons, or judged. */
const problemWith = (document: unknown): string | null => {
  const text = JSON.stringify(document) ?? "";
  const read = readTender(Buffer.from(text));
  if (!read.ok) return read.errors.length > 0 ? null : "was refused without a reason";
  const { index } = check(read, null);
  const { low, high, score } = index;
  const isOrdered = score === null || low === null || high === null || (low <= score && score <= high);
  if (!isOrdered) return `has an index of ${score} outside ${low} to ${high}`;
  return acceptTender(JSON.parse(text)).ok ? null : "is taken as bytes and refused as a value";
};

/** Spoils an example at random and has it read and judged; a problem with its document, or null. */
export const lookAtOne = (number: number, random: Random): string | null => {
  let document = EXAMPLES[number % EXAMPLES.length];
  for (let places = 1 + Math.floor(random() * MOST_PLACES); places > 0; places -= 1)
    document = spoil(document, random);
  try {
    const problem = problemWith(document);
    const isPolluted = Object.getOwnPropertyNames(Object.prototype).length !== untouched;
    const said = problem ?? (isPolluted ? "changed the prototype of all objects" : null);
    return said === null ? null : `${said}: ${JSON.stringify(document).slice(0, 500)}`;
  } catch (error) {
    return `${String(error)}: ${JSON.stringify(document).slice(0, 500)}`;
  }
};
