import { expect } from "chai";
import { explain } from "../../src/domain/explain.ts";
import type { Finding } from "../../src/domain/finding.ts";
import type { Language } from "../../src/domain/tender.ts";
import { plainPen } from "../../src/letters/plain-pen.ts";
import { assessed, assessedYear, ruleFixtures, rulebook } from "../support/fixtures.ts";

const LANGUAGES: readonly Language[] = ["ar", "fr", "en"];
const placesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{=?([^}]*)\}/g)].map(([place]) => place).toSorted();

const idsOf = (rules: readonly { readonly id: string }[]): readonly string[] => rules.map(({ id }) => id);
const findings: readonly Finding[] = [
  ...ruleFixtures(idsOf(rulebook.rules)).flatMap(({ path }) => assessed(path).findings),
  ...ruleFixtures(idsOf(rulebook.yearRules)).flatMap(({ path }) => assessedYear(path).findings),
].filter(({ remedy }) => remedy !== null);

const textOf = (finding: Finding, language: Language): string =>
  explain(finding, rulebook, "2026-01-20", language, plainPen).remedyText ?? "";

describe("a text to paste", () => {
  for (const { id, ar, fr, en } of [...rulebook.remedies].map(([key, words]) => ({ id: key, ...words })))
    it(`says the same in three languages: ${id}`, () => {
      expect(placesIn(fr)).to.deep.equal(placesIn(ar));
      expect(placesIn(en)).to.deep.equal(placesIn(ar));
    });

  it("leaves no place unfilled that it names", () => {
    const left = findings.flatMap((finding) =>
      LANGUAGES.map((language) => textOf(finding, language)).filter((text) => /[{}]/.test(text)),
    );
    expect(left).to.deep.equal([]);
  });

  it("has each of its figures from some case", () => {
    const given = new Set(
      findings.flatMap(({ remedy, figures }) =>
        Object.keys(figures ?? {}).map((name) => `${remedy} ${name}`),
      ),
    );
    const wanted = [...rulebook.remedies].flatMap(([id, { fr }]) =>
      [...fr.matchAll(/\{=(\w+)\}/g)].map(([, name]) => `${id} ${name}`),
    );
    expect(wanted.filter((each) => !given.has(each))).to.deep.equal([]);
  });

  it("prints the case's own amount in figures and letters", () => {
    const { findings: all } = assessed("tenders/catering-receptions-edge.json");
    const finding = all.find(({ rule }) => rule === "provisional-guarantee");
    if (finding === undefined) throw new Error("no finding");
    expect(finding.figures).to.deep.include({ guarantee: { amount: 14_696 } });
    expect(textOf(finding, "fr").replaceAll("\u00A0", " ")).to.include(
      "14 696,00 DH (quatorze mille six cent quatre-vingt-seize dirhams)",
    );
    expect(textOf(finding, "ar").replaceAll("\u00A0", " ")).to.include(
      "14 696,00 درهم (أربعة عشر ألفا وستمائة وستة وتسعون درهما)",
    );
  });

  it("says once that a reference is a number", () => {
    const finding = findings.find(({ remedy }) => remedy === "publication-media");
    if (finding === undefined) throw new Error("no finding");
    for (const [reference, fr, ar] of [
      ["AO N° 12/2026", "l'avis de l'appel AO N° 12/2026 dans", / الطلب \S?AO N° 12\/2026/],
      ["12/2026", "l'avis de l'appel n° 12/2026 dans", /رقم \S?12\/2026/],
    ] as const) {
      const named = {
        ...finding,
        figures: { ...finding.figures, reference: { text: reference } },
      } as Finding;
      expect(textOf(named, "fr")).to.include(fr);
      expect(textOf(named, "ar")).to.match(ar);
    }
  });

  it("proposes a day on which the opening is in time", () => {
    const { findings: all } = assessed("tenders/catering-receptions-edge.json");
    const finding = all.find(({ rule }) => rule === "publication-period");
    if (finding === undefined) throw new Error("no finding");
    // 27 August + 21 days + 1: the first day whose count passes the minimum.
    expect(finding.figures).to.deep.include({ earliestOpening: { day: "2025-09-18" } });
    expect(textOf(finding, "fr").replaceAll("\u00A0", " ")).to.include("18 septembre 2025 au plus tôt");
  });
});
