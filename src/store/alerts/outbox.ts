import type { Knex } from "knex";
import { MOST_ATTEMPTS, retryAfterMinutes } from "../../domain/alerts.ts";
import type { ClaimedMail, Mail, Outbox } from "../../usecases/alerts/ports.ts";
import type { Database } from "../open-database.ts";

interface MailRow {
  readonly number: number;
  readonly attempts: number;
  readonly body: string;
}

/** A claim lapses: whoever made it has died. Longer than any conversation with a mail server. */
const LEASE_MS = 120_000;
const MINUTE_MS = 60_000;

/** One statement: two processes never claim the same mail. */
const claim = async (trx: Knex, isPostgres: boolean, at: Date): Promise<MailRow | undefined> => {
  const due = trx("mail")
    .whereIn("state", ["ready", "sending"])
    .where("due_at", "<=", at.toISOString())
    .orderBy([{ column: "due_at" }, { column: "number" }])
    .limit(1)
    .select("number");
  const chosen = isPostgres ? due.forUpdate().skipLocked() : due;
  const [row]: MailRow[] = await trx("mail")
    .where("number", chosen)
    .update({
      state: "sending",
      attempts: trx.raw("attempts + 1"),
      due_at: new Date(at.getTime() + LEASE_MS).toISOString(),
    })
    .returning(["number", "attempts", "body"]);
  return row;
};

/** Only the claim that is still the last one settles the mail. */
const settle = (
  { write }: Database,
  { number, attempts }: ClaimedMail,
  change: Readonly<Record<string, unknown>>,
): Promise<void> =>
  write.transaction(async (trx) => {
    await trx("mail").where({ number, attempts, state: "sending" }).update(change);
  });

/** The outbox in the database: a mail is sent at least once, always under the same Message-ID. */
export const outbox = (database: Database, now: () => Date): Outbox => ({
  claim: async () => {
    const row = await database.write.transaction((trx) => claim(trx, database.engine === "postgres", now()));
    return row === undefined ? null : toClaimed(row);
  },
  // What was sent is forgotten but for its Message-ID: personal data are kept no longer than needed.
  sent: (claimed) =>
    settle(database, claimed, { state: "sent", sent_at: now().toISOString(), body: "", recipient: "" }),
  failed: (claimed) => {
    const dueAt = new Date(now().getTime() + retryAfterMinutes(claimed.attempts) * MINUTE_MS).toISOString();
    const state = claimed.attempts >= MOST_ATTEMPTS ? "failed" : "ready";
    return settle(database, claimed, { state, due_at: dueAt });
  },
});

const toClaimed = ({ number, attempts, body }: MailRow): ClaimedMail => ({
  number,
  attempts,
  mail: JSON.parse(body) as Mail,
});
