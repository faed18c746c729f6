import type { Actor } from "../domain/actor.ts";
import { DomainError } from "../domain/errors.ts";
import type { Document, Hash, StoredTender, TenderStore } from "./ports.ts";
import { type NamesBuyer, refuseOtherBuyer } from "./own-buyer.ts";

/**
 * Replaces a tender that is still at the version its editor saw.
 * @throws DomainError TENDER_NOT_FOUND, BUYER_MISMATCH, or VERSION_CONFLICT when somebody else was faster.
 */
export const replaceTender =
  (tenders: TenderStore, hash: Hash, names: NamesBuyer) =>
  async (actor: Actor, id: string, version: number, document: Document): Promise<StoredTender> => {
    const before = await tenders.find(actor, id);
    if (before === null) throw new DomainError("TENDER_NOT_FOUND", { id });
    refuseOtherBuyer(document, before.buyer, names);
    const stored = await tenders.replace(actor, id, version, document, hash(document));
    if (stored === null) throw new DomainError("VERSION_CONFLICT", { id, version: String(version) });
    return stored;
  };
