import { expect } from "chai";
import { acceptEmail, isDue, retryAfterMinutes } from "../../src/domain/alerts.ts";
import { mailSender } from "../../src/mail/send-mail.ts";
import { alertStore } from "../../src/store/alerts/alert-store.ts";
import { outbox } from "../../src/store/alerts/outbox.ts";
import { type Database, migrate, openDatabase } from "../../src/store/open-database.ts";
import { deliverMails, writeDigests } from "../../src/usecases/alerts/digests.ts";
import { callOf, storeCalls, subscribers, writer } from "../support/alert-database.ts";
import { emptyDatabase, type EmptyDatabase, ENGINES } from "../support/engines.ts";
import { type SmtpSink, smtpSink } from "../support/smtp-sink.ts";

describe("an alert's address", () => {
  it("is one address and nothing that could be a header", () => {
    expect(acceptEmail(" Cooperative@Example.org ")).to.equal("cooperative@example.org");
    for (const text of [
      "",
      "a",
      "a@b",
      "a b@example.org",
      "a@example.org\nBcc: b@example.org",
      "a@example.org, b@example.org",
      "<a@example.org>",
      `${"a".repeat(250)}@example.org`,
    ])
      expect(acceptEmail(text), JSON.stringify(text)).to.equal(null);
  });
});

describe("a digest", () => {
  const base = {
    id: "",
    email: "",
    query: "",
    cooperativeId: null,
    language: "ar",
    secret: "",
    isVerified: true,
  } as const;

  it("is due at once, then by its rhythm, and never before the address is confirmed", () => {
    expect(isDue({ ...base, rhythm: "weekly", lastDigestOn: null }, "2026-03-10")).to.equal(true);
    expect(isDue({ ...base, rhythm: "weekly", lastDigestOn: "2026-03-04" }, "2026-03-10")).to.equal(false);
    expect(isDue({ ...base, rhythm: "weekly", lastDigestOn: "2026-03-03" }, "2026-03-10")).to.equal(true);
    expect(isDue({ ...base, rhythm: "daily", lastDigestOn: "2026-03-10" }, "2026-03-10")).to.equal(false);
    expect(isDue({ ...base, isVerified: false, rhythm: "daily", lastDigestOn: null }, "2026-03-10")).to.equal(
      false,
    );
  });

  it("waits longer after each failure, a day at most", () => {
    expect([1, 2, 3, 12].map(retryAfterMinutes)).to.deep.equal([1, 2, 4, 1440]);
  });
});

for (const engine of ENGINES)
  describe(`alerts on ${engine}`, () => {
    let empty: EmptyDatabase;
    let database: Database;
    let sink: SmtpSink;
    let at = new Date("2026-03-10T08:00:00Z");
    const now = (): Date => at;
    const faults: unknown[] = [];

    before(async () => {
      empty = await emptyDatabase(engine);
      database = openDatabase(empty.location);
      await migrate(database);
      sink = await smtpSink();
    });

    after(async () => {
      await sink.stop();
      await database.close();
      await empty.remove();
    });

    it("tell each call once, by a mail that one click stops", async () => {
      const calls = await storeCalls(database, 6);
      const [reader] = await subscribers(database, now, 1);
      const alerts = alertStore(database, now, "example.org");
      const run = (shown: typeof calls, today: string) =>
        writeDigests({
          alerts,
          today: () => today,
          callsFor: async () => shown,
          writerFor: writer,
          log: (error) => faults.push(error),
        })();
      const deliver = deliverMails(
        outbox(database, now),
        mailSender({ kind: "smtp", url: sink.url }, "awlawiya@example.org"),
        (error) => faults.push(error),
      );
      expect(await run(calls.slice(0, 2), "2026-03-10")).to.equal(2);
      expect(await run(calls.slice(0, 3), "2026-03-10")).to.equal(0);
      expect(await deliver()).to.equal(1);
      expect(await run(calls.slice(0, 3), "2026-03-11")).to.equal(1);
      expect(await run(calls.slice(0, 3), "2026-03-12")).to.equal(0);
      expect(await deliver()).to.equal(1);
      const [first, second] = sink.mails;
      expect(first?.subject).to.equal("طلبات عروض جديدة: 2");
      expect(first?.text).to.contain(calls[0]?.id).and.to.contain(calls[1]?.id);
      expect(second?.text?.trim()).to.equal(`call ${calls[2]?.id}`);
      expect(first?.headers.get("list")).to.deep.include({
        unsubscribe: { url: `https://example.org/alerts/${reader?.secret}/stop` },
      });
      expect(
        first?.headers.get("list-unsubscribe-post") ?? JSON.stringify(first?.headers.get("list")),
      ).to.contain("One-Click");
      expect(faults).to.deep.equal([]);
    });

    it("try again later under the same Message-ID, and log no address", async () => {
      const alerts = alertStore(database, now, "example.org");
      const [reader] = await alerts.verified("", 10);
      if (reader === undefined) throw new Error("no reader");
      await alerts.tell(reader, [callOf(6)], "2026-03-13", writer(reader));
      const send = mailSender({ kind: "smtp", url: sink.url }, "awlawiya@example.org");
      const ids: string[] = [];
      const deliver = deliverMails(
        outbox(database, now),
        (mail) => {
          ids.push(mail.messageId);
          return send(mail);
        },
        (error) => faults.push(error),
      );
      sink.refuse(1);
      expect(await deliver()).to.equal(0);
      expect(await deliver()).to.equal(0);
      at = new Date(at.getTime() + 61_000);
      expect(await deliver()).to.equal(1);
      expect(ids.length).to.equal(2);
      expect(new Set(ids).size).to.equal(1);
      expect(String(faults[0])).to.match(/try 1/).and.not.contain("@");
    });

    it("erase the address, and what waits for it, with one click", async () => {
      const alerts = alertStore(database, now, "example.org");
      const [reader] = await alerts.verified("", 10);
      expect(await alerts.erase(reader?.secret ?? "")).to.equal(true);
      expect(await alerts.erase(reader?.secret ?? "")).to.equal(false);
      for (const table of ["subscription", "alert", "mail"])
        expect(await database.read(table).count({ n: "*" })).to.deep.equal([{ n: 0 }]);
    });
  });
