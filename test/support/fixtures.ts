import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readTender } from "../../src/intake/read-tender.ts";
import type { Judged } from "../../src/domain/assessment.ts";
import { assess } from "../../src/domain/assess.ts";
import { assessYear, type JudgedYear } from "../../src/domain/assess-year.ts";
import type { Outcome } from "../../src/domain/finding.ts";
import type { Tender } from "../../src/domain/tender.ts";
import type { BuyerYear } from "../../src/domain/year.ts";
import { readYear } from "../../src/intake/read-year.ts";
import { projectRoot } from "../../src/paths.ts";
import { loadRulebook } from "../../src/rulebook/load-rulebook.ts";

/** The rulebook of this checkout, read once for all tests. */
export const rulebook = loadRulebook(join(projectRoot, "rulebook"));

/** SHA-256 of its files by their paths, when asked for its version. */
export const rulebookFiles = (version: string) => (version === rulebook.version ? rulebook.files : null);

const fixturesIn = (folder: string): readonly string[] =>
  readdirSync(join(projectRoot, "fixtures", folder)).filter((name) => name.endsWith(".json"));

const known = new Map<string, Tender>();

/** Reads a fixture through the intake, as a user's file; once, for nothing changes it. */
export const tenderIn = (path: string): Tender => {
  const tender = known.get(path) ?? readFixture(path);
  known.set(path, tender);
  return tender;
};

const readFixture = (path: string): Tender => {
  const read = readTender(readFileSync(join(projectRoot, "fixtures", path)));
  if (!read.ok) throw new Error(`${path}: ${JSON.stringify(read.errors)}`);
  return read.tender;
};

/** The assessment of a fixture by its own day. */
export const assessed = (path: string): Judged => assess(tenderIn(path), rulebook, null);

/** Reads a year of the fixtures through the intake. */
export const yearIn = (path: string): BuyerYear => {
  const read = readYear(readFileSync(join(projectRoot, "fixtures", path)));
  if (!read.ok) throw new Error(`${path}: ${JSON.stringify(read.errors)}`);
  return read.year;
};

/** The assessment of a year of the fixtures, by its first day. */
export const assessedYear = (path: string): JudgedYear => assessYear(yearIn(path), rulebook, null);

/** A rule's fixture: `<outcome>-<reason>[.<case>].json` in the folder of the rule. */
export interface RuleFixture {
  readonly path: string;
  readonly rule: string;
  readonly outcome: Outcome;
  readonly reason: string;
}

const NAME = /^(passed|failed|cantTell|inapplicable)-([A-Za-z0-9-]+)(?:\.[a-z0-9-]+)?\.json$/;

const ruleFixture = (rule: string, name: string): RuleFixture => {
  const [, outcome, reason] = NAME.exec(name) ?? [];
  if (outcome === undefined || reason === undefined)
    throw new Error(`fixtures/rules/${rule}/${name}: its name`);
  return { path: `rules/${rule}/${name}`, rule, outcome: outcome as Outcome, reason };
};

/** Every fixture of the given rules. */
export const ruleFixtures = (rules: readonly string[]): readonly RuleFixture[] =>
  rules.flatMap((rule) => fixturesIn(`rules/${rule}`).map((name) => ruleFixture(rule, name)));

/** Names of the tenders of the demo. */
export const tenderFixtures = (): readonly string[] => fixturesIn("tenders");
