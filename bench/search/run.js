// @ts-check
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { callIndex } from "../../dist/src/domain/search/index/call-index.js";
import { parseQuery } from "../../dist/src/domain/search/query.js";
import { archiveSearch } from "../../dist/src/store/calls/archive-search.js";
import { callStore } from "../../dist/src/store/calls/call-store.js";
import { textSearch } from "../../dist/src/store/calls/text-search.js";
import { openCalls } from "../../dist/src/usecases/calls/open-calls.js";
import { callAt, NOW, searches, vocabulary, vocabularyFile } from "./corpus.js";
import { postgresWith, sqliteWith } from "./databases.js";
import { miniSearch, orama } from "./peers.js";

// node bench/search/run.js [--calls 1000000] [--open 20000] [--peers 100000] [--only sqlite,postgres,peers,health]
// Build first: npm run build, and npm ci in bench/. Times are of one search at a time, in milliseconds; CPU time is
// that of this process alone, not of a database server.

const { values } = parseArgs({
  options: {
    calls: { type: "string", default: "1000000" },
    open: { type: "string", default: "20000" },
    peers: { type: "string", default: "100000" },
    queries: { type: "string", default: "240" },
    only: { type: "string", default: "sqlite,postgres,peers,health" },
    file: { type: "string" },
  },
});
const [CALLS, OPEN, PEERS] = [Number(values.calls), Number(values.open), Number(values.peers)];
const parts = new Set(values.only?.split(","));
const MIX = searches(Number(values.queries));
/** The databases' own text search takes seconds a search: every seventh is asked, each of another text. */
const SEVENTH = MIX.filter((_, index) => index % 7 === 0);

const at = (/** @type {number[]} */ sorted, /** @type {number} */ share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Runs the mix, once to warm up unless it is slow, and prints p50, p95, p99, the slowest, and p99 of our CPU time. */
const measure = async (
  /** @type {string} */ name,
  /** @type {(search: any) => unknown} */ run,
  rounds = 3,
  mix = MIX,
) => {
  /** @type {number[]} */ const times = [];
  /** @type {number[]} */ const work = [];
  if (rounds > 1) for (const search of mix) await run(search);
  for (let round = 0; round < rounds; round += 1)
    for (const search of mix) {
      const [start, cpu] = [performance.now(), process.cpuUsage()];
      await run(search);
      times.push(performance.now() - start);
      const { user, system } = process.cpuUsage(cpu);
      work.push((user + system) / 1000);
    }
  times.sort((a, b) => a - b);
  work.sort((a, b) => a - b);
  const figures = [at(times, 0.5), at(times, 0.95), at(times, 0.99), at(times, 1), at(work, 0.99)];
  console.log(`| ${name} | ${figures.map((value) => value.toFixed(2)).join(" | ")} |`);
  return at(work, 0.99);
};

const openOf = (/** @type {any} */ search) => ({ ...search, scope: "open" });
const allOf = (/** @type {any} */ search) => ({ ...search, scope: "all" });
const queryOf = (/** @type {any} */ search) => parseQuery(search.text, vocabulary, null);

const ofEngine = async (/** @type {string} */ name, /** @type {any} */ { location, database }) => {
  const calls = callStore(database);
  const open = openCalls(calls, vocabulary);
  const text = textSearch(database);
  await measure(`${name}: open calls, as the service answers (index in memory)`, async (search) =>
    open.find(openOf(search), NOW, (await calls.state()).lastChange),
  );
  await measure(
    `${name}: open calls, by its text search`,
    (search) => text.find(openOf(search), queryOf(search), NOW),
    1,
    SEVENTH,
  );
  await measure(
    `${name}: archive, by its text search`,
    (search) => text.find(allOf(search), queryOf(search), NOW),
    1,
    SEVENTH,
  );
  const archive = archiveSearch({ location, vocabulary: vocabularyFile });
  const start = performance.now();
  // The thread answers by the text search until its index is loaded: then a search is fast.
  for (let quick = 0; quick < 3; ) {
    const asked = performance.now();
    await archive.find({ ...allOf(MIX[2]), text: "zzzz" }, NOW, 0);
    quick = performance.now() - asked < 20 ? quick + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  await measure(
    `${name}: archive, as the service answers (index on its thread, loaded in ${seconds} s)`,
    (search) => archive.find(allOf(search), NOW, 0),
  );
  console.log(`  memory with the archive's index: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
  await archive.close();
};

/** Archive searches over HTTP by four clients, and /healthz meanwhile, in a process of its own. */
const health = async (/** @type {string} */ file) => {
  const child = fork(new URL("service.js", import.meta.url), [file], {
    execArgv: ["--disable-proto=delete"],
  });
  const url = await new Promise((resolve) => child.once("message", resolve));
  const state = { isOver: false };
  let client = 0;
  const times = /** @type {number[]} */ ([]);
  const probe = async () => {
    while (!state.isOver) {
      const start = performance.now();
      await (await fetch(`${url}/healthz`)).arrayBuffer();
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const ask = async (/** @type {any[]} */ list) => {
    for (const { text } of list) {
      client += 1;
      const headers = { "x-forwarded-for": `10.0.${client >> 8}.${client & 255}` };
      await (
        await fetch(`${url}/api/v1/calls?scope=all&q=${encodeURIComponent(text)}`, { headers })
      ).arrayBuffer();
    }
  };
  const probing = probe();
  await Promise.all([0, 1, 2, 3].map((part) => ask(MIX.filter((_, index) => index % 4 === part))));
  state.isOver = true;
  await probing;
  child.send("stop");
  times.sort((a, b) => a - b);
  console.log(
    `| /healthz during ${MIX.length} archive searches by 4 clients (index still loading at first) | ${at(times, 0.5).toFixed(2)} | ${at(times, 0.95).toFixed(2)} | ${at(times, 0.99).toFixed(2)} | ${at(times, 1).toFixed(2)} |`,
  );
};

const peers = async (/** @type {number} */ size) => {
  const open = Math.min(OPEN, size);
  const index = callIndex();
  for (let each = 0; each < size; each += 1) {
    const call = callAt(each, open);
    index.put({
      number: call.number,
      facts: /** @type {any} */ (call.facts),
      title: call.titleTokens,
      other: call.otherTokens,
    });
  }
  const own = await measure(`our index, ${size} calls`, (search) =>
    index.find(allOf(search), queryOf(search), NOW),
  );
  const mini = miniSearch(size, open);
  const theirs = await measure(
    `MiniSearch, ${size} calls`,
    (search) => mini(allOf(search), queryOf(search)),
    1,
  );
  const other = await orama(size, open);
  const others = await measure(`Orama, ${size} calls`, (search) => other(allOf(search), queryOf(search)), 1);
  console.log(
    `  ratio of CPU p99 to ours: MiniSearch ${(theirs / own).toFixed(0)}, Orama ${(others / own).toFixed(0)}`,
  );
};

const folder = mkdtempSync(join(tmpdir(), "awlawiya-bench-"));
const file = values.file ?? join(folder, "bench.sqlite");
console.log(
  `${CALLS} synthetic calls, ${OPEN} open; ${MIX.length} searches\n\n| what | p50 | p95 | p99 | most | CPU p99 |\n|---|---|---|---|---|---|`,
);
if (parts.has("sqlite") || parts.has("health")) {
  const sqlite = await sqliteWith(file, CALLS, OPEN);
  if (parts.has("sqlite")) await ofEngine("SQLite", sqlite);
  await sqlite.database.close();
  if (parts.has("health")) await health(file);
}
if (parts.has("postgres")) {
  const postgres = await postgresWith(CALLS, OPEN);
  await ofEngine("PostgreSQL", postgres);
  await postgres.database.close();
  await postgres.stop();
}
if (parts.has("peers")) for (const size of [OPEN, PEERS]) await peers(size);
rmSync(folder, { recursive: true, force: true });
