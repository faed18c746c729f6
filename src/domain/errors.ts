/** Every error the product raises on purpose; only the HTTP and CLI edges turn codes into statuses. */
export type ErrorCode =
  | "PARAMETER_UNKNOWN"
  | "RULEBOOK_INVALID"
  | "TENDER_NOT_FOUND"
  | "TENDER_EXISTS"
  | "ASSESSMENT_NOT_FOUND"
  | "YEAR_NOT_FOUND"
  | "RULE_NOT_FOUND"
  | "VERSION_CONFLICT"
  | "CONFIGURATION_INVALID"
  | "SIGN_IN_FAILED"
  | "TOO_MANY_ATTEMPTS"
  | "PASSWORD_WEAK"
  | "LINK_SPENT"
  | "LOGIN_INVALID"
  | "LOGIN_TAKEN"
  | "BUYER_REQUIRED"
  | "BUYER_UNEXPECTED"
  | "BUYER_UNKNOWN"
  | "BUYER_MISMATCH"
  | "ACCOUNT_NOT_FOUND"
  | "BATCH_FAILED"
  | "JOB_NOT_FOUND"
  | "MAPPING_NOT_FOUND"
  | "UPLOAD_TOO_LARGE"
  | "UPLOAD_EMPTY"
  | "UPLOAD_TOO_HEAVY"
  | "REPORT_BUSY"
  | "REPORT_FAILED"
  | "SIGNING_KEY_INVALID"
  | "LETTERHEAD_INVALID"
  | "REPORT_NOT_FOUND"
  | "RULEBOOK_NOT_FOUND"
  | "LOG_DAMAGED"
  | "LOG_KEY_INVALID"
  | "LOG_KEY_MISMATCH"
  | "DECISION_OUT_OF_TURN"
  | "SAME_PERSON"
  | "NOT_A_PERSON"
  | "APPROVER_REQUIRED"
  | "NOT_APPROVED"
  | "RESPONSE_INVALID"
  | "LOG_RANGE"
  | "LOG_ENTRY_NOT_FOUND"
  | "LOG_UNREACHABLE"
  | "LOG_HEAD_INVALID"
  | "COSIGNATURE_INVALID"
  | "SEARCH_BUSY"
  | "READER_BUSY"
  | "PROFILE_NOT_FOUND"
  | "PROFILE_REQUIRED"
  | "SCHEMA_MISMATCH"
  | "DATABASE_NOT_EMPTY"
  | "COPY_DIFFERS"
  | "BACKUP_UNUSABLE"
  | "EMAIL_INVALID"
  | "TOO_MANY_ALERTS"
  | "ALERT_NOT_FOUND"
  | "PROVIDER_UNAVAILABLE"
  | "SIGN_IN_DENIED"
  | "SIGN_IN_BROKEN"
  | "EMAIL_UNVERIFIED"
  | "ACCOUNT_MISSING"
  | "ACCOUNT_LINKED"
  | "STORAGE_UNAVAILABLE";

/** An error with a code and plain details; `message` is the code, words are added at the edge. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, string>>;

  constructor(code: ErrorCode, details: Readonly<Record<string, string>> = {}) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = "DomainError";
    this.code = code;
    this.details = details;
  }
}
