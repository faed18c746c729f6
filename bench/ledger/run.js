// @ts-check
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import Sqlite from "better-sqlite3";
import { openCheckpoint } from "../../dist/src/ledger/checkpoint.js";
import { leafHash } from "../../dist/src/ledger/digest.js";
import { readVerifier } from "../../dist/src/ledger/keys.js";
import { isIncluded } from "../../dist/src/ledger/verify-proof.js";
import { auditLog } from "../../dist/src/store/audit/audit-log.js";
import { confirmationAct } from "../../dist/src/store/confirmation-store.js";
import { ledgerStore } from "../../dist/src/store/ledger-store.js";
import { migrate, openDatabase } from "../../dist/src/store/open-database.js";
import { openLog } from "../../dist/src/store/open-log.js";

// node bench/ledger/run.js [leaves 1000000] [batch 1000] — build first. Every leaf speaks of a row of the official
// record, written in the same transaction; the peer writes the same rows with the same durability and no log.

const [LEAVES = 1_000_000, BATCH = 1000] = process.argv.slice(2).map(Number);
const PROOFS = 2000;
const folder = mkdtempSync(join(tmpdir(), "awlawiya-ledger-"));
const now = () => new Date("2026-02-01T08:00:00Z");

const rowOf = (/** @type {number} */ number) => ({
  number,
  parameter: "simplified-call-ceiling",
  body: JSON.stringify({
    parameter: "simplified-call-ceiling",
    value: 1_000_000 + number,
    text: "decret-2-22-431",
    article: "19",
    bulletin: `fictif ${number}`,
    confirmedBy: "juriste (fictif)",
    confirmedOn: "2026-01-31",
  }),
  received_at: now().toISOString(),
});

/** Wall and processor time of some work, in seconds. */
const timed = async (/** @type {() => Promise<unknown>} */ work) => {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
};
const perSecond = (/** @type {number} */ count, /** @type {{wall: number, cpu: number}} */ { wall, cpu }) =>
  `${Math.round(count / wall).toLocaleString("en")}/s (${Math.round(count / cpu).toLocaleString("en")}/s of CPU time)`;

/** Rows 400 at a time, as the log writes its own. */
const insertRows = async (/** @type {any} */ trx, /** @type {readonly object[]} */ rows) => {
  for (let start = 0; start < rows.length; start += 400)
    await trx("confirmation").insert(rows.slice(start, start + 400));
};

const inBatches = async (
  /** @type {any} */ database,
  /** @type {(trx: any, rows: readonly any[]) => Promise<unknown>} */ write,
) => {
  for (let first = 1; first <= LEAVES; first += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, LEAVES - first + 1) }, (_, index) =>
      rowOf(first + index),
    );
    await database.write.transaction((/** @type {any} */ trx) => write(trx, rows));
    if ((first - 1) % 100_000 === 0) process.stderr.write(`${first - 1}\r`);
  }
};

const opened = async (/** @type {string} */ name) => {
  const file = join(folder, name);
  const database = openDatabase({ engine: "sqlite", file });
  await migrate(database);
  return { database, file };
};

try {
  const plain = await opened("plain.sqlite");
  const bare = await timed(() => inBatches(plain.database, insertRows));
  await plain.database.close();
  console.log(`rows alone, no log: ${perSecond(LEAVES, bare)}`);

  const { database, file } = await opened("log.sqlite");
  const { append, signer } = await openLog(
    database,
    { keyFile: join(folder, "key"), name: "log.example" },
    now,
  );
  const appended = await timed(() =>
    inBatches(database, async (trx, rows) => {
      await insertRows(trx, rows);
      await append(trx, ...rows.map(confirmationAct));
    }),
  );
  console.log(
    `rows and leaves, ${BATCH} a transaction: ${perSecond(LEAVES, appended)}; ` +
      `${(appended.wall / bare.wall).toFixed(1)} times the rows alone`,
  );
  const single = 200;
  const one = await timed(async () => {
    for (let index = 1; index <= single; index += 1)
      await database.write.transaction(async (trx) => {
        const row = rowOf(LEAVES + index);
        await insertRows(trx, [row]);
        await append(trx, confirmationAct(row));
      });
  });
  console.log(`one a transaction: ${perSecond(single, one)}`);

  const ledger = ledgerStore(database);
  const head = await ledger.head();
  const verifier = readVerifier(signer.verifierKey);
  const checkpoint = head === null || verifier === null ? null : openCheckpoint(head.note, verifier);
  if (checkpoint === null) throw new Error("no head");
  const times = [];
  for (let index = 0; index < PROOFS; index += 1) {
    const seq = (index * 7919) % checkpoint.size;
    const start = performance.now();
    const proof = await ledger.inclusion(seq, checkpoint.size);
    times.push(performance.now() - start);
    const entry = await ledger.entry(seq);
    if (entry === null) throw new Error(`no entry ${seq}`);
    if (
      !isIncluded({ leaf: leafHash(entry.leaf), index: seq, size: checkpoint.size, proof }, checkpoint.root)
    )
      throw new Error(`leaf ${seq} is not proven`);
  }
  times.sort((a, b) => a - b);
  console.log(
    `inclusion proof among ${checkpoint.size.toLocaleString("en")}: median ${times[PROOFS / 2]?.toFixed(2)} ms, ` +
      `p99 ${times[Math.floor(PROOFS * 0.99)]?.toFixed(2)} ms; all ${PROOFS} verified`,
  );

  let found = -1;
  const audited = await timed(async () => {
    found = (await auditLog(database, () => null)).findings.length;
  });
  console.log(
    `audit of the whole: ${audited.wall.toFixed(1)} s (${audited.cpu.toFixed(1)} s of CPU time), ${found} findings`,
  );
  await database.close();
  console.log(`the file: ${Math.round(statSync(file).size / LEAVES)} bytes a leaf with its row`);
  const checked = new Sqlite(file, { readonly: true });
  const integrity = await timed(async () => checked.pragma("integrity_check"));
  checked.close();
  console.log(`integrity_check of the same file: ${integrity.wall.toFixed(1)} s`);
} finally {
  rmSync(folder, { recursive: true });
}
