import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { lawOn } from "../src/domain/law.ts";
import type { Period } from "../src/domain/local-date.ts";
import type { Rule } from "../src/domain/rulebook.ts";
import { projectRoot } from "../src/paths.ts";
import { rulebook } from "./support/fixtures.ts";

const CHECKS = join(projectRoot, "src/domain/checks");
const rules = [...rulebook.rules, ...rulebook.yearRules];
const parameters = [...rulebook.parameters.values()];

/** Code without what is said in comments and texts; a template keeps what it computes. */
const bare = (source: string): string =>
  source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "").replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');

/** None, one, and centimes of a dirham: no law says these. */
const ALLOWED = new Set(["0", "1", "100"]);

const sources = readdirSync(CHECKS).map((name) => [name, readFileSync(join(CHECKS, name), "utf8")] as const);

const isContiguous = (periods: readonly Partial<Period>[]): boolean =>
  periods.every(
    ({ from, until }, index) =>
      (from === undefined || until === undefined || from < until) &&
      (index === 0 || periods[index - 1]?.until === from) &&
      (until !== undefined || index === periods.length - 1),
  );

/** The first days of the periods in which a rule runs or one of its numbers changes. */
const daysOf = ({ inForce = [], parameters: ids }: Rule): readonly string[] => {
  const starts = [...inForce, ...ids.flatMap((id) => rulebook.parameters.get(id)?.values ?? [])];
  const days = starts.map(({ from }) => from);
  return days.filter((day) =>
    inForce.some(({ from, until }) => from <= day && (until === undefined || day < until)),
  );
};

describe("numbers", () => {
  it("of the law are typed in no check", () => {
    const typed = sources.flatMap(([name, source]) =>
      (bare(source).match(/(?<![\w.])\d[\d_.]*/g) ?? [])
        .filter((number) => !ALLOWED.has(number))
        .map((number) => `${name}: ${number}`),
    );
    expect(typed).to.deep.equal([]);
  });

  it("are read by the rules that name them, and by no other", () => {
    const wrong = rules.flatMap(({ id, parameters: named }) => {
      const source = sources.find(([name]) => name === `${id}.ts`)?.[1] ?? "";
      const shared = source.includes("estimate") || source.includes("bestBy") ? ["vat-top-rate"] : [];
      const unread = named.filter((each) => !source.includes(`"${each}"`) && !shared.includes(each));
      const unnamed = parameters
        .map((parameter) => parameter.id)
        .filter((each) => source.includes(`"${each}"`) && !named.includes(each));
      return [...unread, ...unnamed].map((each) => `${id} ${each}`);
    });
    expect(wrong).to.deep.equal([]);
  });

  it("each cite a text that the rulebook holds, and the article where it was read", () => {
    // Of a number that is recalled or told by others, an article that nobody read is not invented.
    const wrong = parameters.flatMap(({ id, values }) =>
      values
        .filter(
          ({ text, article, grade }) =>
            !rulebook.texts.some((each) => each.id === text) ||
            ("TD".includes(grade) && article === undefined),
        )
        .map(({ from }) => `${id} ${from}`),
    );
    expect(wrong).to.deep.equal([]);
  });

  it("run without a gap from the first known value to today", () => {
    const wrong = parameters.filter(
      ({ values }) => !isContiguous(values) || values.at(-1)?.until !== undefined,
    );
    expect(wrong.map(({ id }) => id)).to.deep.equal([]);
  });

  it("have a value on every day on which a rule that reads them runs", () => {
    const wrong = rules.flatMap((rule) =>
      daysOf(rule).flatMap((day) =>
        rule.parameters
          .filter((id) => lawOn(rulebook, day).numberOn(id, day) === null)
          .map((id) => `${rule.id} ${id} ${day}`),
      ),
    );
    expect(wrong).to.deep.equal([]);
  });
});

describe("periods", () => {
  it("of a rule run without a gap", () => {
    expect(rules.filter(({ inForce = [] }) => !isContiguous(inForce)).map(({ id }) => id)).to.deep.equal([]);
  });

  it("of the decrees on public contracts follow one another", () => {
    const decrees = rulebook.texts
      .filter(({ procedures }) => procedures !== undefined)
      .flatMap(({ inForce }) => inForce ?? [])
      .toSorted((a, b) => (a.from < b.from ? -1 : 1));
    expect(decrees).to.have.length.above(1);
    expect(isContiguous(decrees)).to.equal(true);
  });
});
