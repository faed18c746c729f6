/** Something that an audit found wrong: what, where, and what was expected. */
export interface AuditFinding {
  readonly kind:
    | "database"
    | "schema"
    | "leaf"
    | "tree"
    | "head"
    | "key"
    | "opening"
    | "record"
    | "document"
    | "rulebook";
  /** The place: a table and its key, or a file. */
  readonly where: string;
  /** In English, for whoever must mend it. */
  readonly problem: string;
}

/** The outcome of an audit of the log and of all that it speaks of. */
export interface AuditReport {
  /** Leaves read. */
  readonly size: number;
  /** Root of the tree as it was made anew, base64; what a witness compares. */
  readonly root: string;
  readonly heads: number;
  readonly records: number;
  readonly documents: number;
  /** Openings that were erased, and for which the log has an erasure. */
  readonly erased: number;
  readonly findings: readonly AuditFinding[];
}
