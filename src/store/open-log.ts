import { randomBytes } from "node:crypto";
import { DomainError } from "../domain/errors.ts";
import type { Signer } from "../ledger/keys.ts";
import type { Act } from "../ledger/leaf.ts";
import { ledgerStore } from "./ledger-store.ts";
import { type AppendToLog, lockLog, logAppender } from "./log-appender.ts";
import { adoptNextKey, makeLogKey, nextKeyFile, readLogKey } from "./log-key-file.ts";
import type { Database } from "./open-database.ts";

/** Where the log's key is, and what a new log is called. */
export interface LogSettings {
  readonly keyFile: string;
  /** A schemaless address, by which witnesses know the log; null makes up a name. */
  readonly name: string | null;
}

/** The log of a database, open for appending. */
export interface Log {
  readonly signer: Signer;
  readonly append: AppendToLog;
}

/** The act by which a log names the key that signs it from then on. */
export const keyAct = (verifier: string): Act => ({
  kind: "key",
  open: { key: verifier },
  sealed: {},
  subject: `key:${verifier}`,
});

const madeUpName = (): string => `awlawiya-${randomBytes(6).toString("hex")}`;

const signerOf = async (database: Database, { keyFile, name }: LogSettings): Promise<Signer> => {
  const keys = await ledgerStore(database).keys();
  const expected = keys.at(-1);
  const signer = readLogKey(keyFile);
  if (signer !== null && (expected === undefined || expected === signer.verifierKey)) return signer;
  // A change of keys that was stopped halfway: the log names the key that waits.
  const waiting = readLogKey(nextKeyFile(keyFile));
  if (waiting !== null && waiting.verifierKey === expected) {
    adoptNextKey(keyFile);
    return waiting;
  }
  // A log that exists must never get a second first key: its old heads would no longer bind it.
  if (expected !== undefined)
    throw new DomainError("LOG_KEY_MISMATCH", {
      expected,
      found: signer?.verifierKey ?? `not in ${keyFile}`,
    });
  return makeLogKey(keyFile, name ?? madeUpName());
};

/**
 * Opens the log for appending: makes its key when it is new, and logs the key as its first leaf.
 * @throws DomainError LOG_KEY_INVALID, LOG_KEY_MISMATCH
 */
export const openLog = async (database: Database, settings: LogSettings, now: () => Date): Promise<Log> => {
  const signer = await signerOf(database, settings);
  const append = logAppender(signer, now);
  await database.write.transaction(async (trx) => {
    await lockLog(trx);
    const [known] = (await trx("log_key").select("seq").limit(1)) as readonly unknown[];
    if (known === undefined) await append(trx, keyAct(signer.verifierKey));
  });
  return { signer, append };
};
