import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../../src/paths.ts";
import { renderReport } from "../../src/report/render-report.ts";
import { renderReportHtml } from "../../src/report/render-report-html.ts";
import { reportPayload } from "../../src/report/report-payload.ts";
import type { ReportInput } from "../../src/report/report-input.ts";
import { attachmentOf, countOf, pageTexts } from "../support/read-pdf.ts";
import { comparisonInput, reportInput } from "../support/report-input.ts";

const TENDER = "catering-tents-gifts-bundled";
const TIE = "tie-cooperative-passed-over";
const TENDERS = readdirSync(join(projectRoot, "fixtures/tenders")).map((name) => name.replace(".json", ""));

const hashOf = async (input: ReportInput): Promise<string> =>
  createHash("sha256")
    .update(await renderReport(input))
    .digest("hex");

const textOf = async (input: ReportInput): Promise<string> =>
  pageTexts(await renderReport(input))
    .flat()
    .join(" ")
    .replaceAll(/[\s\u00A0]+/g, " ");

const isRightToLeft = async (language: "ar" | "fr"): Promise<boolean> =>
  Buffer.from(await renderReport(reportInput(TENDER, language))).includes("/Direction /R2L");

const withTitle = (title: string) => (document: Record<string, unknown>) => ({
  ...document,
  title: { ar: title, fr: title },
});

const sevenLots = (document: Record<string, unknown>) => ({
  ...document,
  lots: Array.from({ length: 7 }, (_, index) => ({
    id: String(index + 1),
    ...(index === 0 && { provisionalGuarantee: { amount: 0 } }),
  })),
});

describe("a report", function reports() {
  this.timeout(60_000);

  it("has the same bytes each time, whatever was rendered before it", async () => {
    const inputs = (["ar", "fr", "en"] as const).map((language) => reportInput(TENDER, language));
    const forth: string[] = [];
    for (const input of inputs) forth.push(await hashOf(input));
    const back: string[] = [];
    for (const input of inputs.toReversed()) back.push(await hashOf(input));
    expect(back.toReversed()).to.deep.equal(forth);
  });

  it("carries its payload, whose hash stands on every page", async () => {
    const input = reportInput(TENDER, "fr");
    const { json, sha256, id } = reportPayload(input);
    const pdf = await renderReport(input);
    const pages = pageTexts(pdf);
    expect(attachmentOf(pdf)).to.equal(json);
    expect(pages.length).to.be.greaterThan(3);
    for (const [index, texts] of pages.entries()) {
      const page = texts.join("");
      expect(page).to.include(sha256).and.include(id);
      expect(page).to.include(`page ${index + 1} sur ${pages.length}`);
    }
  });

  it("reverses no figure, reference or amount in Arabic", async () => {
    const text = await textOf(reportInput(TENDER, "ar"));
    expect(text).to.include("2-22-431").and.include("134/BR/RF/2025").and.include("2 500 000,00");
    expect(text).to.not.include("431-22-2");
    expect(text).to.not.include("5202");
  });

  it("reverses nothing of what a user wrote in figures among Arabic words", async () => {
    const written = ["2-22-431", "2026-03-01", "250 000,00", "12-34/2026", "1 500 000"];
    const title = `المرسوم رقم ${written.join(" ثم ")} درهم`;
    for (const language of ["ar", "fr"] as const) {
      const text = await textOf(reportInput(TENDER, language, withTitle(title)));
      for (const each of written) expect(text).to.include(each);
      expect(text).to.not.include("431-22-2");
    }
  });

  it("tells verdict and index apart, and never prints the policy as law", async () => {
    const text = await textOf(reportInput(TENDER, "fr"));
    expect(text).to.include("Verdict légal").and.include("politique, pas la loi");
  });

  it("repeats the header of a table without reading it out again", async () => {
    const input = reportInput(TENDER, "fr");
    const pdf = await renderReport(input);
    const headers = pageTexts(pdf)
      .flat()
      .filter((text) => text === "Grandeur").length;
    expect(headers).to.be.greaterThan(1);
    expect(countOf(pdf, "THead")).to.be.lessThan(8);
  });

  it("divides a row taller than a page and loses no word of it", async () => {
    const input = reportInput(TENDER, "fr");
    const lots = [{ id: "1", title: { fr: `début ${"mot ".repeat(2_400)}fin` } }];
    const pages = pageTexts(await renderReport({ ...input, document: { ...input.document, lots } }));
    const held = pages.map((texts) => texts.join(" ").match(/\bmot\b/g)?.length ?? 0);
    expect(held.filter((count) => count > 0).length).to.be.greaterThan(1);
    expect(held.reduce((sum, count) => sum + count, 0)).to.equal(2_400);
  });

  it("opens from the right in Arabic", async () => {
    expect([await isRightToLeft("ar"), await isRightToLeft("fr")]).to.deep.equal([true, false]);
  });

  it("tags every heading, table and figure", async () => {
    const pdf = await renderReport(reportInput(TIE, "ar"));
    expect(countOf(pdf, "H1")).to.equal(1);
    expect(countOf(pdf, "Figure")).to.equal(2);
    for (const role of ["H2", "H3", "P", "L", "LI", "Table", "TR", "TH", "TD"])
      expect(countOf(pdf, role), role).to.be.greaterThan(1);
  });

  it("has a QR code and a link only when there is an address", async () => {
    const input = reportInput(TENDER, "fr");
    const verificationUrl = "https://example.ma/verify/1";
    const without = await renderReport(input);
    const linked = await renderReport({ ...input, verificationUrl });
    expect(countOf(without, "Link")).to.equal(0);
    expect(countOf(linked, "Link")).to.equal(1);
  });

  it("fits on one page as a summary, for every demo tender in each language", async () => {
    for (const language of ["ar", "fr", "en"] as const)
      for (const name of TENDERS) {
        const input = { ...reportInput(name, language), verificationUrl: "https://example.ma/verify/1" };
        const pdf = await renderReport({ ...input, variant: "summary" });
        expect(pageTexts(pdf).length, `${name} ${language}`).to.equal(1);
      }
  });

  it("says less in a summary rather than begin a second page", async () => {
    const long = withTitle("titre assez long pour tenir sur plusieurs lignes ".repeat(9));
    const pdf = await renderReport({ ...reportInput(TENDER, "fr", long), variant: "summary" });
    const [page = [], ...others] = pageTexts(pdf);
    expect(others).to.deep.equal([]);
    expect(page.filter((text) => /^\d\.$/.test(text)).length).to.be.within(1, 2);
  });

  it("compares two assessments: what changed in the rules, in the law's numbers, and in the file", async () => {
    for (const language of ["ar", "fr", "en"] as const) {
      const input = comparisonInput("purchase-order-reception", "2022-06-01", language);
      const pdf = await renderReport(input);
      const text = pageTexts(pdf).flat().join("\n").replaceAll("\u00A0", " ");
      expect(text).to.include("200 000").and.include("500 000").and.include("2022").and.include("2026");
      expect(JSON.parse(attachmentOf(pdf))).to.have.all.keys(
        "format",
        "engine",
        "language",
        "rulebook",
        "before",
        "after",
      );
    }
  });

  it("names a text of several languages by its field and its language", async () => {
    const input = comparisonInput(TENDER, "2022-06-01", "fr");
    const document = { ...input.after.document, title: { fr: "Autre objet" } };
    const text = pageTexts(await renderReport({ ...input, after: { ...input.after, document } }))
      .flat()
      .join(" ");
    expect(text).to.include("Objet (français)").and.include("Autre objet");
  });

  it("names facts as a person does, and says where they stand in the file", async () => {
    const text = await textOf(reportInput(TIE, "fr"));
    expect(text)
      .to.match(/Offre o1 — forme juridique : ?société/)
      .and.include("/offers/0/tenderer/legalForm");
  });

  it("says of which lot a question is, and what its answer is worth in two decimals", async () => {
    const text = await textOf(reportInput("national-day-lots", "fr", sevenLots));
    expect(text).to.match(/Lot 2 — Quel est le montant du cautionnement/);
    expect(text)
      .to.match(/jusqu'à [\d,]+ points/)
      .and.not.match(/jusqu'à \d+,\d{3}/);
  });

  it("names families of services in its own language", async () => {
    expect(await textOf(reportInput(TENDER, "fr"))).to.match(/Objet : ?restauration, tentes/);
    expect(await textOf(reportInput(TENDER, "en"))).to.match(/Subject: ?catering, tents/);
  });

  it("says to which lot the points of the index belong", async () => {
    const text = await textOf(reportInput("national-day-lots", "fr"));
    expect(text).to.include("Cautionnement provisoire — lot 3 0 sur 2,4");
  });

  it("prints a title with markup signs as it stands", async () => {
    const text = await textOf(reportInput(TENDER, "fr", withTitle("Fête & <b>repas</b> > 100")));
    expect(text).to.include("Fête & <b>repas</b> > 100");
  });

  it("names what it cannot draw of a title", async () => {
    const text = await textOf(reportInput(TENDER, "fr", withTitle("Repas 😀 abc 123")));
    expect(text).to.include("Repas [U+1F600] abc 123");
  });

  it("prints a title of 500 letters without a break", async () => {
    const text = await textOf(reportInput(TENDER, "ar", withTitle("M".repeat(500))));
    expect(text.match(/M/g)?.length).to.be.at.least(500);
  });
});

describe("a report for the browser", () => {
  it("is the same text, with its charts drawn", () => {
    const html = renderReportHtml(reportInput(TENDER, "ar"));
    expect(html).to.match(/<html lang="ar-MA" dir="rtl">/);
    expect(html).to.include('<bdi dir="ltr">134/BR/RF/2025</bdi>').and.include("<svg ");
  });

  it("escapes what a user wrote", () => {
    const html = renderReportHtml(reportInput(TENDER, "fr", withTitle("<script>alert(1)</script>")));
    expect(html).to.include("&lt;script&gt;");
    expect(html).to.not.include("<script>");
  });
});
