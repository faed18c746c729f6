import type { Judgement } from "./judgement.ts";
import type { LocalDate } from "./local-date.ts";
import type { Amount, Buyer, LegalForm, LocalText, Procedure, Sector } from "./tender.ts";

// A buyer's year of the JSON format, after the intake. A property that is absent is unknown; an array that is
// present is complete.

/** A contract of the forecast programme. */
export interface YearEntry {
  readonly reference?: string;
  readonly title?: LocalText;
  readonly amount?: Amount;
  readonly procedure?: Procedure;
  readonly reserved?: boolean;
  readonly sector?: Sector;
  /** A month, `2026-04`. */
  readonly launchPlannedFor?: string;
  readonly launched?: boolean;
}

/** A purchase order that was placed; its amount is with tax. */
export interface YearOrder {
  readonly reference?: string;
  readonly title?: LocalText;
  readonly natureCode?: string;
  readonly amount?: Amount;
  readonly orderedOn?: LocalDate;
  readonly supplierLegalForm?: LegalForm;
}

/** A buyer's budget year: what it forecast, published and ordered. */
export interface BuyerYear {
  readonly buyer: Buyer;
  readonly year: number;
  /** Is the year over, so that nothing more can be reserved? */
  readonly closed?: boolean;
  readonly programmePublishedOn?: LocalDate;
  readonly awardedListPublishedOn?: LocalDate;
  readonly entries?: readonly YearEntry[];
  readonly purchaseOrders?: readonly YearOrder[];
}

/** All that a check of a year may know. */
export interface YearGiven {
  readonly year: BuyerYear;
  /** A parameter of the law on the day of the case; its use is recorded in the finding. */
  readonly read: (parameter: string) => number;
}

/** A rule's judgement of a buyer's year: pure, and without words. */
export type YearCheck = (given: YearGiven) => Judgement;
