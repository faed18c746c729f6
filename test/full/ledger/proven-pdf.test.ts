import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Language } from "../../../src/domain/tender.ts";
import { checkFile } from "../../../src/ledger/pdf/check-file.ts";
import { runTool, veraPdf } from "../../support/debian-tool.ts";
import { type ProvenReports, provenReports } from "../../support/proven-reports.ts";
import { tampered } from "../../support/tampered.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const LANGUAGES: readonly Language[] = ["ar", "fr", "en"];
/** The whole is `npm run ledger:tamper`: every bit of three reports, and 100,000 edits. */
const SHARE = Number(process.env["LEDGER_SHARE"] ?? 0.1);
const EDITS = 100_000;

describe("a report with its proof, at length", function () {
  this.timeout(0);
  const folder = temporaryFolder();
  let reports: ProvenReports;
  const files = new Map<Language, Buffer>();

  const isAccepted = (file: Buffer): boolean =>
    Object.values(checkFile(file, [reports.key]).answers).every(({ holds }) => holds === "yes");

  before(async () => {
    reports = await provenReports();
    for (const language of LANGUAGES) files.set(language, await reports.issue(language, "summary"));
  });
  after(async () => {
    await reports.close();
    folder.remove();
  });

  it("is PDF/A-3a and PDF/UA-1, sound for qpdf, and gives its attachments to anyone", () => {
    const paths = LANGUAGES.map((language) => {
      const path = join(folder.path, `${language}.pdf`);
      writeFileSync(path, files.get(language) ?? "");
      return path;
    });
    for (const line of veraPdf(paths)) expect(line).to.match(/\tok$/);
    for (const path of paths) {
      runTool("qpdf", "qpdf", ["--check", path]);
      const listed = runTool("pdfdetach", "poppler-utils", ["-list", path]);
      expect(listed).to.include("report.json").and.to.include("report.tlog-proof");
    }
  });

  for (const language of LANGUAGES)
    it(`is refused for every bit that is flipped (${language})`, () => {
      const file = files.get(language) ?? Buffer.alloc(0);
      const accepted: number[] = [];
      let flips = 0;
      const step = Math.max(1, Math.round(1 / SHARE));
      for (let bit = 0; bit < file.length * 8; bit += step) {
        const at = Math.floor(bit / 8);
        const mask = 1 << (bit % 8);
        file[at] = (file[at] ?? 0) ^ mask;
        if (isAccepted(file)) accepted.push(bit);
        file[at] = (file[at] ?? 0) ^ mask;
        flips += 1;
      }
      console.log(`      ${flips} of ${file.length * 8} single bits flipped, ${accepted.length} accepted`);
      expect(accepted).to.deep.equal([]);
    });

  it("is refused after random edits", () => {
    const accepted: number[] = [];
    let edits = 0;
    for (let seed = 1; seed <= EDITS * SHARE; seed += 1) {
      const file = files.get(LANGUAGES[seed % LANGUAGES.length] ?? "ar") ?? Buffer.alloc(0);
      const edited = tampered(file, seed);
      if (edited.equals(file)) continue;
      edits += 1;
      if (isAccepted(edited)) accepted.push(seed);
    }
    console.log(`      ${edits} random edits, ${accepted.length} accepted`);
    expect(accepted).to.deep.equal([]);
  });
});
