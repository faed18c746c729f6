import { canonicalHash } from "../canonical-hash.ts";
import { checks } from "../domain/checks/index.ts";
import { DomainError } from "../domain/errors.ts";
import { compileReservationWords } from "../domain/reservation.ts";
import { yearChecks } from "../domain/year-checks.ts";
import type { LegalText, Parameter, Rule, Rulebook } from "../domain/rulebook.ts";
import { demandCoherence } from "./demand-coherence.ts";
import { lexiconOf } from "./prepared-lexicon.ts";
import { rulebookFiles } from "./read-rulebook-file.ts";

/** Files are named after what they hold: two of one id cannot be. */
const named = <T extends { readonly id: string }>(path: string, each: T): T => {
  if (path.endsWith(`/${each.id}.json`)) return each;
  throw new DomainError("RULEBOOK_INVALID", {
    file: path,
    problem: `/id must be the file's name, not ${each.id}`,
  });
};

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((each) => [each.id, each]));

/** One hash for the whole rulebook: SHA-256 over the canonical JSON of its files' hashes. */
const hashOf: (hashes: Readonly<Record<string, string>>) => string = canonicalHash;

/** A rulebook may be newer than the program: then it says so, rather than pass over a rule. */
const demandChecks = (rules: readonly Rule[], known: Readonly<Record<string, unknown>>): void => {
  const lacking = rules.find(({ id, check = id }) => !Object.hasOwn(known, check));
  if (lacking === undefined) return;
  const problem = `this program has no check ${lacking.check ?? lacking.id}; a newer one is needed`;
  throw new DomainError("RULEBOOK_INVALID", { file: `rules/${lacking.id}.json`, problem });
};

/**
 * Reads the law as data, once, at start.
 * @throws DomainError RULEBOOK_INVALID naming the file and the place in it.
 */
export const loadRulebook = (directory: string): Rulebook => {
  const files = rulebookFiles(directory);
  const { id, version, checkedOn, rules, yearRules } = files.read("rulebook.json", "manifest");
  const ruleIn = (rule: string): Rule => {
    const path = `rules/${rule}.json`;
    return named(path, files.read(path, "rule") as Rule);
  };
  const read = {
    texts: files.list("texts").map((path) => named(path, files.read(path, "text") as LegalText)),
    parameters: byId(
      files.list("parameters").map((path) => named(path, files.read(path, "parameter") as Parameter)),
    ),
    rules: rules.map(ruleIn),
    yearRules: yearRules.map(ruleIn),
    calendar: files.read("calendar/holidays.json", "calendar"),
    remedies: byId(files.list("remedies").map((path) => named(path, files.read(path, "remedy")))),
    questions: files.read("questions.json", "questions"),
    common: files.read("common.json", "common") as Rulebook["common"],
    lexicon: lexiconOf(files),
    reservationWords: compileReservationWords(files.read("lexicon/reservation.json", "reservationWords")),
  };
  demandCoherence(read);
  demandChecks(read.rules, checks);
  demandChecks(read.yearRules, yearChecks);
  const hashes = files.hashes();
  return { id, version, checkedOn, sha256: hashOf(hashes), files: hashes, ...read };
};
