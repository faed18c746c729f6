import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect } from "chai";
import { auditLog } from "../../src/store/audit/audit-log.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { rulebookFiles } from "../support/fixtures.ts";
import { ENGINES } from "../support/engines.ts";
import { flips } from "../support/flipped-database.ts";
import { withActs } from "../support/logged-acts.ts";
import { type ProvenReports, provenReports } from "../support/proven-reports.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** `npm run test:full` flips more, `npm run ledger:tamper` 5,000. */
const FLIPS = 60;

for (const engine of ENGINES)
  describe(`the audit of the log on ${engine}`, function () {
    this.timeout(120_000);
    let reports: ProvenReports;

    before(async () => {
      reports = await withActs(await provenReports(engine));
    });
    after(() => reports.close());

    const audited = () => auditLog(reports.database, rulebookFiles);
    /** Does what the triggers would refuse: what somebody does who owns the server. */
    const force = async (table: string, sql: string): Promise<void> => {
      await reports.database.write.transaction(async (trx) => {
        if (engine === "postgres") {
          await trx.raw("set local session_replication_role = replica");
          await trx.raw(sql);
          return;
        }
        const triggers = (await trx("sqlite_master").where({
          type: "trigger",
          tbl_name: table,
        })) as readonly {
          readonly name: string;
          readonly sql: string;
        }[];
        for (const { name } of triggers) await trx.raw(`drop trigger ${name}`);
        await trx.raw(sql);
        for (const trigger of triggers) await trx.raw(trigger.sql);
      });
    };

    it("finds nothing wrong where nothing is", async () => {
      const report = await audited();
      expect(report.findings).to.deep.equal([]);
      expect(report).to.include({ size: 10, records: 9, documents: 1, erased: 0 });
    });

    for (const [what, table, sql, undo] of [
      [
        "a verdict",
        "assessment",
        "update assessment set verdict = 'compliant'",
        "update assessment set verdict = 'nonCompliant'",
      ],
      [
        "a report's reference",
        "issued_report",
        "update issued_report set reference = 'x' where language = 'fr'",
        "update issued_report set reference = '04/2026/GAR' where language = 'fr'",
      ],
      [
        "who confirmed",
        "confirmation",
        "update confirmation set parameter = 'x' where number = 2",
        "update confirmation set parameter = 'simplified-call-ceiling' where number = 2",
      ],
      [
        "the rulebook of an assessment",
        "assessment",
        "update assessment set rulebook_sha256 = upper(rulebook_sha256)",
        "update assessment set rulebook_sha256 = lower(rulebook_sha256)",
      ],
      [
        "a report's count of bytes",
        "issued_report",
        "update issued_report set pdf_bytes = pdf_bytes + 1 where language = 'fr'",
        "update issued_report set pdf_bytes = pdf_bytes - 1 where language = 'fr'",
      ],
    ] as const)
      it(`finds that ${what} was changed by somebody who owns the server`, async () => {
        await force(table, sql);
        const { findings } = await audited();
        expect(findings.map(({ kind }) => kind)).to.include("record");
        await force(table, undo);
        expect((await audited()).findings).to.deep.equal([]);
      });

    it("finds that the thing of which an opening speaks was changed, where no table holds it", async () => {
      const key = "where seq = 0";
      await force("log_opening", `update log_opening set subject = subject || 'x' ${key}`);
      expect((await audited()).findings.map(({ where }) => where)).to.include("log_opening 0");
      const cut = "substr(subject, 1, length(subject) - 1)";
      await force("log_opening", `update log_opening set subject = ${cut} ${key}`);
      expect((await audited()).findings).to.deep.equal([]);
    });

    it("finds that a key stands at another place than the log says", async () => {
      await force("log_key", "update log_key set seq = 1 where seq = 0");
      expect((await audited()).findings.map(({ where }) => where)).to.include("log_key");
      await force("log_key", "update log_key set seq = 0 where seq = 1");
      expect((await audited()).findings).to.deep.equal([]);
    });

    it("finds that an opening is gone without an erasure", async () => {
      await reports.database.write("log_opening").where({ seq: 3 }).delete();
      expect((await audited()).findings.map(({ where }) => where)).to.include("log_opening 3");
    });
  });

describe("the audit of a SQLite file", function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  let original: Buffer;

  before(async () => {
    const reports = await withActs(await provenReports("sqlite"));
    const copy = join(folder.path, "copy.sqlite");
    await reports.database.write.raw("vacuum into ?", [copy]);
    await reports.close();
    const database = new Sqlite(copy);
    database.pragma("journal_mode = delete");
    database.close();
    original = readFileSync(copy);
    rmSync(copy);
  });
  after(() => folder.remove());

  it("sees every flipped bit that changed something", async () => {
    const unseen: number[] = [];
    let changes = 0;
    const plan = { first: 801, step: Math.floor((original.length * 8) / FLIPS) | 1, count: FLIPS };
    for await (const { bit, changed, seenByAudit } of flips(
      original,
      join(folder.path, "flipped.sqlite"),
      plan,
    )) {
      if (changed) changes += 1;
      if (changed && !seenByAudit) unseen.push(bit);
    }
    expect(changes).to.be.greaterThan(FLIPS / 3);
    expect(unseen).to.deep.equal([]);
  });

  it("sees a trigger that was taken away", async () => {
    const file = join(folder.path, "untriggered.sqlite");
    writeFileSync(file, original);
    const direct = new Sqlite(file);
    direct.exec("drop trigger log_entry_no_delete");
    direct.close();
    const database = openDatabase({ engine: "sqlite", file });
    const { findings } = await auditLog(database, rulebookFiles);
    await database.close();
    expect(findings).to.deep.include({ kind: "schema", where: "log_entry_no_delete", problem: "missing" });
  });
});
