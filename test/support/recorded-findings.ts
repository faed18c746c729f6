import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Evidence, Finding } from "../../src/domain/finding.ts";
import { projectRoot } from "../../src/paths.ts";
import { assessed, assessedYear, rulebook, ruleFixtures } from "./fixtures.ts";

// What each rule says of each of its fixtures, whole: so that no evidence, step, missing fact or point changes
// unseen. Recorded from the product and read over, not worked out by hand; fixtures/expected is.

const FOLDER = join(projectRoot, "fixtures/findings");

/** A finding as it is recorded: one line for each thing, in few words. */
export type Recorded = Readonly<Record<string, unknown>>;

/** Which words of a title decided is the classifier's to say, and its tests' to hold. */
const line = ({ pointer, value }: Evidence): string =>
  pointer === "/title" ? pointer : `${pointer} = ${JSON.stringify(value)}`;

const said = ({ evidence, arithmetic, parameters, legalBasis, ...finding }: Finding): Recorded => ({
  ...finding,
  evidence: evidence.map(line),
  arithmetic: arithmetic.map(({ label, expression, value }) => `${label}: ${expression} → ${value}`),
  parameters: parameters.map(({ id, value, grade }) => `${id} ${value} ${grade}`),
  legalBasis: legalBasis.map(({ text, article = "", grade }) => `${text} ${article} ${grade}`),
});

/** Rules of a tender, then those of a year. */
export const recordedRules: readonly string[] = [...rulebook.rules, ...rulebook.yearRules].map(
  ({ id }) => id,
);

const isOfYear = (rule: string): boolean => rulebook.yearRules.some(({ id }) => id === rule);

/** Names of the fixtures of a rule. */
export const fixtureNames = (rule: string): readonly string[] =>
  ruleFixtures([rule]).map(({ path }) => path.split("/").at(-1) ?? path);

/** What the rule says now of one of its fixtures. */
export const findingsNow = (rule: string, name: string): readonly Recorded[] => {
  const path = `rules/${rule}/${name}`;
  const { findings } = isOfYear(rule) ? assessedYear(path) : assessed(path);
  return findings.filter((finding) => finding.rule === rule).map(said);
};

const fileOf = (rule: string): string => join(FOLDER, `${rule}.json`);

/** What was recorded of a rule, by the name of the fixture. */
export const recordedOf = (rule: string): Readonly<Record<string, readonly Recorded[]>> =>
  existsSync(fileOf(rule)) ? JSON.parse(readFileSync(fileOf(rule), "utf8")) : {};

/** Records of rules that are no more. */
export const strayRecords = (): readonly string[] =>
  readdirSync(FOLDER).filter((name) => !recordedRules.includes(name.replace(".json", "")));

/** Records anew what every rule says of every fixture; the change is for a person to read. */
export const recordFindings = (): void => {
  for (const rule of recordedRules) {
    const all = Object.fromEntries(fixtureNames(rule).map((name) => [name, findingsNow(rule, name)]));
    writeFileSync(fileOf(rule), `${JSON.stringify(all, null, 2)}\n`);
  }
};
