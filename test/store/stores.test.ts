import { expect } from "chai";
import { assess } from "../../src/domain/assess.ts";
import type { Assessment } from "../../src/domain/assessment.ts";
import { type Actor, SERVICE } from "../../src/domain/actor.ts";
import { assessmentStore } from "../../src/store/assessment-store.ts";
import { type Database, migrate, openDatabase } from "../../src/store/open-database.ts";
import { type Log, openLog } from "../../src/store/open-log.ts";
import { tenderStore } from "../../src/store/tender-store.ts";
import type { Document } from "../../src/usecases/ports.ts";
import { rulebook } from "../support/fixtures.ts";
import { emptyDatabase, type EmptyDatabase, ENGINES } from "../support/engines.ts";

const document = (reference: string): Document => ({ reference, title: { ar: "الإطعام \u{1F600}" } });
const sha = (digit: string): string => digit.repeat(64);
const now = (): Date => new Date("2026-02-01T08:00:00Z");

const assessmentOf = (id: string, inputSha256: string): Assessment => ({
  id,
  inputSha256,
  ...assess({ reference: "1", buyer: { name: {} }, title: { fr: "Restauration" } }, rulebook, "2026-01-20"),
});

const OFFICER: Actor = { ...SERVICE, role: "officer", buyer: "12.066.01.01" };
const OTHER: Actor = { ...OFFICER, buyer: "06.141.01.01" };
const tender = (reference: string, digit: string, ...sources: readonly string[]) => ({
  buyer: OFFICER.buyer,
  document: document(reference),
  documentSha256: sha(digit),
  sources,
});

const failure = (promise: PromiseLike<unknown>): Promise<string> =>
  Promise.resolve(promise).then(() => "nothing failed", String);

for (const engine of ENGINES)
  describe(`the stores on ${engine}`, () => {
    let empty: EmptyDatabase;
    let database: Database;
    let log: Log;

    before(async () => {
      empty = await emptyDatabase(engine);
      database = openDatabase(empty.location);
      await migrate(database);
      log = await openLog(database, { keyFile: empty.logKeyFile, name: null }, now);
    });

    after(async () => {
      await database.close();
      await empty.remove();
    });

    it("give back a tender as it was received", async () => {
      const tenders = tenderStore(database, now);
      const { id } = await tenders.insert(OFFICER, tender("1/2026", "a"));
      expect(await tenders.find(OFFICER, id)).to.deep.equal({
        id,
        version: 1,
        buyer: "12.066.01.01",
        text: JSON.stringify(document("1/2026")),
        document: document("1/2026"),
        documentSha256: sha("a"),
        receivedAt: "2026-02-01T08:00:00.000Z",
        changedAt: "2026-02-01T08:00:00.000Z",
      });
      expect(await tenders.find(OFFICER, "0".repeat(26))).to.equal(null);
    });

    it("replace a tender only at the version that was read", async () => {
      const tenders = tenderStore(database, now);
      const { id } = await tenders.insert(OFFICER, tender("2/2026", "b"));
      expect((await tenders.replace(OFFICER, id, 1, tender("2bis/2026", "c")))?.version).to.equal(2);
      expect(await tenders.replace(OFFICER, id, 1, tender("late", "d"))).to.equal(null);
      expect((await tenders.find(OFFICER, id))?.document).to.deep.equal(document("2bis/2026"));
    });

    it("keep one tender of a call, and name it to whoever stores or replaces by any of its names", async () => {
      const tenders = tenderStore(database, now);
      const [first, second, third] = ['["portal","1"]', '["portal","2"]', '["ocid","3"]'] as const;
      const { id } = await tenders.insert(OFFICER, tender("5/2026", "1", first, third));
      const other = await tenders.insert(OFFICER, tender("6/2026", "2", second));
      expect(await failure(tenders.insert(OFFICER, tender("7/2026", "3", first)))).to.contain(
        `TENDER_EXISTS ${JSON.stringify({ id, source: first })}`,
      );
      expect(await failure(tenders.insertOnce(OFFICER, tender("7/2026", "3", first)))).to.contain(id);
      expect(await failure(tenders.replace(OFFICER, other.id, 1, tender("6/2026", "4", first)))).to.contain(
        id,
      );
      expect(
        await failure(tenders.insert(OFFICER, tender("8/2026", "6", '["portal","8"]', third))),
      ).to.contain(id);
      expect((await tenders.find(OFFICER, other.id))?.version).to.equal(1);
      expect((await tenders.insertOnce(OFFICER, tender("5/2026", "1", first, third))).id).to.equal(id);
      // A name that a tender gave up is free.
      expect((await tenders.replace(OFFICER, id, 1, tender("5/2026", "5", "other")))?.version).to.equal(2);
      expect((await tenders.replace(OFFICER, other.id, 1, tender("6/2026", "4", first)))?.version).to.equal(
        2,
      );
    });

    it("list tenders page by page, each once", async () => {
      const tenders = tenderStore(database, now);
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await tenders.list(OFFICER, cursor, 1);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      } while (cursor !== null);
      expect(seen.length).to.equal(new Set(seen).size);
      expect(seen).to.deep.equal(seen.toSorted());
      expect(seen.length).to.be.at.least(2);
    });

    it("show another buyer nothing, and let it change nothing", async () => {
      const tenders = tenderStore(database, now);
      const { id } = await tenders.insert(OFFICER, tender("own", "7"));
      const assessments = assessmentStore(database, now, log.append);
      const assessment = assessmentOf("C".repeat(26), sha("7"));
      await assessments.append(OFFICER, assessment, id);
      expect(await tenders.find(OTHER, id)).to.equal(null);
      expect((await tenders.list(OTHER, null, 10)).items).to.deep.equal([]);
      expect(await tenders.replace(OTHER, id, 1, tender("taken", "8"))).to.equal(null);
      expect((await tenders.find(OFFICER, id))?.version).to.equal(1);
      expect(await assessments.find(OTHER, assessment.id)).to.equal(null);
      const auditor: Actor = { ...OFFICER, role: "auditor", buyer: null };
      expect((await tenders.find(auditor, id))?.id).to.equal(id);
      expect(await tenders.find({ ...auditor, isDemo: true }, id)).to.equal(null);
      expect(await tenders.find({ ...OFFICER, role: "administrator", buyer: null }, id)).to.equal(null);
    });

    it("keep an assessment once, with the document that was judged, for ever", async () => {
      const tenders = tenderStore(database, now);
      const assessments = assessmentStore(database, now, log.append);
      const { id: tenderId } = await tenders.insert(OFFICER, tender("3/2026", "e"));
      const assessment = assessmentOf("A".repeat(26), sha("e"));
      await assessments.append(OFFICER, assessment, tenderId);
      await assessments.append(OFFICER, assessment, tenderId);
      await tenders.replace(OFFICER, tenderId, 1, tender("changed", "f"));
      const found = await assessments.find(OFFICER, assessment.id);
      expect(found?.document).to.deep.equal(document("3/2026"));
      expect(found?.assessment).to.deep.equal(JSON.parse(JSON.stringify(assessment)));
      const kept = database.read("assessment").where({ id: assessment.id });
      expect(await kept.count({ n: "*" })).to.deep.equal([{ n: 1 }]);
    });

    it("refuse to change or delete what was judged", async () => {
      expect(await failure(database.write("assessment").update({ verdict: "compliant" }))).to.match(
        /append-only/,
      );
      expect(await failure(database.write("assessment").delete())).to.match(/append-only/);
      expect(await failure(database.write("document").update({ body: "{}" }))).to.match(/append-only/);
    });

    it("refuse an assessment of no tender", async () => {
      const orphan = assessmentStore(database, now, log.append).append(
        OFFICER,
        assessmentOf("B".repeat(26), sha("a")),
        "0".repeat(26),
      );
      expect(await failure(orphan)).to.match(/foreign key/i);
    });
  });
