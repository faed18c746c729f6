import type { Document, Hash, StoredTender, TenderStore } from "./ports.ts";

/** Stores a tender; it is durable when the promise resolves. */
export const storeTender =
  (tenders: TenderStore, hash: Hash) =>
  (document: Document): Promise<StoredTender> =>
    tenders.insert(document, hash(document));
