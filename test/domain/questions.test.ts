import { expect } from "chai";
import * as fc from "fast-check";
import { assess } from "../../src/domain/assess.ts";
import { ask } from "../../src/domain/explain.ts";
import { questionsOf } from "../../src/domain/questions.ts";
import type { Language } from "../../src/domain/tender.ts";
import { accepted, documents } from "../support/arbitrary-tender.ts";
import { rulebook } from "../support/fixtures.ts";
import { recordedOf, recordedRules } from "../support/recorded-findings.ts";
import { ruledFinding } from "../support/ruled-finding.ts";

const LANGUAGES: readonly Language[] = ["ar", "fr", "en"];

const open = (rule: string, missing: readonly string[], undetermined: number, canBreach = false) =>
  ruledFinding(
    {
      rule,
      outcome: "cantTell",
      missing,
      points: undetermined === 0 ? null : { earned: 0, possible: 25, undetermined },
    },
    { canBreach },
  );

const pointers = (...findings: ReturnType<typeof open>[]) =>
  questionsOf(findings).map(({ pointer }) => pointer);

describe("questions", () => {
  it("come first when they free the verdict, then by the points they may move, then by the rules", () => {
    expect(
      pointers(
        open("a", ["/few"], 0),
        open("b", ["/points"], 25),
        open("c", ["/verdict"], 0, true),
        open("d", ["/rules"], 0),
        open("e", ["/rules"], 0),
      ),
    ).to.deep.equal(["/verdict", "/points", "/rules", "/few"]);
  });

  it("free the verdict the more, the more findings wait for them", () => {
    expect(
      pointers(open("a", ["/one"], 25, true), open("b", ["/two"], 0, true), open("c", ["/two"], 0, true)),
    ).to.deep.equal(["/two", "/one"]);
  });

  it("stand in the order of their pointers when nothing else tells them apart", () => {
    expect(pointers(open("a", ["/b", "/a", "/c"], 3))).to.deep.equal(["/a", "/b", "/c"]);
  });

  it("say which rules they resolve, each once, and the sum of points they may move", () => {
    expect(questionsOf([open("a", ["/x"], 5), open("a", ["/x"], 3), open("b", ["/x"], 0)])).to.deep.equal([
      { pointer: "/x", resolves: ["a", "b"], gain: 8 },
    ]);
  });

  it("are none when nothing is missing", () => {
    expect(questionsOf([ruledFinding()])).to.deep.equal([]);
  });
});

const recordedMissing = recordedRules
  .flatMap((rule) => Object.values(recordedOf(rule)).flat())
  .flatMap(({ missing }) => missing as readonly string[]);

const sampledMissing = fc
  .sample(documents, { seed: 20_261_125, numRuns: 600 })
  .flatMap((document) => assess(accepted(document), rulebook, null).findings)
  .flatMap(({ missing }) => missing);

describe("every fact that a check may miss", () => {
  const all = [...new Set([...recordedMissing, ...sampledMissing])];

  for (const language of LANGUAGES)
    it(`is asked for in plain words: ${language}`, () => {
      const words = all.map((pointer) => [pointer, ask(pointer, rulebook, language)] as const);
      expect(
        words.filter(([pointer, text]) => text.includes(pointer)).map(([pointer]) => pointer),
      ).to.deep.equal([]);
      expect(words.filter(([, text]) => !/[?؟]$/.test(text))).to.deep.equal([]);
    });
});
