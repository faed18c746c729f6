import type { Actor } from "../domain/actor.ts";
import { type NamesBuyer, refuseOtherBuyer } from "./own-buyer.ts";
import type { Document, Hash, NewTender, StoredTender, TenderStore } from "./ports.ts";
import { sourcesOf } from "./sources-of.ts";

const newTender = (document: Document, buyer: string | null, hash: Hash): NewTender => ({
  buyer,
  document,
  documentSha256: hash(document),
  sources: sourcesOf(document, buyer),
});

/**
 * Stores a tender of the actor's buyer, or of the one given; it is durable when the promise resolves.
 * @throws DomainError BUYER_MISMATCH, or TENDER_EXISTS when the buyer has this call already: its details name the tender
 */
export const storeTender =
  (tenders: TenderStore, hash: Hash, names: NamesBuyer) =>
  async (actor: Actor, document: Document, buyer: string | null = actor.buyer): Promise<StoredTender> => {
    refuseOtherBuyer(document, buyer, names);
    return tenders.insert(actor, newTender(document, buyer, hash));
  };

/**
 * As `storeTender`, for a form: sent twice it stores once.
 * @throws DomainError BUYER_MISMATCH, TENDER_EXISTS
 */
export const storeTenderOnce =
  (tenders: TenderStore, hash: Hash, names: NamesBuyer) =>
  async (actor: Actor, document: Document): Promise<StoredTender> => {
    refuseOtherBuyer(document, actor.buyer, names);
    return tenders.insertOnce(actor, newTender(document, actor.buyer, hash));
  };
