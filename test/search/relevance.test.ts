import { expect } from "chai";
import { callIndex } from "../../src/domain/search/index/call-index.ts";
import { parseQuery, type Query } from "../../src/domain/search/query.ts";
import { callStore } from "../../src/store/calls/call-store.ts";
import { textSearch } from "../../src/store/calls/text-search.ts";
import { type Database, migrate, openDatabase } from "../../src/store/open-database.ts";
import { projectPending } from "../../src/usecases/calls/project-pending.ts";
import { emptyDatabase, type EmptyDatabase, ENGINES } from "../support/engines.ts";
import {
  type JudgedQuery,
  ndcg,
  QUERY_SETS,
  relevanceCalls,
  relevanceQueries,
  understand,
} from "../support/relevance.ts";
import { project, searchFor, vocabulary } from "../support/search.ts";

/** Below these a change has made the search worse; what is measured stands in docs/search.md. */
const FLOORS = {
  queries: { index: 0.9, sqlite: 0.9, postgres: 0.9 },
  "queries-spoken": { index: 0.78, sqlite: 0.78, postgres: 0.78 },
  "queries-blind": { index: 0.75, sqlite: 0.75, postgres: 0.75 },
};
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const print = (what: string, set: string, score: number): void => {
  if (process.env["RELEVANCE"] !== undefined) console.log(`nDCG@10 ${what}, ${set}: ${score.toFixed(3)}`);
};

describe("the relevance set", () => {
  it("holds at least sixty queries, graded over calls that exist", () => {
    const names = new Set(relevanceCalls().map(({ name }) => name));
    expect(relevanceQueries("queries").length).to.be.at.least(60);
    const graded = QUERY_SETS.flatMap((set) => relevanceQueries(set)).flatMap(({ grades }) =>
      Object.keys(grades),
    );
    expect(graded.filter((name) => !names.has(name))).to.deep.equal([]);
  });
});

for (const engine of ENGINES)
  describe(`the relevance of the search on ${engine}`, () => {
    let empty: EmptyDatabase;
    let database: Database;
    const names = new Map<number, string>();
    const index = callIndex();

    before(async () => {
      empty = await emptyDatabase(engine);
      database = openDatabase(empty.location);
      await migrate(database);
      for (const [at, { document }] of relevanceCalls().entries()) {
        const id = String(at).padStart(26, "0");
        const sha256 = id.padStart(64, "0");
        await database.write("document").insert({ sha256, body: JSON.stringify(document) });
        const times = { received_at: "2026-01-05", changed_at: "2026-01-05" };
        await database
          .write("tender")
          .insert({ id, version: 1, reference: "r", document_sha256: sha256, ...times });
      }
      const calls = callStore(database);
      const read = projectPending(calls, understand, project, (error) => {
        throw error;
      });
      while (await read(100));
      for (const { indexed } of await calls.changesAfter(0, 1000)) if (indexed !== null) index.put(indexed);
      const all = await calls.calls([...Array(1000).keys()]);
      for (const [number, { reference }] of all) names.set(number, reference.split("/")[0] ?? "");
    });

    after(async () => {
      await database.close();
      await empty.remove();
    });

    const measure = async (
      queries: readonly JudgedQuery[],
      find: (text: string, query: Query) => Promise<readonly number[]>,
    ): Promise<number> => {
      const scores: number[] = [];
      for (const judged of queries) {
        const numbers = await find(judged.query, parseQuery(judged.query, vocabulary, index.dictionary));
        const score = ndcg(
          judged,
          numbers.map((number) => names.get(number) ?? ""),
        );
        if (process.env["RELEVANCE"] !== undefined && score < 0.9)
          console.log(
            judged.query,
            score.toFixed(3),
            numbers
              .slice(0, 10)
              .map((number) => names.get(number))
              .join(" "),
          );
        scores.push(score);
      }
      return mean(scores);
    };

    for (const set of QUERY_SETS) {
      it(`keeps its nDCG@10 by the database's own engine: ${set}`, async () => {
        const text = textSearch(database);
        const score = await measure(relevanceQueries(set), async (words, query) =>
          (await text.find(searchFor(words), query, 0)).hits.map(({ number }) => number),
        );
        print(engine, set, score);
        expect(score).to.be.at.least(FLOORS[set][engine]);
      });

      it(`keeps its nDCG@10 by the index in memory: ${set}`, async () => {
        const score = await measure(relevanceQueries(set), async (words, query) =>
          index.find(searchFor(words), query, 0).hits.map(({ number }) => number),
        );
        print("index", set, score);
        expect(score).to.be.at.least(FLOORS[set].index);
      });
    }
  });
