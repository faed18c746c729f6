import { parentPort, workerData } from "node:worker_threads";
import type { Search } from "../../domain/search/call.ts";
import { callIndex } from "../../domain/search/index/call-index.ts";
import { parseQuery } from "../../domain/search/query.ts";
import { compileVocabulary, type VocabularyFile } from "../../domain/search/vocabulary.ts";
import { answerOf } from "../../usecases/calls/open-calls.ts";
import type { SearchAnswer } from "../../usecases/calls/ports.ts";
import { type DatabaseLocation, openDatabase } from "../open-database.ts";
import { callStore } from "./call-store.ts";
import { textSearch } from "./text-search.ts";
import { stepBack } from "../../step-back.ts";

// The archive's searches run here, on a thread of their own with connections of their own. The database's text
// search answers while the index is loading; from then on the index does.

/** What the thread is started with. */
export interface ArchiveData {
  readonly location: DatabaseLocation;
  readonly vocabulary: VocabularyFile;
}

/** One search asked of the thread. */
export interface ArchiveRequest {
  readonly id: number;
  readonly search: Search;
  readonly nowMs: number;
}

/** Its answer. */
export type ArchiveReply =
  | { readonly id: number; readonly answer: SearchAnswer }
  | { readonly id: number; readonly error: string };

const BATCH = 1000;

if (parentPort === null) throw new Error("the archive is searched on a thread of its own");
const port = parentPort;

stepBack();
const { location, vocabulary: file } = workerData as ArchiveData;
const vocabulary = compileVocabulary(file);
const database = openDatabase(location);
const calls = callStore(database);
const text = textSearch(database);

let index = callIndex();
let change = 0;
let isLoaded = false;
let loading: Promise<void> | null = null;

/** Text searches that wait for their turn while the index is loading. */
const waiting: (() => void)[] = [];
/** Milliseconds that text searches have taken and the loading has not had yet: each gets its half of the thread. */
let owedMs = 0;

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
  });

const releaseAll = (): void => {
  for (const go of waiting.splice(0)) go();
};

/** Between two batches the thread answers what was asked meanwhile, when the loading has had its half. */
const breathe = async (batchMs: number): Promise<void> => {
  owedMs -= batchMs;
  if (owedMs <= 0) {
    owedMs = 0;
    waiting.shift()?.();
  }
  await new Promise((resolve) => setImmediate(resolve));
};

const follow = async (): Promise<void> => {
  if (isLoaded && (await calls.state()).lastChange === change) return;
  for (;;) {
    const start = performance.now();
    const changes = await calls.changesAfter(change, BATCH);
    for (const { change: each, number, indexed } of changes) {
      if (indexed === null) index.remove(number);
      else index.put(indexed);
      change = each;
    }
    if (changes.length < BATCH) break;
    await breathe(performance.now() - start);
  }
  isLoaded = true;
};

/** One loading at a time: two would read the same changes. */
const fresh = (): Promise<void> => {
  loading ??= follow().finally(() => {
    loading = null;
    releaseAll();
  });
  return loading;
};

const startOver = (): void => {
  index = callIndex();
  change = 0;
  isLoaded = false;
};

const byText = async ({ search, nowMs }: ArchiveRequest): Promise<SearchAnswer> => {
  const start = performance.now();
  const query = parseQuery(search.text, vocabulary, null);
  const found = await text.find(search, query, nowMs);
  owedMs += performance.now() - start;
  return { ...found, tokens: query.groups.flat().map(({ token }) => token) };
};

const answer = async (request: ArchiveRequest): Promise<SearchAnswer> => {
  const ready = fresh();
  if (!isLoaded) {
    ready.catch(() => undefined);
    await turn();
    // A loading that failed, or was faster than the turn: the text search, or the index, answers.
    if (!isLoaded) return byText(request);
  }
  await fresh();
  const found = answerOf(index, vocabulary, request.search, request.nowMs);
  if (index.dead() > 10_000 && index.dead() > index.size()) startOver();
  return found;
};

port.on("message", (request: ArchiveRequest | "close") => {
  if (request === "close") {
    void database.close().then(() => port.close());
    return;
  }
  void answer(request)
    .then((found): ArchiveReply => ({ id: request.id, answer: found }))
    .catch((error: unknown): ArchiveReply => ({ id: request.id, error: String(error) }))
    .then((reply) => port.postMessage(reply));
});
