import { SERVICE } from "../../src/domain/actor.ts";
import type { Language } from "../../src/domain/tender.ts";
import { readVerifier, type Verifier } from "../../src/ledger/keys.ts";
import { reportPayload } from "../../src/report/report-payload.ts";
import { renderReport } from "../../src/report/render-report.ts";
import { assessmentStore } from "../../src/store/assessment-store.ts";
import { type Database, migrate, openDatabase } from "../../src/store/open-database.ts";
import { type Log, openLog } from "../../src/store/open-log.ts";
import { reportStore } from "../../src/store/report-store.ts";
import { tenderStore } from "../../src/store/tender-store.ts";
import { emptyDatabase } from "./engines.ts";
import { reportInput } from "./report-input.ts";

const now = (): Date => new Date("2026-02-01T08:00:00Z");
const TENDER = "guarding-papers-at-bid";

/** A database with a log, to issue reports from; `close` removes it. */
export interface ProvenReports {
  readonly database: Database;
  readonly log: Log;
  readonly key: Verifier;
  readonly keyFile: string;
  /** `finish` may add to the written report before it is issued, as a signature does. */
  readonly issue: (
    language: Language,
    variant: "full" | "summary",
    finish?: (pdf: Buffer) => Buffer,
  ) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

/** Opens a new database and log of an engine. */
export const provenReports = async (engine: "sqlite" | "postgres" = "sqlite"): Promise<ProvenReports> => {
  const empty = await emptyDatabase(engine);
  const database = openDatabase(empty.location);
  await migrate(database);
  const log = await openLog(database, { keyFile: empty.logKeyFile, name: "log.example" }, now);
  const reports = reportStore(database, now, log.append);
  const key = readVerifier(log.signer.verifierKey);
  if (key === null) throw new Error("the log's key is not read");

  const issue: ProvenReports["issue"] = async (language, variant, finish = (pdf) => pdf) => {
    const input = { ...reportInput(TENDER, language), variant };
    const { document, assessment } = input;
    const { id: tenderId } = await tenderStore(database, now).insert(SERVICE, {
      document,
      documentSha256: assessment.inputSha256,
      buyer: null,
      sources: [],
    });
    await assessmentStore(database, now, log.append).append(SERVICE, assessment, tenderId);
    const { id, sha256 } = reportPayload(input);
    const record = {
      id,
      variant,
      assessmentId: assessment.id,
      language,
      reference: String(document["reference"]),
      buyer: "fictive",
      on: assessment.on,
      verdict: assessment.verdict,
      payloadSha256: sha256,
    };
    await reports.issue(record, finish(Buffer.from(await renderReport(input))));
    const file = await reports.file(id, variant);
    if (file === null) throw new Error("the report was not issued");
    return Buffer.from(file);
  };
  const close = async (): Promise<void> => {
    await database.close();
    await empty.remove();
  };
  return { database, log, key, keyFile: empty.logKeyFile, issue, close };
};
