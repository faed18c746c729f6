import type { Actor } from "../domain/actor.ts";
import { DomainError } from "../domain/errors.ts";
import type { Document, Hash, StoredTender, TenderStore } from "./ports.ts";
import { sourcesOf } from "./sources-of.ts";
import { type NamesBuyer, refuseOtherBuyer } from "./own-buyer.ts";

/**
 * Replaces a tender that is still at the version its editor saw.
 * @throws DomainError TENDER_NOT_FOUND, BUYER_MISMATCH, TENDER_EXISTS when it names the call of another tender, or VERSION_CONFLICT when somebody else was faster.
 */
export const replaceTender =
  (tenders: TenderStore, hash: Hash, names: NamesBuyer) =>
  async (actor: Actor, id: string, version: number, document: Document): Promise<StoredTender> => {
    const before = await tenders.find(actor, id);
    if (before === null) throw new DomainError("TENDER_NOT_FOUND", { id });
    const { buyer } = before;
    refuseOtherBuyer(document, buyer, names);
    const tender = { buyer, document, documentSha256: hash(document), sources: sourcesOf(document, buyer) };
    const stored = await tenders.replace(actor, id, version, tender);
    if (stored === null) throw new DomainError("VERSION_CONFLICT", { id, version: String(version) });
    return stored;
  };
