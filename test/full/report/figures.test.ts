import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { formatDate } from "../../../src/domain/format-date.ts";
import { formatAmount } from "../../../src/domain/format.ts";
import type { Language } from "../../../src/domain/tender.ts";
import { projectRoot } from "../../../src/paths.ts";
import { renderReport } from "../../../src/report/render-report.ts";
import { renderReportHtml } from "../../../src/report/render-report-html.ts";
import type { ReportInput } from "../../../src/report/report-input.ts";
import { reportPayload } from "../../../src/report/report-payload.ts";
import { reportInput } from "../../support/report-input.ts";
import { pageText, pdfText } from "../../support/report-text.ts";

const TENDERS = readdirSync(join(projectRoot, "fixtures/tenders")).map((name) => name.replace(".json", ""));
const ADDRESS = "https://awlawiya.example.ma/verify/0123456789abcdef0123456789abcdef";
const ARTICLE: Readonly<Record<Language, string>> = { ar: "المادة", fr: "art.", en: "art." };

/** Amounts and counts whose thousands stand apart. */
const GROUPED = /\d{1,3}(?:[\u00A0 ]\d{3})+(?:[.,]\d+)?/g;
/** References, articles, hashes, addresses, hours, plain numbers: what has a figure in it and no space. */
const TOKEN = /[\p{Script=Latin}\d]+(?:[/.,:_#%–-]+[\p{Script=Latin}\d]+)*/gu;
const DATE = /\d{1,2}(?:er)?\u00A0\p{L}+\u00A0\d{4}/gu;

const spaced = (text: string): string => text.replaceAll("\u00A0", " ");

/** How often each thing with a figure in it stands in a text. */
const counted = (text: string, pattern: RegExp): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const found of text.match(pattern) ?? [])
    if (/\d/.test(found)) counts.set(spaced(found), (counts.get(spaced(found)) ?? 0) + 1);
  return counts;
};

const lackingIn = (text: string, pattern: RegExp, page: string): readonly string[] => {
  const there = counted(text, pattern);
  return [...counted(page, pattern)].flatMap(([found, count]) =>
    (there.get(found) ?? 0) < count ? [found] : [],
  );
};

/** A space inside a number is none. */
const BETWEEN_WORDS = /(?<!\d) | (?!\d)/;

/** An Arabic line is written from left to right: whole words stand in the other order. */
const inOrderOfLine = (phrase: string): string =>
  /\p{Script=Arabic}/u.test(phrase) ? phrase.split(BETWEEN_WORDS).toReversed().join(" ") : phrase;

const phrasesLackingIn = (text: string, phrases: Iterable<string>): readonly string[] =>
  [...new Set(phrases)].filter((phrase) => !spaced(text).includes(inOrderOfLine(spaced(phrase))));

/** What the payload says in figures, as the report prints it. */
const figuresOfPayload = (input: ReportInput): readonly string[] => {
  const { document, assessment } = JSON.parse(reportPayload(input).json) as ReportInput;
  const findings = assessment.findings.filter(({ outcome }) => outcome !== "inapplicable");
  const { language } = input;
  return [
    String(document["reference"]),
    ...findings.flatMap(({ evidence, legalBasis }) => [
      ...legalBasis.flatMap(({ article }) =>
        article === undefined ? [] : [`${ARTICLE[language]} ${article}`],
      ),
      ...evidence.flatMap(({ pointer, value }) => {
        if (typeof value === "number" && /amount$/i.test(pointer))
          return [formatAmount(Math.round(value * 100), language)];
        return typeof value === "string" && /^\d{4}-\d\d-\d\d/.test(value)
          ? [formatDate(value, language)]
          : [];
      }),
    ]),
  ];
};

interface Print {
  readonly tender: string;
  readonly input: ReportInput;
  readonly pdf: string;
  readonly page: string;
}

const print = async (tender: string, language: Language): Promise<Print> => {
  const input = { ...reportInput(tender, language), verificationUrl: ADDRESS };
  return { tender, input, pdf: pdfText(await renderReport(input)), page: pageText(renderReportHtml(input)) };
};

describe("figures taken out of the PDF of every demo tender by pdftotext", function figures() {
  this.timeout(300_000);

  for (const language of ["ar", "fr", "en"] as const)
    describe(`in ${language}`, () => {
      const prints: Print[] = [];
      before(async () => {
        for (const tender of TENDERS) prints.push(await print(tender, language));
      });

      it("are those of the page, as often, and none is turned around", () => {
        for (const { tender, pdf, page } of prints) {
          expect(counted(page, TOKEN).size, tender).to.be.greaterThan(30);
          for (const pattern of [GROUPED, TOKEN])
            expect(lackingIn(pdf, pattern, page), tender).to.deep.equal([]);
          expect(phrasesLackingIn(pdf, page.match(DATE) ?? []), tender).to.deep.equal([]);
        }
      });

      it("are no others than those of the page and its foot", () => {
        for (const { tender, input, pdf, page } of prints) {
          const known = counted(page, TOKEN);
          const { id, sha256 } = reportPayload(input);
          // Numbers of pages and of questions, and the scale of the gauge, stand in no text of the page.
          const others = [...counted(pdf, TOKEN).keys()].filter(
            (token) => !known.has(token) && ![id, sha256].includes(token) && !/^\d{1,2}$/.test(token),
          );
          expect(others, tender).to.deep.equal([]);
        }
      });

      it("are all those of the payload: amounts, dates, articles, references", () => {
        for (const { tender, input, pdf } of prints) {
          const wanted = figuresOfPayload(input);
          expect(wanted.length, tender).to.be.greaterThan(5);
          expect(phrasesLackingIn(pdf, wanted), tender).to.deep.equal([]);
        }
      });
    });
});
