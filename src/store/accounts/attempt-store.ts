import { createHash } from "node:crypto";
import type { AttemptStore } from "../../usecases/accounts/ports.ts";
import type { Database } from "../open-database.ts";

/** Milliseconds after which the tries of a key are forgotten. */
const WINDOW = 15 * 60_000;

// One statement, so that tries made at the same time are all counted.
const ADD = `insert into attempt (digest, since, tries) values (:digest, :at, 1)
  on conflict (digest) do update set
    tries = case when attempt.since < :oldest then 1 else attempt.tries + 1 end,
    since = case when attempt.since < :oldest then :at else attempt.since end
  returning tries`;

/** What was tried stays out of the database: only its digest is kept. */
const digestOf = (key: string): string => createHash("sha256").update(key).digest("hex");

/** Tries within a window of a quarter of an hour. */
export const attemptStore = ({ engine, write }: Database, now: () => Date): AttemptStore => ({
  add: async (key) => {
    const at = now();
    const oldest = new Date(at.getTime() - WINDOW).toISOString();
    const answer: unknown = await write.transaction(async (trx) => {
      await trx("attempt").where("since", "<", oldest).delete();
      return trx.raw(ADD, { digest: digestOf(key), at: at.toISOString(), oldest });
    });
    const rows = (engine === "postgres" ? (answer as { rows: unknown }).rows : answer) as readonly {
      readonly tries: number;
    }[];
    return rows[0]?.tries ?? 0;
  },
  clear: async (key) => {
    await write.transaction((trx) =>
      trx("attempt")
        .where({ digest: digestOf(key) })
        .delete(),
    );
  },
});
