import { DomainError } from "../domain/errors.ts";
import { type AppendToLog, lockLog } from "./log-appender.ts";
import type { Database } from "./open-database.ts";

/** Kinds whose openings may name a person; without its opening a report could no longer prove itself. */
const ERASABLE = ["confirmation", "decision"];

/**
 * Erases what opens an entry, and logs that it was erased. The entry stays, and so does every proof; what it spoke
 * of can no longer be learnt from it, nor guessed.
 * @throws DomainError LOG_ENTRY_NOT_FOUND when there is no such opening that may be erased
 */
export const eraseOpening = async (
  { write }: Database,
  append: AppendToLog,
  subject: string,
): Promise<number> =>
  write.transaction(async (trx) => {
    await lockLog(trx);
    const row: { readonly seq: number } | undefined = await trx("log_opening")
      .join("log_entry", "log_entry.seq", "log_opening.seq")
      .where({ subject })
      .whereIn("kind", ERASABLE)
      .first("log_opening.seq");
    if (row === undefined) throw new DomainError("LOG_ENTRY_NOT_FOUND", { subject });
    await trx("log_opening").where({ seq: row.seq }).delete();
    await append(trx, { kind: "erasure", open: { seq: row.seq }, sealed: {}, subject: null });
    return row.seq;
  });
