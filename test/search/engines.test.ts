import { expect } from "chai";
import { type Filter, type Found, NO_FILTER, type Search, type Sort } from "../../src/domain/search/call.ts";
import { callIndex } from "../../src/domain/search/index/call-index.ts";
import { parseQuery } from "../../src/domain/search/query.ts";
import { acceptTender } from "../../src/intake/read-tender.ts";
import { archiveSearch } from "../../src/store/calls/archive-search.ts";
import { callStore } from "../../src/store/calls/call-store.ts";
import { textSearch } from "../../src/store/calls/text-search.ts";
import { type Database, migrate, openDatabase } from "../../src/store/open-database.ts";
import { openCalls } from "../../src/usecases/calls/open-calls.ts";
import { projectPending } from "../../src/usecases/calls/project-pending.ts";
import type { Document } from "../../src/usecases/ports.ts";
import { emptyDatabase, type EmptyDatabase, ENGINES } from "../support/engines.ts";
import { project, searchFor, territory, vocabulary, vocabularyFile } from "../support/search.ts";

const NOW = Date.parse("2026-11-25T09:00:00Z");

// A small generator with a fixed seed: the same calls and the same queries in every run.
const random = (seed: number) => (): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};
const next = random(7);
const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;

const OBJECTS = [
  { fr: "Prestations de restauration collective", ar: "خدمات الإطعام" },
  { fr: "Organisation d'un festival et location de chapiteaux" },
  { ar: "تنظيم مهرجان وكراء الخيام" },
  { fr: "Gardiennage et nettoyage des bâtiments communaux" },
  { ar: "حراسة ونظافة البنايات الجماعية" },
  { fr: "Pauses-café et réceptions officielles" },
  { fr: "Entretien des espaces verts" },
  { fr: "Travaux de restauration des remparts" },
];
const communes = territory.places.filter(({ kind }) => kind === "commune" || kind === "arrondissement");

const documentOf = (index: number): Document => {
  const commune = pick(communes);
  const day = String(1 + Math.floor(next() * 28)).padStart(2, "0");
  const month = String(1 + Math.floor(next() * 12)).padStart(2, "0");
  return {
    reference: `${index}/2026`,
    buyer: { name: { fr: `Commune fictive de ${commune.name.fr}` }, kind: "commune", code: commune.code },
    title: pick(OBJECTS),
    category: "services",
    procedure: pick(["open", "simplifiedOpen", "purchaseOrder"]),
    stage: pick(["published", "published", "published", "draft"]),
    ...(next() < 0.7 ? { estimate: { amount: Math.round(next() * 2e6), taxIncluded: true } } : {}),
    ...(next() < 0.6 ? { reservation: { reserved: next() < 0.5 } } : {}),
    ...(next() < 0.9 ? { submissionDeadline: `2026-${month}-${day}T10:00:00+01:00` } : {}),
    publications: [{ medium: "portal", publishedAt: "2026-01-05" }],
  };
};
const DOCUMENTS = Array.from({ length: 300 }, (_, index) => documentOf(index));

const QUERIES = [
  "",
  "traiteur",
  "الإطعام",
  "festival tentes",
  "حراسة",
  "nettoyage gardiennage",
  "restauration -remparts",
  '"pauses café"',
  "espaces verts 12/2026",
  "zzz",
  "commune",
  "restauration collective hachis",
];
const randomFilter = (): Filter => ({
  ...NO_FILTER,
  sectors: next() < 0.4 ? [pick(["catering", "events", "services", null] as const)] : [],
  regions: next() < 0.3 ? [pick(["01", "06", "07", null])] : [],
  procedures: next() < 0.3 ? [pick(["open", "purchaseOrder"] as const)] : [],
  reserved: next() < 0.3 ? [pick([true, false, null])] : [],
  amountMax: next() < 0.3 ? Math.round(next() * 2e8) : null,
  amountMin: next() < 0.2 ? Math.round(next() * 5e7) : null,
  deadlineFrom: next() < 0.3 ? "2026-06-01" : null,
  ...(next() < 0.2
    ? {
        near: { commune: communes[3]?.code ?? null, province: "06.141", region: "06" },
        within: pick(["region", null] as const),
      }
    : {}),
});
const idOf = (index: number): string => String(index).padStart(26, "0");
const SORTS: readonly Sort[] = ["relevance", "deadline", "amount", "newest", "distance"];
const SEARCHES: readonly Search[] = Array.from({ length: 120 }, (_, index) =>
  searchFor(pick(QUERIES), {
    filter: randomFilter(),
    sort: SORTS[index % SORTS.length] ?? "deadline",
    scope: next() < 0.5 ? "open" : "all",
    limit: 200,
  }),
);

const counted = ({ total, facets, amountUnknown, relaxed }: Found) => ({
  total,
  facets,
  amountUnknown,
  relaxed,
});
const numbersOf = ({ hits }: Found): readonly number[] => hits.map(({ number }) => number);

const understand = (body: Document) => {
  const read = acceptTender(body);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.tender;
};

for (const engine of ENGINES)
  describe(`the search on ${engine}`, () => {
    let empty: EmptyDatabase;
    let database: Database;
    const faults: unknown[] = [];

    const store = async (id: string, body: Document): Promise<void> => {
      const sha256 = id.padStart(64, "0");
      await database.write("document").insert({ sha256, body: JSON.stringify(body) });
      const times = { received_at: "2026-01-01", changed_at: "2026-01-01" };
      await database
        .write("tender")
        .insert({ id, version: 1, reference: "r", document_sha256: sha256, ...times });
    };

    before(async () => {
      empty = await emptyDatabase(engine);
      database = openDatabase(empty.location);
      await migrate(database);
      for (const [index, body] of DOCUMENTS.entries()) await store(idOf(index), body);
      const projecting = projectPending(callStore(database), understand, project, (error) =>
        faults.push(error),
      );
      while (await projecting(128));
    });

    after(async () => {
      expect(faults).to.deep.equal([]);
      await database.close();
      await empty.remove();
    });

    it("keeps drafts to itself", async () => {
      const drafts = DOCUMENTS.filter((each) => each["stage"] === "draft").length;
      const found = await openCalls(callStore(database), vocabulary).find(
        searchFor("", { scope: "open" }),
        NOW,
        0,
      );
      const all = await textSearch(database).find(searchFor(""), parseQuery("", vocabulary, null), NOW);
      expect(all.total).to.equal(DOCUMENTS.length - drafts);
      expect(found.total).to.be.within(1, all.total - 1);
    });

    it("gives the same calls, totals and facet counts by the index and by the database's own engine", async () => {
      const index = callIndex();
      for (const { indexed } of await callStore(database).changesAfter(0, 1000))
        if (indexed !== null) index.put(indexed);
      const text = textSearch(database);
      for (const search of SEARCHES) {
        const query = parseQuery(search.text, vocabulary, index.dictionary);
        const [own, other] = [index.find(search, query, NOW), await text.find(search, query, NOW)];
        const what = JSON.stringify(search);
        expect(counted(other), what).to.deep.equal(counted(own));
        if (search.sort === "relevance")
          expect(new Set(numbersOf(other)), what).to.deep.equal(new Set(numbersOf(own)));
        else expect(other.hits, what).to.deep.equal(own.hits);
      }
    });

    it("pages through a search without losing or repeating a call, by index and by engine", async () => {
      const index = callIndex();
      for (const { indexed } of await callStore(database).changesAfter(0, 1000))
        if (indexed !== null) index.put(indexed);
      const text = textSearch(database);
      for (const sort of SORTS) {
        const whole = searchFor("commune", { sort, limit: 200 });
        const query = parseQuery(whole.text, vocabulary, index.dictionary);
        for (const find of [
          (s: Search) => index.find(s, query, NOW),
          (s: Search) => text.find(s, query, NOW),
        ]) {
          const all = numbersOf(await find({ ...whole, limit: 500 }));
          const paged: number[] = [];
          let after: Search["after"] = null;
          do {
            const { hits }: Found = await find({ ...whole, limit: 7, after });
            paged.push(...hits.map(({ number }) => number));
            after = hits.at(-1) ?? null;
          } while (after !== null);
          expect(paged, sort).to.deep.equal(all);
        }
      }
    });

    it("answers from the archive's thread, before and after its index is loaded", async () => {
      const archive = archiveSearch({ location: empty.location, vocabulary: vocabularyFile });
      try {
        const search = searchFor("الإطعام");
        const first = await archive.find(search, NOW, 0);
        const later = await archive.find(search, NOW, 0);
        expect(first.total).to.be.greaterThan(10);
        expect(counted(later)).to.deep.equal(counted(first));
      } finally {
        await archive.close();
      }
    });

    it("holds up no search for a document that is no longer understood", async () => {
      await store(idOf(9000), { reference: "unreadable" });
      const reading = projectPending(callStore(database), understand, project, (error) => faults.push(error));
      expect(await reading(10)).to.equal(false);
      expect(String(faults.splice(0))).to.contain("required");
      expect(await callStore(database).find(idOf(9000))).to.equal(null);
    });

    it("sees a change at the next search: replaced, withdrawn", async () => {
      const calls = callStore(database);
      const search = openCalls(calls, vocabulary);
      const read = projectPending(calls, understand, project, (error) => faults.push(error));
      const body = {
        ...DOCUMENTS[0],
        title: { fr: "Xylophones" },
        stage: "published",
        submissionDeadline: "2026-12-24",
      };
      const asked = searchFor("xylophone", { scope: "open" });
      const find = async () => search.find(asked, NOW, (await calls.state()).lastChange);
      const change = async (changed: Document, sha: string): Promise<void> => {
        await database.write("document").insert({ sha256: sha.repeat(64), body: JSON.stringify(changed) });
        await database
          .write("tender")
          .where({ id: idOf(0) })
          .update({ document_sha256: sha.repeat(64) });
        await read(10);
      };
      expect((await find()).total).to.equal(0);
      await change(body, "a");
      expect((await find()).total).to.equal(1);
      await change({ ...body, stage: "draft" }, "b");
      expect((await find()).total).to.equal(0);
      expect(
        (
          await textSearch(database).find(
            searchFor("xylophone"),
            parseQuery("xylophone", vocabulary, null),
            NOW,
          )
        ).total,
      ).to.equal(0);
    });
  });
