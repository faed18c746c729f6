import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { checkFile } from "../../../src/ledger/pdf/check-file.ts";
import { projectRoot } from "../../../src/paths.ts";
import { type ProvenReports, provenReports } from "../../support/proven-reports.ts";
import { revisedPdf } from "../../support/revised-pdf.ts";
import { tampered } from "../../support/tampered.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const SCRIPT = join(projectRoot, "docs/verify_report.py");
const FILES = Math.round(2000 * Number(process.env["LEDGER_SHARE"] ?? 0.1));

/** The script's own functions over many files, so that Python starts once. */
const HARNESS = `
import sys
source = open(sys.argv[1]).read()
exec(source[:source.index("\\nverify(open(")])
name, key = sys.argv[2].split("+")[0].encode(), b64(sys.argv[2].split("+", 2)[2].encode())[1:]
for path in sys.stdin.read().split():
    try: verify(open(path, "rb").read(), name, key); print("yes")
    except Exception: print("no")
`;

const python = (args: readonly string[], input = "") => {
  const ran = spawnSync("python3", args, { encoding: "utf8", input, maxBuffer: 2 ** 27 });
  if (ran.error !== undefined) throw new Error("python3 is missing: apt-get install python3");
  return ran;
};

describe("the second verifier, in Python with openssl", function () {
  this.timeout(0);
  const folder = temporaryFolder();
  let reports: ProvenReports;
  let report: Buffer;

  before(async () => {
    reports = await provenReports();
    report = await reports.issue("ar", "summary");
  });
  after(async () => {
    await reports.close();
    folder.remove();
  });

  it("has at most 40 lines", () => {
    expect(readFileSync(SCRIPT, "utf8").trimEnd().split("\n").length).to.be.at.most(40);
  });

  it("accepts a report, refuses it under another key, and refuses one that was changed", async () => {
    const path = join(folder.path, "report.pdf");
    writeFileSync(path, report);
    const key = reports.log.signer.verifierKey;
    expect(python([SCRIPT, path, key]).status).to.equal(0);
    expect(python([SCRIPT, path, key.replace(/.{6}$/, "AAAAA=")]).status).to.not.equal(0);
    writeFileSync(path, Buffer.concat([report, Buffer.from("\n")]));
    expect(python([SCRIPT, path, key]).status).to.not.equal(0);
    writeFileSync(path, await reports.issue("fr", "summary", revisedPdf));
    expect(python([SCRIPT, path, key]).status, "one that was signed first").to.equal(0);
  });

  it("says the same as ours of every file, good or bad", () => {
    const files = Array.from({ length: FILES }, (_, seed) =>
      seed % 10 === 0 ? report : tampered(report, seed),
    );
    const paths = files.map((file, index) => {
      const path = join(folder.path, `${index}.pdf`);
      writeFileSync(path, file);
      return path;
    });
    const { stdout } = python(["-c", HARNESS, SCRIPT, reports.log.signer.verifierKey], paths.join("\n"));
    const theirs = stdout.trim().split("\n");
    const ours = files.map((file) =>
      Object.values(checkFile(file, [reports.key]).answers).every(({ holds }) => holds === "yes")
        ? "yes"
        : "no",
    );
    expect(theirs).to.deep.equal(ours);
    const accepted = ours.filter((said) => said === "yes").length;
    console.log(`      ${FILES} files, ${accepted} good: both say the same of each`);
  });
});
