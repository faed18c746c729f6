import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { checks } from "../src/domain/checks/index.ts";
import { projectRoot } from "../src/paths.ts";
import { ruleFixtures, rulebook } from "./support/fixtures.ts";

const texts = new Set(rulebook.texts.map(({ id }) => id));
const parameters = [...rulebook.parameters.values()];
const sourceOf = (rule: string): string =>
  readFileSync(join(projectRoot, "src/domain/checks", `${rule}.ts`), "utf8");
/** Reasons that the engine gives for any rule. */
const common = new Set(Object.keys(rulebook.common.reasons));

describe("the rulebook", () => {
  it("has one check for each rule and one rule for each check", () => {
    expect(Object.keys(checks).toSorted()).to.deep.equal(rulebook.rules.map(({ id }) => id).toSorted());
  });

  it("has no rule file that is not listed", () => {
    const files = readdirSync(join(projectRoot, "rulebook/rules")).map((name) => name.replace(".json", ""));
    const listed = new Set([...rulebook.rules, ...rulebook.yearRules].map(({ id }) => id));
    expect(files.filter((id) => !listed.has(id))).to.deep.equal([]);
  });

  it("cites only texts that it holds", () => {
    const cited = [
      ...rulebook.rules.flatMap(({ id, legalBasis }) => legalBasis.map(({ text }) => [id, text] as const)),
      ...parameters.flatMap(({ id, values }) => values.map(({ text }) => [id, text] as const)),
    ];
    expect(cited.filter(([, text]) => !texts.has(text))).to.deep.equal([]);
  });

  it("has contiguous periods from the first known value of each parameter", () => {
    const broken = parameters.filter(({ values }) =>
      values.some(({ from }, index) => index > 0 && values[index - 1]?.until !== from),
    );
    expect(broken.map(({ id }) => id)).to.deep.equal([]);
    const closed = parameters.filter(({ values }) =>
      values.slice(0, -1).some(({ until }) => until === undefined),
    );
    expect(closed.map(({ id }) => id)).to.deep.equal([]);
  });

  it("names only parameters that exist, and each is read by a rule or says why not", () => {
    const named = new Set([...rulebook.rules, ...rulebook.yearRules].flatMap((rule) => rule.parameters));
    expect([...named].filter((id) => !rulebook.parameters.has(id))).to.deep.equal([]);
    const wrong = parameters.filter(
      ({ id, unusedBecause }) => named.has(id) === (unusedBecause !== undefined),
    );
    expect(wrong.map(({ id }) => id)).to.deep.equal([]);
  });

  it("gives every rule the reasons that its check can give", () => {
    const wrong = rulebook.rules.flatMap(({ id, reasons }) => {
      const source = sourceOf(id);
      const dynamic = id === "applicable-regime" || id === "sector-covered";
      const unsaid = Object.keys(reasons).filter((reason) => !dynamic && !source.includes(`"${reason}"`));
      return unsaid.map((reason) => `${id} ${reason}`);
    });
    expect(wrong).to.deep.equal([]);
  });

  it("has a fixture for every reason of every rule", () => {
    const held = new Set(
      ruleFixtures(rulebook.rules.map(({ id }) => id)).map(({ rule, reason }) => `${rule} ${reason}`),
    );
    const wanted = rulebook.rules.flatMap(({ id, reasons }) =>
      Object.keys(reasons).map((reason) => `${id} ${reason}`),
    );
    expect(wanted.filter((each) => !held.has(each))).to.deep.equal([]);
  });

  it("has words for every reason that a fixture gives", () => {
    const wrong = ruleFixtures(rulebook.rules.map(({ id }) => id)).filter(({ rule, reason, outcome }) => {
      const words =
        rulebook.rules.find(({ id }) => id === rule)?.reasons[reason] ?? rulebook.common.reasons[reason];
      return words?.outcome !== outcome;
    });
    expect(wrong.map(({ path }) => path)).to.deep.equal([]);
  });

  it("types no number of the law in its wording", () => {
    const rulesWithNumbers = rulebook.rules.flatMap(({ id, reasons, demand }) =>
      [demand, ...Object.values(reasons)].flatMap((words) =>
        [words.ar, words.fr, words.en]
          .filter((text) =>
            /\d/.test(
              text.replaceAll(
                /\{[a-z0-9-]+\}|\b\d-\d+-\d+\b|(?:art(?:icles?|s)?\.?|المواد|المادة|و)\s*\d+/gi,
                "",
              ),
            ),
          )
          .map((text) => `${id}: ${text}`),
      ),
    );
    expect(rulesWithNumbers).to.deep.equal([]);
  });

  it("has a remedy for each key that a reason names, and names each remedy", () => {
    const named = new Set(
      [...rulebook.rules, ...rulebook.yearRules].flatMap(({ reasons }) =>
        Object.values(reasons).flatMap(({ remedy }) => remedy ?? []),
      ),
    );
    expect([...named].toSorted()).to.deep.equal([...rulebook.remedies.keys()].toSorted());
  });

  it("never calls a doubt a breach: rules of weak source have no such word", () => {
    const weak = rulebook.rules.filter(({ legalBasis }) =>
      legalBasis.some(({ grade }) => "SRC".includes(grade)),
    );
    const said = weak.filter(({ reasons }) =>
      Object.values(reasons).some(({ ar, fr, en }) => /breach|infraction|مخالفة/i.test(`${ar} ${fr} ${en}`)),
    );
    expect(said.map(({ id }) => id)).to.deep.equal([]);
  });

  it("keeps engine reasons apart from the rules' own", () => {
    const twice = rulebook.rules.flatMap(({ id, reasons }) =>
      Object.keys(reasons)
        .filter(
          (reason) =>
            common.has(reason) && reasons[reason]?.outcome !== rulebook.common.reasons[reason]?.outcome,
        )
        .map((reason) => `${id} ${reason}`),
    );
    expect(twice).to.deep.equal([]);
  });
});
