import { writeFileSync } from "node:fs";
import Sqlite from "better-sqlite3";
import type { AuditReport } from "../../src/domain/audit.ts";
import { auditLog } from "../../src/store/audit/audit-log.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { rulebookFiles } from "./fixtures.ts";

/** Tables of the official record and of the log. */
const OFFICIAL = [
  "document",
  "assessment",
  "confirmation",
  "issued_report",
  "decision",
  "four_eyes",
  "buyer_key",
  "report_response",
  "log_entry",
  "log_node",
  "log_checkpoint",
  "log_key",
  "log_opening",
];

/** Everything that a reader of the official record could see; what cannot be read is a change too. */
const contentOf = (file: string): string => {
  try {
    const database = new Sqlite(file, { readonly: true });
    try {
      return OFFICIAL.map((table) =>
        JSON.stringify(database.prepare(`select * from ${table} not indexed order by rowid`).all()),
      ).join("\n");
    } catch {
      // A table without rowid is in the order of its key.
      return OFFICIAL.map((table) => JSON.stringify(database.prepare(`select * from ${table}`).all())).join(
        "\n",
      );
    } finally {
      database.close();
    }
  } catch (error) {
    return String(error);
  }
};

const isSound = (file: string): boolean => {
  try {
    const database = new Sqlite(file, { readonly: true });
    try {
      return database.pragma("integrity_check", { simple: true }) === "ok";
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
};

const audit = async (file: string): Promise<AuditReport | null> => {
  const database = openDatabase({ engine: "sqlite", file });
  try {
    return await auditLog(database, rulebookFiles);
  } catch {
    return null;
  } finally {
    await database.close();
  }
};

/** What one flipped bit did to a database, and who saw it. */
export interface Flip {
  readonly bit: number;
  readonly changed: boolean;
  readonly seenByAudit: boolean;
  readonly seenByIntegrityCheck: boolean;
}

/** Flips single bits of a copy of a database, `step` bits apart from `first`, `count` of them. */
export const flips = async function* (
  original: Buffer,
  file: string,
  { first, step, count }: { readonly first: number; readonly step: number; readonly count: number },
): AsyncGenerator<Flip> {
  writeFileSync(file, original);
  const content = contentOf(file);
  for (let index = 0; index < count; index += 1) {
    const bit = (first + index * step) % (original.length * 8);
    const flipped = Buffer.from(original);
    const at = Math.floor(bit / 8);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit % 8));
    writeFileSync(file, flipped);
    const changed = contentOf(file) !== content;
    const report = changed ? await audit(file) : null;
    yield {
      bit,
      changed,
      seenByAudit: changed && (report === null || report.findings.length > 0),
      seenByIntegrityCheck: changed && !isSound(file),
    };
  }
};
