import type { Subscription } from "../../src/domain/alerts.ts";
import type { Call } from "../../src/domain/search/call.ts";
import { alertStore } from "../../src/store/alerts/alert-store.ts";
import type { Database } from "../../src/store/open-database.ts";
import type { Mail, WriteDigest } from "../../src/usecases/alerts/ports.ts";

/** A call of which only the id and the title matter. */
export const callOf = (index: number): Call => ({
  id: String(index).padStart(26, "0"),
  reference: `${index}/2026`,
  title: { ar: `طلب عروض ${index}` },
  buyer: { fr: "Commune fictive" },
  sector: "catering",
  region: null,
  province: null,
  commune: null,
  procedure: null,
  reserved: null,
  estimate: null,
  smallestLot: null,
  lots: 0,
  guarantee: null,
  publishedOn: null,
  deadline: null,
});

/** Stores the tenders behind the calls: alerts refer to them. */
export const storeCalls = async ({ write }: Database, count: number): Promise<readonly Call[]> => {
  const calls = Array.from({ length: count }, (_, index) => callOf(index + 1));
  await write("document").insert({ sha256: "0".repeat(64), body: "{}" });
  for (const { id } of calls)
    await write("tender").insert({
      id,
      version: 1,
      reference: "r",
      document_sha256: "0".repeat(64),
      received_at: "2026-01-01",
      changed_at: "2026-01-01",
    });
  await write("call_pending").delete();
  return calls;
};

/** A mail that lists the ids of its calls. */
export const mailOf = ({ email, secret }: Subscription, messageId: string, calls: readonly Call[]): Mail => ({
  messageId,
  to: email,
  subject: `طلبات عروض جديدة: ${calls.length}`,
  text: calls.map(({ id }) => `call ${id}`).join("\n"),
  html: "<p></p>",
  language: "ar",
  unsubscribeUrl: `https://example.org/alerts/${secret}/stop`,
});

export const writer =
  (subscription: Subscription): WriteDigest =>
  (fresh, messageId) =>
    mailOf(subscription, messageId, fresh);

/** Confirmed daily alerts, each with its own address. */
export const subscribers = async (
  database: Database,
  now: () => Date,
  count: number,
): Promise<readonly Subscription[]> => {
  const alerts = alertStore(database, now, "example.org");
  const all: Subscription[] = [];
  for (let index = 0; index < count; index += 1) {
    const { secret } = await alerts.subscribe(
      {
        email: `reader${index}@example.org`,
        query: "",
        cooperativeId: null,
        language: "ar",
        rhythm: "daily",
      },
      (subscription, messageId) => mailOf(subscription, messageId, []),
    );
    const verified = await alerts.verify(secret);
    if (verified !== null) all.push(verified);
  }
  await database.write("mail").delete();
  return all;
};
