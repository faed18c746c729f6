import { confirmationStore } from "../../src/store/confirmation-store.ts";
import type { AppendToLog } from "../../src/store/log-appender.ts";
import type { Database } from "../../src/store/open-database.ts";
import type { ProvenReports } from "./proven-reports.ts";

const now = (): Date => new Date("2026-02-01T08:00:00Z");

/** A jurist's word on a number, logged by `append`. */
export const confirm = (database: Database, append: AppendToLog, bulletin: string): Promise<unknown> =>
  confirmationStore(database, now, append).append({
    parameter: "simplified-call-ceiling",
    value: 1_000_000,
    text: "decret-2-22-431",
    article: "19",
    bulletin,
    confirmedBy: "juriste (fictif)",
    confirmedOn: "2026-01-31",
  });

/** A database with some of every act: a report in each language, and a jurist's confirmations. */
export const withActs = async (reports: ProvenReports): Promise<ProvenReports> => {
  for (const language of ["ar", "fr", "en"] as const) await reports.issue(language, "summary");
  for (let number = 1; number <= 5; number += 1)
    await confirm(reports.database, reports.log.append, `fictif ${number}`);
  return reports;
};
