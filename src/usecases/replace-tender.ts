import { DomainError } from "../domain/errors.ts";
import type { Document, Hash, StoredTender, TenderStore } from "./ports.ts";

/**
 * Replaces a tender that is still at the version its editor saw.
 * @throws DomainError TENDER_NOT_FOUND, or VERSION_CONFLICT when somebody else was faster.
 */
export const replaceTender =
  (tenders: TenderStore, hash: Hash) =>
  async (id: string, version: number, document: Document): Promise<StoredTender> => {
    if ((await tenders.find(id)) === null) throw new DomainError("TENDER_NOT_FOUND", { id });
    const stored = await tenders.replace(id, version, document, hash(document));
    if (stored === null) throw new DomainError("VERSION_CONFLICT", { id, version: String(version) });
    return stored;
  };
