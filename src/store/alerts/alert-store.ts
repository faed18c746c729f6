import { randomBytes } from "node:crypto";
import type { Knex } from "knex";
import type { Rhythm, Subscription } from "../../domain/alerts.ts";
import type { LocalDate } from "../../domain/local-date.ts";
import type { Call } from "../../domain/search/call.ts";
import type { Language } from "../../domain/tender.ts";
import type { AlertStore, Mail, NewSubscription, WriteDigest } from "../../usecases/alerts/ports.ts";
import { newId } from "../new-id.ts";
import type { Database } from "../open-database.ts";

interface SubscriptionRow {
  readonly id: string;
  readonly cooperative_id: string | null;
  readonly email: string;
  readonly query: string | null;
  readonly language: string;
  readonly rhythm: string;
  readonly secret: string;
  readonly created_at: string;
  readonly verified_at: string | null;
  readonly last_digest_on: string | null;
}

const SECRET_BYTES = 24;

const keepMail = async (trx: Knex, subscriptionId: string, mail: Mail, at: Date): Promise<void> => {
  await trx("mail").insert({
    message_id: mail.messageId,
    subscription_id: subscriptionId,
    recipient: mail.to,
    body: JSON.stringify(mail),
    state: "ready",
    attempts: 0,
    due_at: at.toISOString(),
    created_at: at.toISOString(),
  });
};

const toRow = (asked: NewSubscription, at: Date): SubscriptionRow => ({
  id: newId(at.getTime()),
  cooperative_id: asked.cooperativeId,
  email: asked.email,
  query: asked.query,
  language: asked.language,
  rhythm: asked.rhythm,
  secret: randomBytes(SECRET_BYTES).toString("base64url"),
  created_at: at.toISOString(),
  verified_at: null,
  last_digest_on: null,
});

/** Rows of one statement: engines bound its parameters. */
const ROWS_AT_ONCE = 500;

/** Only calls that were not told before: the key of the table says so, whoever else is telling now. */
const noteTold = async (
  trx: Knex,
  { id }: Subscription,
  calls: readonly Call[],
  messageId: string,
  at: Date,
): Promise<ReadonlySet<string>> => {
  const told = new Set<string>();
  for (let from = 0; from < calls.length; from += ROWS_AT_ONCE) {
    const rows = calls.slice(from, from + ROWS_AT_ONCE).map((call) => ({
      subscription_id: id,
      tender_id: call.id,
      message_id: messageId,
      told_at: at.toISOString(),
    }));
    const noted: readonly { tender_id: string }[] = await trx("alert")
      .insert(rows)
      .onConflict(["subscription_id", "tender_id"])
      .ignore()
      .returning("tender_id");
    for (const { tender_id } of noted) told.add(tender_id);
  }
  return told;
};

const tell = async (
  { write }: Database,
  now: () => Date,
  host: string,
  subscription: Subscription,
  calls: readonly Call[],
  today: LocalDate,
  writeDigest: WriteDigest,
): Promise<number> =>
  write.transaction(async (trx) => {
    const at = now();
    const changed: number = await trx("subscription")
      .where({ id: subscription.id })
      .where((due) => void due.whereNull("last_digest_on").orWhere("last_digest_on", "<", today))
      .update({ last_digest_on: today });
    // Another process was faster, or the alert was stopped meanwhile.
    if (changed === 0) return 0;
    const messageId = `<${newId(at.getTime())}@${host}>`;
    const told = await noteTold(trx, subscription, calls, messageId, at);
    const fresh = calls.filter(({ id }) => told.has(id));
    if (fresh.length > 0) await keepMail(trx, subscription.id, writeDigest(fresh, messageId), at);
    return fresh.length;
  });

/**
 * Alerts in the database; what a promise answers is on disk.
 * @param host that ends each Message-ID
 */
export const alertStore = (database: Database, now: () => Date, host: string): AlertStore => {
  const { read, write } = database;
  const bySecret = async (secret: string): Promise<Subscription | null> => {
    const row: SubscriptionRow | undefined = await read("subscription").where({ secret }).first();
    return row === undefined ? null : toSubscription(row);
  };
  return {
    subscribe: (asked, writeMail) =>
      write.transaction(async (trx) => {
        const at = now();
        const row = toRow(asked, at);
        await trx("subscription").insert(row);
        const mail = writeMail(toSubscription(row), `<${newId(at.getTime())}@${host}>`);
        await keepMail(trx, row.id, mail, at);
        return toSubscription(row);
      }),
    bySecret,
    ofCooperative: async (id) => {
      const rows: readonly SubscriptionRow[] = await read("subscription")
        .where({ cooperative_id: id })
        .orderBy("id");
      return rows.map(toSubscription);
    },
    verify: async (secret) => {
      await write.transaction(async (trx) => {
        await trx("subscription")
          .where({ secret })
          .whereNull("verified_at")
          .update({ verified_at: now().toISOString() });
      });
      return bySecret(secret);
    },
    erase: (secret) =>
      write.transaction(async (trx) => {
        const erased: number = await trx("subscription").where({ secret }).delete();
        return erased === 1;
      }),
    eraseUnverified: (before) =>
      write.transaction(async (trx) => {
        const erased: number = await trx("subscription")
          .whereNull("verified_at")
          .where("created_at", "<", before.toISOString())
          .delete();
        return erased;
      }),
    countRecent: async (email, since) => {
      const [row]: { n: number }[] = await read("subscription")
        .where({ email })
        .where("created_at", ">", since.toISOString())
        .count({ n: "*" });
      return row?.n ?? 0;
    },
    verified: async (afterId, most) => {
      const rows: readonly SubscriptionRow[] = await read("subscription")
        .whereNotNull("verified_at")
        .where("id", ">", afterId)
        .orderBy("id")
        .limit(most);
      return rows.map(toSubscription);
    },
    told: async ({ id }) => {
      const rows: readonly { tender_id: string }[] = await read("alert")
        .where({ subscription_id: id })
        .select("tender_id");
      return new Set(rows.map(({ tender_id }) => tender_id));
    },
    tell: (subscription, calls, today, writeDigest) =>
      tell(database, now, host, subscription, calls, today, writeDigest),
  };
};

const toSubscription = (row: SubscriptionRow): Subscription => ({
  id: row.id,
  email: row.email,
  query: row.query,
  cooperativeId: row.cooperative_id,
  language: row.language as Language,
  rhythm: row.rhythm as Rhythm,
  secret: row.secret,
  isVerified: row.verified_at !== null,
  lastDigestOn: row.last_digest_on,
});
