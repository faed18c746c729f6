import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { lawOn } from "../src/domain/law.ts";
import type { Rule } from "../src/domain/rulebook.ts";
import { projectRoot } from "../src/paths.ts";
import { ruleFixtures, rulebook } from "./support/fixtures.ts";
import { recordedOf } from "./support/recorded-findings.ts";

const rules = [...rulebook.rules, ...rulebook.yearRules];
const ofTender = new Set(rulebook.rules.map(({ id }) => id));
const withoutDay = new Map(
  [...lawOn(rulebook, null).rules, ...lawOn(rulebook, null).yearRules].map((lawful) => [
    lawful.rule.id,
    lawful,
  ]),
);

/** Reasons that the engine itself may give for a rule. */
const ofEngine = ({ id, inForce, onlyFor, notFor, stage }: Rule): readonly string[] => [
  ...(inForce === undefined ? [] : ["notInForce"]),
  ...(ofTender.has(id) && withoutDay.get(id)?.lacksDay === true ? ["dayUnknown"] : []),
  ...((onlyFor ?? notFor) === undefined ? [] : ["otherProcedure", "procedureUnknown"]),
  ...(stage === "draft" ? [] : ["laterStage"]),
];

const sourceOf = (rule: string): string =>
  readFileSync(join(projectRoot, "src/domain/checks", `${rule}.ts`), "utf8");

/** Reasons that stand in the code of a check. */
const inCode = (source: string): readonly string[] =>
  [...source.matchAll(/(?:broken|unknown|inapplicable|judge)\(\s*"([A-Za-z]+)"/g)].map(
    ([, name]) => name ?? "",
  );

const gives = (rule: string): ReadonlySet<string> =>
  new Set(ruleFixtures([rule]).map(({ outcome, reason }) => `${outcome} ${reason}`));

describe("every rule", () => {
  it("has a fixture for each reason of its own", () => {
    const missing = rules.flatMap(({ id, reasons }) =>
      Object.entries(reasons)
        .filter(([reason, { outcome }]) => !gives(id).has(`${outcome} ${reason}`))
        .map(([reason]) => `${id} ${reason}`),
    );
    expect(missing).to.deep.equal([]);
  });

  it("has a fixture for each reason that the engine may give for it", () => {
    const missing = rules.flatMap((rule) =>
      ofEngine(rule)
        .filter((reason) => !gives(rule.id).has(`${rulebook.common.reasons[reason]?.outcome} ${reason}`))
        .map((reason) => `${rule.id} ${reason}`),
    );
    expect(missing).to.deep.equal([]);
  });

  it("has words for each reason that stands in its code", () => {
    const missing = rules.flatMap(({ id, reasons }) =>
      inCode(sourceOf(id))
        .filter((reason) => !(reason in reasons) && !(reason in rulebook.common.reasons))
        .map((reason) => `${id} ${reason}`),
    );
    expect(missing).to.deep.equal([]);
  });

  it("gives in its fixtures, taken together, no reason without words", () => {
    const missing = rules.flatMap(({ id, reasons }) =>
      Object.values(recordedOf(id))
        .flat()
        .map(({ reason }) => String(reason))
        .filter((reason) => !(reason in reasons) && !(reason in rulebook.common.reasons))
        .map((reason) => `${id} ${reason}`),
    );
    expect(missing).to.deep.equal([]);
  });

  it("says of what it reckons by a label that has words", () => {
    const missing = rules.flatMap(({ id }) =>
      Object.values(recordedOf(id))
        .flat()
        .flatMap(({ arithmetic }) => arithmetic as readonly string[])
        .map((line) => line.slice(0, line.indexOf(":")))
        .filter((label) => !(label in rulebook.common.labels))
        .map((label) => `${id} ${label}`),
    );
    expect([...new Set(missing)]).to.deep.equal([]);
  });
});
