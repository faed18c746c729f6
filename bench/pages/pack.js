// @ts-check
import { readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { SERVICE } from "../../dist/src/domain/actor.js";
import { composeService } from "../../dist/src/compose.js";
import { readConfig } from "../../dist/src/config.js";
import { projectRoot } from "../../dist/src/paths.js";
import { newId } from "../../dist/src/store/new-id.js";
import { openDatabase } from "../../dist/src/store/open-database.js";

// node bench/pages/pack.js [tenders 100000] [awarded in the year 1000] — build first. The yearly file of one buyer
// that keeps many tenders, each awarded: how long it takes, and how long other requests wait meanwhile.

const [TENDERS = 100_000, AWARDED = 1000] = process.argv.slice(2).map(Number);
const FILE = `/tmp/awlawiya-bench-pack-${process.pid}.sqlite`;
const FORMS = ["cooperative", "smallMediumEnterprise", "selfEntrepreneur", "company", "cooperativeUnion"];

const template = JSON.parse(
  readFileSync(join(projectRoot, "fixtures/tenders/catering-guests-open.json"), "utf8"),
);
const year = JSON.parse(readFileSync(join(projectRoot, "fixtures/programmes/ain-sahel-2026.json"), "utf8"));

const sha = (/** @type {number} */ number) => String(number).padStart(64, "0");

const tender = (/** @type {number} */ number) => ({
  ...template,
  reference: `${number}/2026`,
  award: {
    tenderer: { name: `Titulaire fictif ${number}`, legalForm: FORMS[number % FORMS.length] },
    amount: 1000 + number,
    decidedOn: number < AWARDED ? "2026-05-04" : "2024-05-04",
  },
});

const config = {
  ...readConfig({}),
  database: { engine: /** @type {const} */ ("sqlite"), file: FILE },
  logKeyFile: `${FILE}.key`,
};
const { app, service, close } = await composeService(config, {
  fault: (error) => console.error(error),
  answered: () => undefined,
});
const buyer = service.accounts.territory.places.find(({ kind }) => kind === "commune")?.code ?? "";
const { account } = await service.accounts.addAccount(SERVICE, { login: "bench", role: "officer", buyer });
const { secret } = await service.accounts.makeToken(SERVICE, account.id, "bench", ["read"]);
const database = openDatabase(config.database);
const at = "2026-06-01T09:00:00.000Z";
for (let start = 0; start < TENDERS; start += 500) {
  const numbers = Array.from({ length: Math.min(500, TENDERS - start) }, (_, index) => start + index);
  await database.write.transaction(async (/** @type {any} */ trx) => {
    await trx("document").insert(
      numbers.map((number) => ({ sha256: sha(number), body: JSON.stringify(tender(number)) })),
    );
    await trx("tender").insert(
      numbers.map((number) => ({
        id: newId(Date.parse(at) + number),
        version: 1,
        reference: `${number}/2026`,
        document_sha256: sha(number),
        buyer_code: buyer,
        received_at: at,
        changed_at: at,
      })),
    );
    // What the search makes of them is measured elsewhere.
    await trx("call_pending").delete();
  });
}
await service.years.keep(SERVICE, buyer, 2026, null, year);
const server = createServer(app);
await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
const get = (/** @type {string} */ path) =>
  fetch(`http://127.0.0.1:${port}${path}`, { headers: { authorization: `Bearer ${secret}` } });

const delay = monitorEventLoopDelay({ resolution: 1 });
const waits = [];
const made = new AbortController();
const asking = (async () => {
  while (!made.signal.aborted) {
    const start = performance.now();
    await (await get("/api/v1/tenders?limit=1")).arrayBuffer();
    waits.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
})();
delay.enable();
const start = performance.now();
const response = await get(`/api/v1/buyers/${buyer}/years/2026/pack.zip`);
const bytes = (await response.arrayBuffer()).byteLength;
const seconds = (performance.now() - start) / 1000;
delay.disable();
made.abort();
await asking;
const sorted = waits.toSorted((a, b) => a - b);
console.log(
  `${response.status}, ${TENDERS} tenders of the buyer, ${AWARDED} contracts in the file: ${seconds.toFixed(1)} s, ${(bytes / 1024).toFixed(0)} kB`,
);
console.log(
  `meanwhile ${waits.length} other requests: median ${(sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(1)} ms, slowest ${(sorted.at(-1) ?? 0).toFixed(1)} ms; longest pause of the thread that answers ${(delay.max / 1e6).toFixed(1)} ms`,
);
server.closeAllConnections();
server.close();
await database.close();
await close();
for (const suffix of ["", "-wal", "-shm", ".key"]) rmSync(`${FILE}${suffix}`, { force: true });
