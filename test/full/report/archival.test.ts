import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { Language } from "../../../src/domain/tender.ts";
import { renderReport } from "../../../src/report/render-report.ts";
import type { ReportVariant } from "../../../src/usecases/ports.ts";
import type { ReportInput } from "../../../src/report/report-input.ts";
import { reportPayload } from "../../../src/report/report-payload.ts";
import { runTool, veraPdf } from "../../support/debian-tool.ts";
import { reportInput } from "../../support/report-input.ts";

const LANGUAGES: readonly Language[] = ["ar", "fr", "en"];
const ADDRESS = "https://awlawiya.example.ma/verify/0123456789abcdef0123456789abcdef";
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

  const write = async (name: string, input: ReportInput, variant: ReportVariant = "full") => {
    const path = join(folder, `${name}.pdf`);
    writeFileSync(path, await renderReport({ ...input, variant, verificationUrl: ADDRESS }));
    return path;
  };

  it("is PDF/A-3a and PDF/UA-1 in each language, whole and as a summary, by veraPDF", async () => {
    const files: string[] = [];
    for (const language of LANGUAGES) {
      const input = reportInput("national-day-lots", language);
      files.push(await write(`whole-${language}`, input), await write(`one-${language}`, input, "summary"));
      files.push(await write(`hostile-${language}`, reportInput("road-works", language, withTitle(HOSTILE))));
    }
    const verdicts = veraPdf(files);
    expect(verdicts.filter((line) => !line.endsWith("\tok"))).to.deep.equal([]);
    expect(verdicts.length).to.equal(files.length * 2);
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
