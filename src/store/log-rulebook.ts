import type { Rulebook } from "../domain/rulebook.ts";
import { readLeaf } from "../ledger/leaf.ts";
import { type AppendToLog, lockLog } from "./log-appender.ts";
import type { Database } from "./open-database.ts";

/** A rulebook and the program that reads it. */
export interface RulebookInUse {
  readonly rulebook: Rulebook;
  readonly engine: string;
}

/** Logs a rulebook with the hash of each of its files, unless it is the last that was logged. */
export const keepRulebook = async (
  { write }: Database,
  append: AppendToLog,
  { rulebook: { id, version, sha256, files }, engine }: RulebookInUse,
): Promise<void> => {
  await write.transaction(async (trx) => {
    await lockLog(trx);
    const last: { readonly leaf: string } | undefined = await trx("log_entry")
      .where("kind", "rulebook")
      .orderBy("seq", "desc")
      .first("leaf");
    const known = last === undefined ? null : readLeaf(last.leaf);
    if (known?.open["sha256"] === sha256 && known.open["engine"] === engine) return;
    await append(trx, {
      kind: "rulebook",
      open: { id, version, sha256, engine, files },
      sealed: {},
      subject: null,
    });
  });
};
