import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { LedgerCli, WitnessOrder } from "./cli/ledger-cli.ts";
import { logSettings } from "./compose-ledger.ts";
import { freeze, reassessed, retentions } from "./compose-upkeep.ts";
import { archiveOf, keysIn, logAt } from "./compose-verify.ts";
import type { Config } from "./config.ts";
import { DomainError } from "./domain/errors.ts";
import type { Rulebook } from "./domain/rulebook.ts";
import { encodeSigner, type KeyKind, readSigner, type Signer } from "./ledger/keys.ts";
import { runWitness } from "./mirror/run-witness.ts";
import { auditLog } from "./store/audit/audit-log.ts";
import { signResponse } from "./ledger/response-note.ts";
import { decisionStore } from "./store/decision-store.ts";
import type { AppendToLog } from "./store/log-appender.ts";
import { responseStore } from "./store/response-store.ts";
import { eraseOpening } from "./store/erase-opening.ts";
import { ledgerStore } from "./store/ledger-store.ts";
import { logPublisher } from "./store/log-publisher.ts";
import { openLog } from "./store/open-log.ts";
import { rotateKey } from "./store/rotate-key.ts";
import { type Database, openDatabase } from "./store/open-database.ts";

const now = (): Date => new Date();

const isAddress = (log: string): boolean => /^https?:\/\//.test(log);

/** Where a private key is, and how it is called when it has to be made. */
interface KeyOrder {
  readonly key: string;
  readonly name?: string;
  readonly kind: KeyKind;
}

/** The key of a file; made when there is none and a name for it is given. */
const signerAt = ({ key, name, kind }: KeyOrder): Signer => {
  if (!existsSync(key) && name !== undefined)
    writeFileSync(key, `${encodeSigner(name, kind, randomBytes(32))}\n`, { mode: 0o600, flag: "wx" });
  const signer = existsSync(key) ? readSigner(readFileSync(key, "utf8").trim()) : null;
  if (signer === null)
    throw new DomainError("LOG_KEY_INVALID", {
      file: key,
      problem: "there is no such key; --name makes one",
    });
  return signer;
};

const send = async (log: string, note: string): Promise<void> => {
  const address = `${log.replace(/\/$/, "")}/cosignatures`;
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "text/plain" },
    body: note,
  });
  if (response.status !== 201)
    throw new DomainError("LOG_UNREACHABLE", { address, problem: await response.text() });
};

const witness = async (order: WitnessOrder) => {
  const signer = signerAt({ ...order, kind: "cosignature" });
  const witnessed = await runWitness(
    { source: logAt(order.log), logKeys: keysIn(order.logKey), signer, stateFile: order.state },
    now,
  );
  const [note] = witnessed.notes;
  const isGood = witnessed.sighting !== "older" && witnessed.sighting !== "forked";
  if (order.send && isGood && note !== undefined && isAddress(order.log)) await send(order.log, note);
  return { ...witnessed, verifier: signer.verifierKey };
};

/** The log on the command line; each command opens what it needs, and closes it. */
export const composeLedgerCli = (config: Config, rulebook: Rulebook): LedgerCli => {
  const withDatabase = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    const database = openDatabase(config.database);
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  };
  const withLog = <T>(
    work: (open: { readonly database: Database; readonly append: AppendToLog }) => Promise<T>,
  ) =>
    withDatabase(async (database) => {
      const { append } = await openLog(database, logSettings(config), now);
      return work({ database, append });
    });
  const streaming = async function* <T>(work: (database: Database) => AsyncIterable<T>) {
    const database = openDatabase(config.database);
    try {
      yield* work(database);
    } finally {
      await database.close();
    }
  };
  const archive = archiveOf(rulebook, config.rulebookDirectory);
  const filesOf = (version: string) =>
    version === rulebook.version ? rulebook.files : (archive.ofVersion(version)?.files ?? null);
  return {
    audit: (progressed) => withDatabase((database) => auditLog(database, filesOf, progressed)),
    witness,
    keys: () => withDatabase((database) => ledgerStore(database).keys()),
    rotateKey: () =>
      withDatabase(async (database) => (await rotateKey(database, config.logKeyFile, now)).verifierKey),
    erase: (subject) => withLog(({ database, append }) => eraseOpening(database, append, subject)),
    askFourEyes: (buyer, isAsked) =>
      withLog(({ database, append }) => decisionStore(database, now, append).ask(buyer, isAsked)),
    addBuyerKey: (buyer, verifier) =>
      withLog(({ database, append }) => responseStore(database, now, append).addKey(buyer, verifier)),
    signAnswer: ({ reportId, text, ...keys }) => {
      const signer = signerAt({ ...keys, kind: "note" });
      return { note: signResponse({ reportId, text }, signer), verifier: signer.verifierKey };
    },
    reassess: (store) => streaming((database) => reassessed(config, rulebook, database, store)),
    retention: (years, on) => streaming((database) => retentions(database, years, on)),
    freeze: (tenders, expected) => freeze(config.rulebookDirectory, tenders, expected),
    exportLog: () => streaming((database) => logPublisher(database, config.witnesses, now).export()),
  };
};
