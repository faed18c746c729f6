import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { Language } from "../../../src/domain/tender.ts";
import { renderReport } from "../../../src/report/render-report.ts";
import { signPdf } from "../../../src/report/signature/sign-pdf.ts";
import { readSigningKey } from "../../../src/report/signature/signing-key.ts";
import { projectRoot } from "../../../src/paths.ts";
import type { PrintInput, ReportInput } from "../../../src/report/report-input.ts";
import { reportPayload } from "../../../src/report/report-payload.ts";
import { packPayload } from "../../../src/pack/pack-payload.ts";
import { packPdf } from "../../../src/pack/pack-pdf.ts";
import { writingIn } from "../../../src/pack/writing.ts";
import { openPress } from "../../../src/report/press.ts";
import { communeKey } from "../../support/commune-key.ts";
import { runTool, veraPdf } from "../../support/debian-tool.ts";
import { rulebook } from "../../support/fixtures.ts";
import { awardedTender, fixture, packContent } from "../../support/pack-content.ts";
import { comparisonInput, reportInput } from "../../support/report-input.ts";

const LANGUAGES: readonly Language[] = ["ar", "fr", "en"];
const ADDRESS = "https://awlawiya.example.ma/verify/0123456789abcdef0123456789abcdef";
const AT = new Date("2026-02-01T08:00:00Z");
const EARLIER = "2022-06-01";
const TENDERS = readdirSync(join(projectRoot, "fixtures/tenders")).map((name) => name.replace(".json", ""));

const kindsOf = (tender: string, language: Language): readonly (readonly [string, PrintInput])[] => {
  const input = reportInput(tender, language);
  return [
    ["full", input],
    ["summary", { ...input, variant: "summary" }],
    ["comparison", comparisonInput(tender, EARLIER, language)],
  ];
};

const HOSTILE = `<b>&"' 😀 ﺍﻟﺠﻤﺎﻋﺔ (${"x".repeat(400)}) \u0301\u064B`;

const withTitle = (title: string) => (document: Record<string, unknown>) => ({
  ...document,
  reference: title.slice(0, 100),
  title: { ar: title, fr: title },
});

describe("the PDF", function pdf() {
  this.timeout(600_000);
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  after(() => rmSync(folder, { recursive: true }));

  const write = async (name: string, input: ReportInput) => {
    const path = join(folder, `${name}.pdf`);
    writeFileSync(path, await renderReport({ ...input, verificationUrl: ADDRESS }));
    return path;
  };

  it("is PDF/A-3a and PDF/UA-1 for every demo tender, in each language and kind, signed or not, by veraPDF", async () => {
    const key = readSigningKey(communeKey(folder, "ecdsa"));
    const files: string[] = [];
    for (const tender of TENDERS)
      for (const language of LANGUAGES)
        for (const [kind, input] of kindsOf(tender, language)) {
          const unsigned = await renderReport({ ...input, verificationUrl: ADDRESS });
          const name = join(folder, `${tender}-${language}-${kind}`);
          writeFileSync(`${name}.pdf`, unsigned);
          writeFileSync(`${name}-signed.pdf`, signPdf(unsigned, key, AT));
          files.push(`${name}.pdf`, `${name}-signed.pdf`);
        }
    const verdicts = veraPdf(files);
    expect(verdicts.filter((line) => !line.endsWith("\tok"))).to.deep.equal([]);
    expect(verdicts.length).to.equal(files.length * 2);
  });

  it("is PDF/A-3a and PDF/UA-1 whatever stands in the title", async () => {
    const files: string[] = [];
    for (const language of LANGUAGES)
      files.push(await write(`hostile-${language}`, reportInput("road-works", language, withTitle(HOSTILE))));
    expect(veraPdf(files).filter((line) => !line.endsWith("\tok"))).to.deep.equal([]);
  });

  it("is PDF/A-3a and PDF/UA-1 as the pack of a year, known in full, in part and not at all", async () => {
    const contents = [
      await packContent(fixture("programmes/ain-sahel-2026.json"), [
        fixture("tenders/tie-cooperative-passed-over.json"),
        awardedTender(HOSTILE.slice(0, 100), {
          tenderer: { name: HOSTILE.slice(0, 300) },
          decidedOn: "2026-02-01",
        }),
      ]),
      await packContent(fixture("programmes/tizi-amane-2025.json"), []),
      await packContent(null, []),
    ];
    const files: string[] = [];
    for (const [index, content] of contents.entries())
      for (const language of LANGUAGES) {
        const path = join(folder, `pack-${index}-${language}.pdf`);
        const writing = writingIn(language, rulebook);
        writeFileSync(path, await packPdf(content, packPayload(content), writing, openPress(null)));
        files.push(path);
      }
    expect(veraPdf(files).filter((line) => !line.endsWith("\tok"))).to.deep.equal([]);
  });

  it("is sound by qpdf", async () => {
    for (const language of LANGUAGES)
      runTool("qpdf", "qpdf", ["--check", await write("sound", reportInput("road-works", language))]);
  });

  it("carries the payload as a file", async () => {
    const input = reportInput("national-day-lots", "ar");
    const path = await write("payload", input);
    const copy = join(folder, "payload.json");
    runTool("pdfdetach", "poppler-utils", ["-save", "1", "-o", copy, path]);
    expect(readFileSync(copy, "utf8")).to.equal(reportPayload(input).json);
  });

  it("has a QR code that leads to its address", async () => {
    const path = await write("code", reportInput("road-works", "ar"));
    const image = join(folder, "code");
    runTool("pdftoppm", "poppler-utils", ["-r", "200", "-l", "1", "-singlefile", "-png", path, image]);
    expect(runTool("zbarimg", "zbar-tools", ["-q", "--raw", `${image}.png`]).trim()).to.equal(ADDRESS);
  });
});
