// @ts-check
import { readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import express from "express";
import { SERVICE } from "../../dist/src/domain/actor.js";
import { composeService } from "../../dist/src/compose.js";
import { readConfig } from "../../dist/src/config.js";
import { projectRoot } from "../../dist/src/paths.js";
import { openDatabase } from "../../dist/src/store/open-database.js";
import { newId } from "../../dist/src/store/new-id.js";

// node bench/pages/run.js [tenders 100000] [tries 40] — build first. The pages of an officer whose service keeps many
// tenders: median time to answer, size, and beside them a bare Express that sends as many bytes.

const [TENDERS = 100_000, TRIES = 40] = process.argv.slice(2).map(Number);
const BUYERS = 200;
const FILE = `/tmp/awlawiya-bench-pages-${process.pid}.sqlite`;
const PASSWORD = "quatre grains de sésame";

const template = JSON.parse(
  readFileSync(join(projectRoot, "fixtures/tenders/catering-guests-open.json"), "utf8"),
);
const year = JSON.parse(readFileSync(join(projectRoot, "fixtures/programmes/ain-sahel-2026.json"), "utf8"));

/** Fills the tables as the store would, without a transaction for each tender. */
const fill = async (/** @type {any} */ database, /** @type {readonly string[]} */ codes) => {
  const at = "2026-03-01T09:00:00.000Z";
  for (let start = 0; start < TENDERS; start += 1000) {
    const rows = Array.from({ length: Math.min(1000, TENDERS - start) }, (_, index) => start + index);
    await database.write.transaction(async (/** @type {any} */ trx) => {
      for (const chunk of [rows.slice(0, 500), rows.slice(500)]) {
        const shas = chunk.map((number) => String(number).padStart(64, "0"));
        await trx("document").insert(
          chunk.map((number, index) => ({
            sha256: shas[index],
            body: JSON.stringify({ ...template, reference: `${number}/2026` }),
          })),
        );
        await trx("tender").insert(
          chunk.map((number, index) => ({
            id: newId(Date.parse(at) + number),
            version: 1,
            reference: `${number}/2026`,
            document_sha256: shas[index],
            buyer_code: codes[number % BUYERS],
            received_at: at,
            changed_at: at,
          })),
        );
      }
      // What the search makes of them is measured elsewhere.
      await trx("call_pending").delete();
    });
  }
};

const listen = (/** @type {any} */ app) =>
  new Promise((resolve) => {
    const server = createServer(app).listen(0, "127.0.0.1", () => resolve(server));
  });
const addressOf = (/** @type {any} */ server) => `http://127.0.0.1:${server.address().port}`;

const median = (/** @type {number[]} */ list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

/** Median milliseconds by the clock and of the processor, the asking included, and bytes of an answer. */
const measure = async (/** @type {() => Promise<Response>} */ ask) => {
  const times = [];
  const ticks = [];
  let bytes = 0;
  for (let index = 0; index < TRIES + 5; index += 1) {
    const start = performance.now();
    const before = process.cpuUsage();
    const response = await ask();
    bytes = (await response.arrayBuffer()).byteLength;
    if (response.status >= 400) throw new Error(`${response.url} ${response.status}`);
    if (index < 5) continue;
    const { user, system } = process.cpuUsage(before);
    ticks.push((user + system) / 1000);
    times.push(performance.now() - start);
  }
  return { ms: median(times), cpu: median(ticks), bytes };
};

const config = {
  ...readConfig({}),
  database: { engine: /** @type {const} */ ("sqlite"), file: FILE },
  logKeyFile: `${FILE}.key`,
};
const { app, service, close } = await composeService(config, {
  fault: (error) => console.error(error),
  answered: () => undefined,
});
const codes = service.accounts.territory.places
  .filter(({ kind }) => kind === "commune")
  .slice(0, BUYERS)
  .map(({ code }) => code);
const own = codes[0] ?? "";
const { secret } = await service.accounts.addAccount(SERVICE, {
  login: "bench",
  role: "officer",
  buyer: own,
});
const database = openDatabase(config.database);
const started = performance.now();
await fill(database, codes);
console.log(
  `${TENDERS} tenders of ${BUYERS} buyers stored in ${Math.round((performance.now() - started) / 1000)} s`,
);
await service.years.keep(SERVICE, own, 2026, null, year);

const server = await listen(app);
const url = addressOf(server);
const welcome = await fetch(`${url}/welcome/${secret}`, {
  method: "POST",
  redirect: "manual",
  body: new URLSearchParams({ password: PASSWORD, again: PASSWORD }),
});
const cookie = (welcome.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
const { id } = await database.read("tender").where({ buyer_code: own }).orderBy("id", "desc").first("id");

const bare = express();
bare.get("/:bytes", (request, response) => {
  response.type("html").send("x".repeat(Number(request.params["bytes"])));
});
const peer = await listen(bare);

const get = (/** @type {string} */ path) => () =>
  fetch(`${url}${path}`, { headers: { cookie, accept: "text/html" } });
const PAGES = /** @type {const} */ ([
  ["check, empty", get("/?lang=ar")],
  ["read a notice", get("/notice?lang=ar")],
  ["tenders", get("/tenders?lang=ar")],
  ["a tender with its findings", get(`/tenders/${id}?lang=ar`)],
  ["the year", get(`/years/${own}/2026?lang=ar`)],
  ["calendar of duties", get("/calendar?lang=ar")],
  ["sign in", get("/login?lang=ar")],
]);
console.log("page | median ms | processor ms | kB | bare Express of that size: ms | processor ms");
for (const [name, ask] of PAGES) {
  const { ms, cpu, bytes } = await measure(ask);
  const least = await measure(() => fetch(`${addressOf(peer)}/${bytes}`));
  console.log(
    `${name} | ${ms.toFixed(1)} | ${cpu.toFixed(1)} | ${(bytes / 1024).toFixed(1)} | ${least.ms.toFixed(1)} | ${least.cpu.toFixed(1)}`,
  );
}
for (const each of [server, peer]) {
  each.closeAllConnections();
  each.close();
}
await database.close();
await close();
for (const suffix of ["", "-wal", "-shm", ".key"]) rmSync(`${FILE}${suffix}`, { force: true });
