import { DomainError, type ErrorCode } from "./domain/errors.ts";
import { storageFault } from "./store/storage-fault.ts";

type Details = Readonly<Record<string, string>>;

/** What stops the program, in plain words, from the details of the error. */
const WORDS: Partial<Record<ErrorCode, (details: Details) => string>> = {
  CONFIGURATION_INVALID: ({ name, expected }) => `${name}: expected ${expected}`,
  RULEBOOK_INVALID: ({ file, problem }) => `the rulebook's ${file}: ${problem}`,
  LOG_KEY_INVALID: ({ file, problem }) => `the log's key ${file}: ${problem}`,
  LOG_KEY_MISMATCH: ({ expected, found }) => `the log was signed by ${expected}; the key at hand is ${found}`,
  LOG_ENTRY_NOT_FOUND: ({ subject }) => `${subject}: no opening of that name that may be erased`,
  LOG_UNREACHABLE: ({ address, problem }) => `${address}: ${problem}`,
  LOG_HEAD_INVALID: ({ problem }) => `the head of the log: ${problem}`,
  SIGNING_KEY_INVALID: ({ file, problem }) => `the signing key ${file}: ${problem}`,
  LETTERHEAD_INVALID: ({ file, problem }) => `the letterhead ${file}: ${problem}`,
  REPORT_FAILED: ({ problem }) => `the report could not be made: ${problem}`,
  ASSESSMENT_NOT_FOUND: ({ id }) => `there is no assessment ${id}`,
  YEAR_NOT_FOUND: ({ buyer, year }) => `nothing is kept of the year ${year} of the buyer ${buyer}`,
  SCHEMA_MISMATCH: ({ found }) => `the two databases are of different schemas: ${found}`,
  DATABASE_NOT_EMPTY: ({ table }) => `the database to fill is not empty: table ${table} has rows`,
  COPY_DIFFERS: ({ table }) => `table ${table} did not come out as it went in; nothing was kept`,
  STORAGE_UNAVAILABLE: ({ problem, code }) => `the database: ${problem}${code === "" ? "" : ` (${code})`}`,
  BACKUP_UNUSABLE: ({ file, problem }) => `${file}: ${problem}`,
};

/** Plain words for what stops the program; a stack only for what nobody foresaw. */
export const sayError = (thrown: unknown): void => {
  const error = storageFault(thrown) ?? thrown;
  if (error instanceof DomainError) {
    console.error(`error: ${WORDS[error.code]?.(error.details) ?? error.message}`);
    return;
  }
  const isSystem = error instanceof Error && "code" in error && "syscall" in error;
  console.error(isSystem ? `error: ${error.message}` : error);
};
