import { expect } from "chai";
import type { Verifier } from "../../src/ledger/keys.ts";
import { checkFile } from "../../src/ledger/pdf/check-file.ts";
import { splitPdf } from "../../src/ledger/pdf/split-pdf.ts";
import type { Language } from "../../src/domain/tender.ts";
import { type ProvenReports, provenReports } from "../support/proven-reports.ts";
import { revisedPdf } from "../support/revised-pdf.ts";
import { tampered } from "../support/tampered.ts";

const LANGUAGES: readonly Language[] = ["ar", "fr", "en"];
/** A prime, so that each bit of a byte has its turn; `npm run test:full` flips every bit. */
const STRIDE = 997;
const EDITS = 1000;

const isAccepted = (file: Buffer, key: Verifier): boolean =>
  Object.values(checkFile(file, [key]).answers).every(({ holds }) => holds === "yes");

describe("a report that carries its proof", function () {
  this.timeout(120_000);
  let reports: ProvenReports;
  const files = new Map<Language, Buffer>();
  const fileIn = (language: Language): Buffer => files.get(language) ?? Buffer.alloc(0);

  before(async () => {
    reports = await provenReports();
    for (const language of LANGUAGES) files.set(language, await reports.issue(language, "summary"));
  });
  after(() => reports.close());

  it("is accepted by the key of its log", () => {
    for (const language of LANGUAGES) expect(isAccepted(fileIn(language), reports.key)).to.equal(true);
  });

  it("is the same file each time", async () => {
    expect((await reports.issue("fr", "summary")).equals(fileIn("fr"))).to.equal(true);
  });

  it("cannot be told without the key, and is refused under another", () => {
    const { answers } = checkFile(fileIn("fr"), []);
    expect(new Set(Object.values(answers).map(({ reason }) => reason))).to.deep.equal(
      new Set(["keyUnknown"]),
    );
  });

  it("is refused when one bit is flipped, wherever it is", () => {
    for (const language of LANGUAGES) {
      const file = fileIn(language);
      for (let bit = 0; bit < file.length * 8; bit += STRIDE) {
        const mask = 1 << (bit % 8);
        const at = Math.floor(bit / 8);
        file[at] = (file[at] ?? 0) ^ mask;
        expect(isAccepted(file, reports.key), `${language}, bit ${bit}`).to.equal(false);
        file[at] = (file[at] ?? 0) ^ mask;
      }
      expect(isAccepted(file, reports.key)).to.equal(true);
    }
  });

  it("is refused when any bit of its proof is flipped", () => {
    const file = fileIn("ar");
    const start = splitPdf(file)?.issued.length ?? 0;
    for (let at = start; at < file.length; at += 1)
      for (let bit = 0; bit < 8; bit += 3) {
        file[at] = (file[at] ?? 0) ^ (1 << bit);
        expect(isAccepted(file, reports.key), `byte ${at}, bit ${bit}`).to.equal(false);
        file[at] = (file[at] ?? 0) ^ (1 << bit);
      }
  });

  it("is refused after any edit", () => {
    const file = fileIn("fr");
    for (let seed = 1; seed <= EDITS; seed += 1) {
      const edited = tampered(file, seed);
      if (!edited.equals(file)) expect(isAccepted(edited, reports.key), `edit ${seed}`).to.equal(false);
    }
  });

  it("may have been signed before it was issued: both are proved, and either change is found", async () => {
    const signed = await reports.issue("fr", "full", revisedPdf);
    expect(isAccepted(signed, reports.key)).to.equal(true);
    const { issued } = splitPdf(signed) ?? { issued: Buffer.alloc(0) };
    const update = issued.lastIndexOf("/SigFlags");
    expect(update).to.be.greaterThan(0);
    expect(
      signed.indexOf("/SigFlags", update + 1),
      "the proof rewrites the newest catalogue",
    ).to.be.greaterThan(0);
    for (let at = update; at < signed.length; at += 7) {
      signed[at] = (signed[at] ?? 0) ^ 1;
      expect(isAccepted(signed, reports.key), `byte ${at}`).to.equal(false);
      signed[at] = (signed[at] ?? 0) ^ 1;
    }
  });

  it("is refused with the proof of another report, and without its own cannot be told", () => {
    const [french, arabic] = [splitPdf(fileIn("fr")), splitPdf(fileIn("ar"))];
    if (french === null || arabic === null) throw new Error("no proof");
    const swapped = Buffer.concat([french.issued, fileIn("ar").subarray(arabic.issued.length)]);
    expect(checkFile(swapped, [reports.key]).answers.untouched).to.deep.equal({
      holds: "no",
      reason: "changed",
    });
    expect(checkFile(french.issued, [reports.key]).answers.untouched).to.deep.equal({
      holds: "cantTell",
      reason: "noProof",
    });
  });
});
