import { appendFileSync, cpSync, truncateSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { composeVerifier } from "../../../src/compose-verify.ts";
import { projectRoot } from "../../../src/paths.ts";
import { loadRulebook } from "../../../src/rulebook/load-rulebook.ts";
import { rulebookArchive } from "../../../src/rulebook/rulebook-archive.ts";
import { auditLog } from "../../../src/store/audit/audit-log.ts";
import { keepRulebook } from "../../../src/store/log-rulebook.ts";
import { rulebook } from "../../support/fixtures.ts";
import { type ProvenReports, provenReports } from "../../support/proven-reports.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** The whole is `npm run ledger:tamper`: every file. */
const SHARE = Number(process.env["LEDGER_SHARE"] ?? 0.1);

const isOurs = (path: string): boolean => !path.includes("releases");

describe("a rulebook with one file changed", function () {
  this.timeout(0);
  const folder = temporaryFolder();
  const copy = join(folder.path, "rulebook");
  let reports: ProvenReports;
  let report: Buffer;

  before(async () => {
    reports = await provenReports();
    report = await reports.issue("fr", "summary");
    await keepRulebook(reports.database, reports.log.append, { rulebook, engine: "awlawiya test" });
    cpSync(join(projectRoot, "rulebook"), copy, { recursive: true, filter: isOurs });
  });
  after(async () => {
    await reports.close();
    folder.remove();
  });

  it("is named by the audit and by the verification of a report, down to the file", async () => {
    const step = Math.round(1 / SHARE);
    const paths = Object.keys(rulebook.files).filter((_, index) => index % step === 0);
    for (const path of paths) {
      const file = join(copy, path);
      const { size } = statSync(file);
      // White space: no rule changes its mind, and still the file is not the one that was logged.
      appendFileSync(file, "\n");
      const changed = loadRulebook(copy);
      const { findings } = await auditLog(reports.database, () => changed.files);
      expect(findings.map(({ kind, where }) => `${kind} ${where}`)).to.deep.equal([`rulebook ${path}`]);
      const { answers, changedFiles } = composeVerifier(rulebookArchive(changed, []), [reports.key])(report);
      expect({ holds: answers.rulebook.holds, changedFiles }).to.deep.equal({
        holds: "no",
        changedFiles: [path],
      });
      truncateSync(file, size);
    }
    console.log(`      ${paths.length} of ${Object.keys(rulebook.files).length} files changed, each named`);
    expect(loadRulebook(copy).sha256).to.equal(rulebook.sha256);
  });

  it("is named when it is logged again under the same version", async () => {
    const [path = ""] = Object.keys(rulebook.files);
    appendFileSync(join(copy, path), "\n");
    const changed = loadRulebook(copy);
    await keepRulebook(reports.database, reports.log.append, { rulebook: changed, engine: "awlawiya test" });
    const { findings } = await auditLog(reports.database, () => rulebook.files);
    expect(findings.map(({ kind, where }) => `${kind} ${where}`)).to.deep.equal([`rulebook ${path}`]);
  });
});
