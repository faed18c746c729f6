import type { Actor } from "../domain/actor.ts";
import { type NamesBuyer, refuseOtherBuyer } from "./own-buyer.ts";
import type { Document, Hash, StoredTender, TenderStore } from "./ports.ts";

/**
 * Stores a tender of the actor's buyer, or of the one given; it is durable when the promise resolves.
 * @throws DomainError BUYER_MISMATCH
 */
export const storeTender =
  (tenders: TenderStore, hash: Hash, names: NamesBuyer) =>
  async (actor: Actor, document: Document, buyer: string | null = actor.buyer): Promise<StoredTender> => {
    refuseOtherBuyer(document, buyer, names);
    return tenders.insert(actor, { buyer, document, documentSha256: hash(document) });
  };

/**
 * As `storeTender`, for a form: sent twice it stores once.
 * @throws DomainError BUYER_MISMATCH
 */
export const storeTenderOnce =
  (tenders: TenderStore, hash: Hash, names: NamesBuyer) =>
  async (actor: Actor, document: Document): Promise<StoredTender> => {
    refuseOtherBuyer(document, actor.buyer, names);
    return tenders.insertOnce(actor, { buyer: actor.buyer, document, documentSha256: hash(document) });
  };
