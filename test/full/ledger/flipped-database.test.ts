import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect } from "chai";
import { flips } from "../../support/flipped-database.ts";
import { withActs } from "../../support/logged-acts.ts";
import { provenReports } from "../../support/proven-reports.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** The whole is `npm run ledger:tamper`. */
const SHARE = Number(process.env["LEDGER_SHARE"] ?? 0.1);
const FLIPS = 5000;

describe("a database file with one bit flipped", function () {
  this.timeout(0);
  const folder = temporaryFolder();
  after(() => folder.remove());

  it("is found by the audit whenever something changed", async () => {
    const reports = await withActs(await provenReports("sqlite"));
    const copy = join(folder.path, "copy.sqlite");
    await reports.database.write.raw("vacuum into ?", [copy]);
    await reports.close();
    const closed = new Sqlite(copy);
    closed.pragma("journal_mode = delete");
    closed.close();
    const original = readFileSync(copy);
    rmSync(copy);

    const count = Math.round(FLIPS * SHARE);
    const step = Math.floor((original.length * 8) / count) | 1;
    const unseen: number[] = [];
    let [changes, byIntegrityCheck] = [0, 0];
    for await (const flip of flips(original, join(folder.path, "flipped.sqlite"), {
      first: 11,
      step,
      count,
    })) {
      if (!flip.changed) continue;
      changes += 1;
      if (flip.seenByIntegrityCheck) byIntegrityCheck += 1;
      if (!flip.seenByAudit) unseen.push(flip.bit);
    }
    console.log(
      `      ${count} bits flipped, ${changes} changed something: audit saw ${changes - unseen.length}, integrity_check alone ${byIntegrityCheck}`,
    );
    expect(unseen).to.deep.equal([]);
  });
});
