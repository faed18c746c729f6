import type { Assessment } from "../domain/assessment.ts";
import { assess } from "../domain/assess.ts";
import type { LocalDate } from "../domain/local-date.ts";
import type { Rulebook } from "../domain/rulebook.ts";
import type { Tender } from "../domain/tender.ts";
import type { Document, Hash } from "./ports.ts";

/** A tender to judge: as received, and as the intake understood it. */
export interface Subject {
  readonly document: Document;
  readonly tender: Tender;
}

export type CheckTender = (subject: Subject, on: LocalDate | null, tenderId?: string) => Assessment;

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 26;

/** The first 130 bits of a hash in Crockford's base 32: 26 characters. */
const idOf = (sha256: string): string => {
  let value = BigInt(`0x${sha256}`) >> 126n;
  let id = "";
  for (let index = 0; index < LENGTH; index += 1) {
    id = CROCKFORD[Number(value % 32n)] + id;
    value /= 32n;
  }
  return id;
};

/**
 * Assesses without storing, under the rulebook as jurists have confirmed it so far. The id is made from the
 * input, the rulebook, the confirmations used, the day and the tender it belongs to:
 * the same question gets the same answer under the same name.
 */
export const checkTender =
  (rulebook: () => Rulebook, hash: Hash): CheckTender =>
  ({ document, tender }, on, tenderId) => {
    const law = rulebook();
    const judged = assess(tender, law, on);
    const inputSha256 = hash(document);
    const of = tenderId === undefined ? {} : { tenderId };
    const id = idOf(
      hash({ inputSha256, rulebook: law.sha256, on: judged.on, confirmations: judged.confirmations, ...of }),
    );
    return { id, ...of, inputSha256, ...judged };
  };
