import { expect } from "chai";
import { openCheckpoint } from "../../src/ledger/checkpoint.ts";
import { leafHash } from "../../src/ledger/digest.ts";
import { readVerifier } from "../../src/ledger/keys.ts";
import { type Act, openLeaf, readLeaf } from "../../src/ledger/leaf.ts";
import { isConsistent, isIncluded } from "../../src/ledger/verify-proof.ts";
import { type LedgerStore, ledgerStore } from "../../src/store/ledger-store.ts";
import { type Log, openLog } from "../../src/store/open-log.ts";
import { type Database, migrate, openDatabase } from "../../src/store/open-database.ts";
import { type EmptyDatabase, emptyDatabase, ENGINES } from "../support/engines.ts";

const now = (): Date => new Date("2026-02-01T08:00:00Z");

const act = (name: string): Act => ({
  kind: "decision",
  open: {},
  sealed: { name },
  subject: `decision:${name}`,
});

const failure = (promise: PromiseLike<unknown>): Promise<string> =>
  Promise.resolve(promise).then(() => "nothing failed", String);

for (const engine of ENGINES)
  describe(`the log on ${engine}`, () => {
    let empty: EmptyDatabase;
    let database: Database;
    let log: Log;
    let ledger: LedgerStore;

    const append = (...acts: readonly Act[]) => database.write.transaction((trx) => log.append(trx, ...acts));
    const headAt = async (size: number) => {
      const verifier = readVerifier(log.signer.verifierKey);
      const head = await ledger.headFrom(size);
      return head === null || verifier === null ? null : openCheckpoint(head.note, verifier);
    };

    before(async () => {
      empty = await emptyDatabase(engine);
      database = openDatabase(empty.location);
      await migrate(database);
      log = await openLog(database, { keyFile: empty.logKeyFile, name: "log.example" }, now);
      ledger = ledgerStore(database);
    });

    after(async () => {
      await database.close();
      await empty.remove();
    });

    it("starts with its own key, once", async () => {
      await openLog(database, { keyFile: empty.logKeyFile, name: "other.example" }, now);
      expect(await ledger.keys()).to.deep.equal([log.signer.verifierKey]);
      expect(readLeaf((await ledger.entry(0))?.leaf ?? "")).to.deep.include({
        kind: "key",
        open: { key: log.signer.verifierKey },
      });
      expect((await headAt(1))?.origin).to.equal("log.example");
    });

    it("keeps an act and its leaf, or neither", async () => {
      const before = await ledger.head();
      const undone = database.write.transaction(async (trx) => {
        await log.append(trx, act("undone"));
        throw new Error("the act failed");
      });
      expect(await failure(undone)).to.match(/the act failed/);
      expect(await ledger.head()).to.deep.equal(before);
      expect(await ledger.entryOf("decision:undone")).to.equal(null);
    });

    it("opens a leaf only with the facts it was made of", async () => {
      await append(act("opened"));
      const entry = await ledger.entryOf("decision:opened");
      const leaf = readLeaf(entry?.leaf ?? "");
      if (leaf === null || entry?.opening == null) throw new Error("no entry");
      expect(entry.leaf).not.to.include("opened");
      expect(openLeaf(leaf, entry.opening)?.facts).to.deep.equal({ name: "opened" });
      expect(openLeaf(leaf, entry.opening.replace("opened", "closed"))).to.equal(null);
    });

    it("gives every concurrent act a place of its own", async () => {
      const names = Array.from({ length: 40 }, (_, index) => `at once ${index}`);
      const places = (await Promise.all(names.map((name) => append(act(name))))).flat();
      expect(new Set(places).size).to.equal(names.length);
      const { size = 0 } = (await ledger.head()) ?? {};
      const entries = await ledger.entries(0, size);
      expect(entries.map(({ seq }) => seq)).to.deep.equal(Array.from({ length: size }, (_, index) => index));
    });

    it("proves each entry in each signed head, and each head from each earlier one", async () => {
      await append(...Array.from({ length: 1000 }, (_, index) => act(`batch ${index}`)));
      const last = (await ledger.head())?.size ?? 0;
      const later = await headAt(last);
      if (later === null) throw new Error("no head");
      for (let seq = 0; seq < last; seq += 37) {
        const proof = await ledger.inclusion(seq, last);
        const leaf = leafHash((await ledger.entry(seq))?.leaf ?? "");
        expect(isIncluded({ leaf, index: seq, size: last, proof }, later.root)).to.equal(true);
      }
      for (let size = 1; size < 40; size += 1) {
        const earlier = await headAt(size);
        if (earlier === null) throw new Error("no earlier head");
        const proof = await ledger.consistency(earlier.size, last);
        expect(isConsistent({ earlier, later, proof })).to.equal(true);
      }
    });

    it("refuses to change or delete what was logged; an opening may be erased", async () => {
      for (const table of ["log_entry", "log_node", "log_checkpoint", "log_key"])
        expect(await failure(database.write(table).delete()), table).to.match(/append-only/);
      expect(await failure(database.write("log_entry").update({ leaf: "{}" }))).to.match(/append-only/);
      expect(await failure(database.write("log_opening").update({ body: "{}" }))).to.match(/append-only/);
      expect(await database.write("log_opening").where({ subject: "decision:opened" }).delete()).to.equal(1);
    });

    it("refuses a key that it does not name, and a log whose key is gone", async () => {
      const other = await emptyDatabase("sqlite");
      const settings = { keyFile: other.logKeyFile, name: "log.example" };
      expect(await failure(openLog(database, settings, now))).to.match(/LOG_KEY_MISMATCH/);
      await other.remove();
    });
  });
