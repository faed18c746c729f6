import { readFileSync } from "node:fs";
import { join } from "node:path";
import { acceptTender } from "../../src/intake/read-tender.ts";
import { projectRoot } from "../../src/paths.ts";
import type { Document } from "../../src/usecases/ports.ts";

// The relevance set: invented calls, queries, and how well each call answers each query (3 best, absent: not at all).

export interface JudgedQuery {
  readonly query: string;
  readonly grades: Readonly<Record<string, number>>;
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(projectRoot, "fixtures/relevance", name), "utf8")) as unknown;

/** The calls of the set as published tenders, by their name in the set. */
export const relevanceCalls = (): readonly { readonly name: string; readonly document: Document }[] =>
  (read("calls.json") as { calls: (Document & { id: string })[] }).calls.map(({ id, ...call }) => ({
    name: id,
    document: {
      ...call,
      reference: `${id}/2026`,
      stage: "published",
      publications: [{ medium: "portal", publishedAt: "2026-01-05" }],
    },
  }));

/** The sets of queries: two to develop with, one that nothing was mended by. */
export const QUERY_SETS = ["queries", "queries-spoken", "queries-blind"] as const;

export const relevanceQueries = (set: (typeof QUERY_SETS)[number]): readonly JudgedQuery[] =>
  (read(`${set}.json`) as { queries: JudgedQuery[] }).queries;

export const understand = (document: Document) => {
  const accepted = acceptTender(document);
  if (!accepted.ok) throw new Error(JSON.stringify(accepted.errors));
  return accepted.tender;
};

const DEPTH = 10;

const gain = (grades: readonly number[]): number =>
  grades.slice(0, DEPTH).reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);

/** nDCG@10 of one ranking: 1 when no better order exists. */
export const ndcg = ({ grades }: JudgedQuery, ranking: readonly string[]): number => {
  const best = gain(Object.values(grades).toSorted((a, b) => b - a));
  return best === 0 ? 1 : gain(ranking.map((name) => grades[name] ?? 0)) / best;
};
