import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { logSettings } from "./compose-ledger.ts";
import type { Config } from "./config.ts";
import { SERVICE } from "./domain/actor.ts";
import { assess } from "./domain/assess.ts";
import { withConfirmations } from "./domain/confirmation.ts";
import type { LocalDate } from "./domain/local-date.ts";
import { type Retention, retentionOf } from "./domain/retention.ts";
import type { Rulebook } from "./domain/rulebook.ts";
import { acceptTender, readTender } from "./intake/read-tender.ts";
import { canonicalSha256 } from "./ledger/leaf.ts";
import { freezeRulebook } from "./rulebook/freeze-rulebook.ts";
import { assessmentStore } from "./store/assessment-store.ts";
import { assessmentsOnFile } from "./store/assessments-on-file.ts";
import { confirmationStore } from "./store/confirmation-store.ts";
import { keptRecords } from "./store/kept-records.ts";
import type { Database } from "./store/open-database.ts";
import { openLog } from "./store/open-log.ts";
import { checkTender } from "./usecases/check-tender.ts";
import { type ChangedVerdict, reassess } from "./usecases/reassess.ts";

const now = (): Date => new Date();

const understand = (document: Readonly<Record<string, unknown>>) => {
  const read = acceptTender(document);
  return read.ok ? read.tender : null;
};

/** Stored assessments whose verdict would change; kept beside the old ones when `store` is set. */
export const reassessed = async function* (
  config: Config,
  rulebook: Rulebook,
  database: Database,
  store: boolean,
): AsyncGenerator<ChangedVerdict> {
  const { append } = await openLog(database, logSettings(config), now);
  const law = withConfirmations(rulebook, await confirmationStore(database, now, append).list());
  const check = checkTender(() => law, canonicalSha256);
  const assessments = assessmentStore(database, now, append);
  for await (const change of reassess(check, understand)(assessmentsOnFile(database))) {
    if (store) await assessments.append(SERVICE, change.again, change.tenderId);
    yield change;
  }
};

/** What is kept, and until when. */
export const retentions = async function* (
  database: Database,
  years: number,
  on: LocalDate,
): AsyncGenerator<Retention> {
  for await (const kept of keptRecords(database)) yield retentionOf(kept, years, on);
};

/** The result of each tender of a folder under a rulebook, by its hash. */
export const resultsOf = (rulebook: Rulebook, tenders: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(tenders)
      .filter((name) => name.endsWith(".json"))
      .toSorted()
      .flatMap((name) => {
        const read = readTender(readFileSync(join(tenders, name)));
        return read.ok
          ? [[basename(name, ".json"), canonicalSha256(assess(read.tender, rulebook, null))]]
          : [];
      }),
  );

/** Freezes a rulebook and keeps beside it what it says of a folder of tenders, for the tests of every later day. */
export const freeze = (directory: string, tenders: string, expected: string) => {
  const rulebook = freezeRulebook(directory);
  const { version, sha256 } = rulebook;
  mkdirSync(expected, { recursive: true });
  const kept = { version, sha256, results: resultsOf(rulebook, tenders) };
  writeFileSync(join(expected, `${version}.json`), `${JSON.stringify(kept, null, 2)}\n`);
  return { version, sha256 };
};
