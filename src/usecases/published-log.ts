/** The log as others may read, mirror and witness it (c2sp.org/tlog-tiles). */
export interface PublishedLog {
  /** The newest head with the words of its witnesses, a signed note. */
  readonly checkpoint: () => Promise<string>;
  /** Keys of the log, first to last. */
  readonly keys: () => Promise<readonly string[]>;
  /** Hashes in base64. @throws DomainError LOG_RANGE */
  readonly consistency: (earlier: number, later: number) => Promise<readonly string[]>;
  /** Does the log of today continue a head that it signed? "unknown" for what is no signed head of it. */
  readonly continues: (
    note: string,
  ) => Promise<{ readonly answer: "yes" | "no" | "unknown"; readonly size: number }>;
  /** `width` hashes of a tile. @throws DomainError LOG_RANGE */
  readonly tile: (level: number, index: number, width: number) => Promise<Uint8Array>;
  /** `width` entries of a bundle. @throws DomainError LOG_RANGE */
  readonly entries: (index: number, width: number) => Promise<Uint8Array>;
  /** Lines: a header with keys and head, then each leaf. */
  readonly export: () => AsyncIterable<string>;
  /** Keeps a witness's word; answers with the witnesses. @throws DomainError COSIGNATURE_INVALID */
  readonly addCosignature: (note: string) => Promise<readonly string[]>;
}
