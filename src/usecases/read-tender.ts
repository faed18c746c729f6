import type { Actor } from "../domain/actor.ts";
import { DomainError } from "../domain/errors.ts";
import type { StoredTender, TenderPage, TenderStore } from "./ports.ts";

/** @throws DomainError TENDER_NOT_FOUND */
export const findTender =
  (tenders: TenderStore) =>
  async (actor: Actor, id: string): Promise<StoredTender> => {
    const stored = await tenders.find(actor, id);
    if (stored === null) throw new DomainError("TENDER_NOT_FOUND", { id });
    return stored;
  };

/** A page of the tenders that the actor may see, in order of id, from a cursor. */
export const listTenders =
  (tenders: TenderStore) =>
  (actor: Actor, after: string | null, limit: number): Promise<TenderPage> =>
    tenders.list(actor, after, limit);
