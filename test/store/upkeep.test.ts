import { existsSync } from "node:fs";
import { expect } from "chai";
import { yearsLater } from "../../src/domain/local-date.ts";
import { auditLog } from "../../src/store/audit/audit-log.ts";
import { eraseOpening } from "../../src/store/erase-opening.ts";
import { ledgerStore } from "../../src/store/ledger-store.ts";
import { openLog } from "../../src/store/open-log.ts";
import { rotateKey } from "../../src/store/rotate-key.ts";
import { rulebookFiles } from "../support/fixtures.ts";
import { ENGINES } from "../support/engines.ts";
import { confirm, withActs } from "../support/logged-acts.ts";
import { type ProvenReports, provenReports } from "../support/proven-reports.ts";

const now = (): Date => new Date("2026-02-01T08:00:00Z");

for (const engine of ENGINES)
  describe(`the upkeep of a log on ${engine}`, () => {
    let reports: ProvenReports;

    before(async () => {
      reports = await withActs(await provenReports(engine));
    });
    after(() => reports.close());

    const findings = async () => (await auditLog(reports.database, rulebookFiles)).findings;

    it("erases what a leaf commits to, and breaks no proof", async () => {
      const { database, log } = reports;
      const seq = await eraseOpening(database, log.append, "confirmation:2");
      expect((await ledgerStore(database).entry(seq))?.opening).to.equal(null);
      const { erased, findings: wrong } = await auditLog(database, rulebookFiles);
      expect({ erased, wrong }).to.deep.equal({ erased: 1, wrong: [] });
    });

    it("erases neither what is not there nor what a report needs to prove itself", async () => {
      const { database, log } = reports;
      const { subject } =
        (await ledgerStore(database).entries(0, 20)).find(({ kind }) => kind === "report") ?? {};
      for (const name of ["confirmation:99", subject ?? ""])
        expect(await eraseOpening(database, log.append, name).then(() => "erased", String)).to.match(
          /LOG_ENTRY_NOT_FOUND/,
        );
    });

    it("changes its key: the old one names the new, and signs no more", async () => {
      const { database, log, keyFile } = reports;
      const next = await rotateKey(database, keyFile, now);
      expect(next.name).to.equal(log.signer.name);
      expect(await ledgerStore(database).keys()).to.deep.equal([log.signer.verifierKey, next.verifierKey]);
      const late = confirm(database, log.append, "fictif, late");
      expect(await late.then(() => "appended", String)).to.match(/LOG_KEY_MISMATCH/);
      const { append } = await openLog(database, { keyFile, name: null }, now);
      await confirm(database, append, "fictif, new key");
      expect(existsSync(`${keyFile}.${log.signer.id.toString("hex")}`)).to.equal(true);
      expect(await findings()).to.deep.equal([]);
    });
  });

describe("a period of retention", () => {
  it("ends on the same day, years later", () => {
    expect(yearsLater("2026-02-01", 10)).to.equal("2036-02-01");
    expect(yearsLater("2028-02-29", 10)).to.equal("2038-03-01");
    expect(yearsLater("2028-02-29", 4)).to.equal("2032-02-29");
  });
});
