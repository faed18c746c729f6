import { DomainError } from "../domain/errors.ts";
import type { StoredTender, TenderPage, TenderStore } from "./ports.ts";

/** @throws DomainError TENDER_NOT_FOUND */
export const findTender =
  (tenders: TenderStore) =>
  async (id: string): Promise<StoredTender> => {
    const stored = await tenders.find(id);
    if (stored === null) throw new DomainError("TENDER_NOT_FOUND", { id });
    return stored;
  };

/** A page of tenders in order of id, from a cursor. */
export const listTenders =
  (tenders: TenderStore) =>
  (after: string | null, limit: number): Promise<TenderPage> =>
    tenders.list(after, limit);
