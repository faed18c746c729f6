import { DomainError } from "../domain/errors.ts";
import type { Document } from "./ports.ts";

/** Does the code, of either census, name this buyer? */
export type NamesBuyer = (code: string, buyer: string) => boolean;

const codeIn = (document: Document): string | null => {
  const buyer = document["buyer"];
  const code = typeof buyer === "object" && buyer !== null && "code" in buyer ? buyer.code : null;
  return typeof code === "string" ? code : null;
};

/**
 * A tender is stored under the buyer that it names, if it names one by its code.
 * @throws DomainError BUYER_MISMATCH
 */
export const refuseOtherBuyer = (document: Document, buyer: string | null, names: NamesBuyer): void => {
  const code = codeIn(document);
  if (code !== null && buyer !== null && !names(code, buyer)) throw new DomainError("BUYER_MISMATCH");
};
