import { DomainError } from "../domain/errors.ts";

/** What the drivers say when the database itself cannot do its work, by the start of their codes. */
const PROBLEMS: readonly (readonly [code: RegExp, problem: string])[] = [
  [/^(?:SQLITE_FULL|ENOSPC|53100)$/, "the disk is full"],
  [/^(?:SQLITE_READONLY|EROFS|25006)/, "it cannot be written to"],
  [/^(?:SQLITE_CORRUPT|SQLITE_NOTADB|XX00[12])/, "its file is damaged; restore a backup"],
  [/^(?:SQLITE_BUSY|SQLITE_LOCKED|55P03)/, "another process keeps it busy"],
  [/^SQLITE_CANTOPEN/, "its file cannot be opened"],
  [/^(?:SQLITE_IOERR|SQLITE_NOMEM|EIO|EMFILE|58030|5320)/, "it cannot be read or written"],
  [
    /^(?:ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH|08|57P0|53300|57014)/,
    "its server cannot be reached, or is stopping",
  ],
];

/** What Knex and pg say without a code. */
const MESSAGES: readonly (readonly [message: RegExp, problem: string])[] = [
  [/readonly database/, "it cannot be written to"],
  [
    /Connection terminated|acquiring a connection|Unable to acquire|not queryable/,
    "its server cannot be reached",
  ],
];

const problemOf = (code: string, message: string): string | undefined =>
  (PROBLEMS.find(([pattern]) => pattern.test(code)) ??
    MESSAGES.find(([pattern]) => pattern.test(message)))?.[1];

/**
 * The error of a database that cannot do its work now (disk full, server away, file damaged) as
 * STORAGE_UNAVAILABLE; null when the error is of another kind. Codes: sqlite.org/rescode.html; PostgreSQL,
 * appendix A.
 */
export const storageFault = (error: unknown): DomainError | null => {
  if (!(error instanceof Error)) return null;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const problem = problemOf(code, error.message);
  return problem === undefined ? null : new DomainError("STORAGE_UNAVAILABLE", { problem, code });
};
