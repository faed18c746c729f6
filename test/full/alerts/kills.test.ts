import { fork } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";
import { type Database, migrate, openDatabase } from "../../../src/store/open-database.ts";
import { projectRoot } from "../../../src/paths.ts";
import type { Errand } from "../../support/alert-child.ts";
import { storeCalls, subscribers } from "../../support/alert-database.ts";
import { emptyDatabase, type EmptyDatabase, ENGINES } from "../../support/engines.ts";
import { type SmtpSink, smtpSink } from "../../support/smtp-sink.ts";

/** `ALERT_KILLS=100` (npm run alerts:kill) is the whole measure; a tenth is run every time. */
const KILLS = Number(process.env["ALERT_KILLS"] ?? 10);
const READERS = 20;
const MOST_RUNS = 3 * KILLS;

/** When a process is killed: after a time, or when the server has taken its nth mail and has not said so yet. */
type Moment = { readonly afterMs: number } | { readonly atMail: number };

for (const engine of ENGINES)
  describe(`alerts whose process is killed ${KILLS} times, on ${engine}`, () => {
    let empty: EmptyDatabase;
    let database: Database;
    let sink: SmtpSink;

    /** Runs the process, killed at a moment when there is one. Answers whether it was killed at work. */
    const run = (round: number, moment: Moment | null): Promise<boolean> =>
      new Promise((resolve) => {
        const errand: Errand = { location: empty.location, smtp: sink.url, round };
        const child = fork(join(projectRoot, "dist/test/support/alert-child.js"), [JSON.stringify(errand)]);
        const kill = (): void => void child.kill("SIGKILL");
        const timer = moment !== null && "afterMs" in moment ? setTimeout(kill, moment.afterMs) : undefined;
        const already = sink.mails.length;
        sink.onKept(() => {
          if (moment !== null && "atMail" in moment && sink.mails.length - already === moment.atMail) kill();
        });
        child.once("exit", (_code, signal) => {
          clearTimeout(timer);
          resolve(signal === "SIGKILL");
        });
      });

    before(async () => {
      empty = await emptyDatabase(engine);
      database = openDatabase(empty.location);
      await migrate(database);
      sink = await smtpSink();
      await storeCalls(database, MOST_RUNS + 2);
      await subscribers(database, () => new Date(), READERS);
    });

    after(async () => {
      await sink.stop();
      await database.close();
      await empty.remove();
    });

    it("are each sent at least once, and shown once", async () => {
      // How long a whole run takes here and now: the kills fall before, while and after it works.
      const start = performance.now();
      expect(await run(0, null)).to.equal(false);
      const wholeMs = performance.now() - start;
      let killed = 0;
      let round = 0;
      while (killed < KILLS) {
        round += 1;
        expect(round, "runs that ended before they were killed").to.be.at.most(MOST_RUNS);
        const moment =
          round % 2 === 0
            ? { afterMs: Math.random() * wholeMs }
            : { atMail: 1 + Math.floor(Math.random() * READERS) };
        if (await run(round, moment)) killed += 1;
      }
      expect(await run(round + 1, null)).to.equal(false);
      const alerts = READERS * (round + 2);

      const shown = new Map<string, Set<string>>();
      for (const { messageId, to, text } of sink.mails) {
        const recipient = Array.isArray(to) ? "" : (to?.text ?? "");
        for (const [, call] of (text ?? "").matchAll(/call (\d{26})/g)) {
          const key = `${recipient} ${call}`;
          shown.set(key, (shown.get(key) ?? new Set()).add(messageId ?? ""));
        }
      }
      const told: { n: number }[] = await database.read("alert").count({ n: "*" });
      expect(told[0]?.n).to.equal(alerts);
      expect(shown.size, "each alert was sent").to.equal(alerts);
      const sent = sink.mails.map(({ messageId }) => messageId);
      expect(sent.length, "a mail that was taken, and not noted as sent, comes again").to.be.greaterThan(
        new Set(sent).size,
      );
      // A reader's mail program shows one Message-ID once.
      expect([...shown.values()].filter((ids) => ids.size !== 1)).to.deep.equal([]);
    });
  });
