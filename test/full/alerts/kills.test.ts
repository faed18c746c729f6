import { fork } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";
import { type Database, migrate, openDatabase } from "../../../src/store/open-database.ts";
import { projectRoot } from "../../../src/paths.ts";
import type { Errand } from "../../support/alert-child.ts";
import { storeCalls, subscribers } from "../../support/alert-database.ts";
import { emptyDatabase, type EmptyDatabase, ENGINES } from "../../support/engines.ts";
import { type SmtpSink, smtpSink } from "../../support/smtp-sink.ts";

/** `ALERT_KILLS=100` is the whole measure; a tenth is run every time. */
const KILLS = Number(process.env["ALERT_KILLS"] ?? 10);
const READERS = 20;
/** A process takes about a third of a second to start: kills fall before, while and after it works. */
const LATEST_KILL_MS = 900;

/** Runs the process; kills it after so many milliseconds, when told to. Answers whether it was killed at work. */
const run = (errand: Errand, killAfterMs: number | null): Promise<boolean> =>
  new Promise((resolve) => {
    const child = fork(join(projectRoot, "dist/test/support/alert-child.js"), [JSON.stringify(errand)]);
    const timer = killAfterMs === null ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    child.once("exit", (_code, signal) => {
      clearTimeout(timer);
      resolve(signal === "SIGKILL");
    });
  });

for (const engine of ENGINES)
  describe(`alerts whose process is killed ${KILLS} times, on ${engine}`, () => {
    let empty: EmptyDatabase;
    let database: Database;
    let sink: SmtpSink;

    before(async () => {
      empty = await emptyDatabase(engine);
      database = openDatabase(empty.location);
      await migrate(database);
      sink = await smtpSink();
      await storeCalls(database, KILLS + 2);
      await subscribers(database, () => new Date(), READERS);
    });

    after(async () => {
      await sink.stop();
      await database.close();
      await empty.remove();
    });

    it("are each sent at least once, and shown once", async () => {
      let killed = 0;
      let round = 0;
      while (killed < KILLS) {
        const errand = { location: empty.location, smtp: sink.url, round };
        if (await run(errand, Math.random() * LATEST_KILL_MS)) killed += 1;
        round = Math.min(round + 1, KILLS);
      }
      expect(await run({ location: empty.location, smtp: sink.url, round: KILLS + 1 }, null)).to.equal(false);

      const shown = new Map<string, Set<string>>();
      for (const { messageId, to, text } of sink.mails) {
        const recipient = Array.isArray(to) ? "" : (to?.text ?? "");
        for (const [, call] of (text ?? "").matchAll(/call (\d{26})/g)) {
          const key = `${recipient} ${call}`;
          shown.set(key, (shown.get(key) ?? new Set()).add(messageId ?? ""));
        }
      }
      const told: { n: number }[] = await database.read("alert").count({ n: "*" });
      expect(told[0]?.n).to.equal(READERS * (KILLS + 2));
      expect(shown.size, "each alert was sent").to.equal(READERS * (KILLS + 2));
      // A reader's mail program shows one Message-ID once.
      expect([...shown.values()].filter((ids) => ids.size !== 1)).to.deep.equal([]);
    });
  });
