import type { Signer } from "../ledger/keys.ts";
import { logAppender } from "./log-appender.ts";
import { adoptNextKey, makeLogKey, nextKeyFile, readLogKey } from "./log-key-file.ts";
import type { Database } from "./open-database.ts";
import { keyAct, openLog } from "./open-log.ts";

/**
 * Gives the log a new key: made and on disk first, then named by a leaf under the old key, then put in its place.
 * Stop the service before: it holds the old key. Whatever stops this halfway is mended at the next start.
 */
export const rotateKey = async (database: Database, keyFile: string, now: () => Date): Promise<Signer> => {
  const { signer: old } = await openLog(database, { keyFile, name: null }, now);
  const waiting = nextKeyFile(keyFile);
  const next = readLogKey(waiting) ?? makeLogKey(waiting, old.name);
  await database.write.transaction((trx) => logAppender(old, now)(trx, keyAct(next.verifierKey)));
  adoptNextKey(keyFile);
  return next;
};
