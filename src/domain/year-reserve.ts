import { compareProducts, WHOLE } from "./money.ts";
import type { LegalForm } from "./tender.ts";
import type { BuyerYear, YearEntry, YearOrder } from "./year.ts";

/** A contract or an order of the year, as the reserved share counts it. */
export interface ReservePart {
  /** Where its amount stands, or would stand. */
  readonly amountAt: string;
  readonly centimes: number | undefined;
  readonly reservedAt: string;
  readonly isReserved: boolean | undefined;
}

/** Centimes forecast and reserved; `low` counts what is open as not reserved, `high` as reserved. */
export interface Reserve {
  readonly forecast: number;
  readonly low: number;
  readonly high: number;
}

/** Legal forms that say by themselves that their holder is of the priority group. */
export const PRIORITY_FORMS: ReadonlySet<LegalForm> = new Set<LegalForm>([
  "verySmallEnterprise",
  "smallMediumEnterprise",
  "cooperative",
  "cooperativeUnion",
  "selfEntrepreneur",
]);

/** As for an estimate, 0 means that the amount was not disclosed. */
const disclosed = (centimes: number | undefined): number | undefined =>
  centimes === 0 ? undefined : centimes;

const ofEntry = ({ amount, reserved }: YearEntry, index: number): ReservePart => ({
  amountAt: `/entries/${index}/amount`,
  centimes: disclosed(amount?.centimes),
  reservedAt: `/entries/${index}/reserved`,
  isReserved: reserved,
});

/** A company may be small, a consortium may hold a cooperative: only the forms of the group tell. */
const isOfGroup = (form: LegalForm | undefined): boolean | undefined =>
  form !== undefined && PRIORITY_FORMS.has(form) ? true : undefined;

const ofOrder = ({ amount, supplierLegalForm }: YearOrder, index: number): ReservePart => ({
  amountAt: `/purchaseOrders/${index}/amount`,
  centimes: disclosed(amount?.centimes),
  reservedAt: `/purchaseOrders/${index}/supplierLegalForm`,
  isReserved: isOfGroup(supplierLegalForm),
});

/**
 * What the reserved share is reckoned on: the contracts of the programme, without purchase orders and agreements
 * of ordinary law, which are no contracts of the decree. `withOrders` adds the orders placed, in the place of
 * those planned, and counts as reserved those that went to the priority group. null when they are not known.
 */
export const reserveParts = (
  { entries, purchaseOrders }: BuyerYear,
  withOrders: boolean,
): readonly ReservePart[] | null => {
  if (entries === undefined || (withOrders && purchaseOrders === undefined)) return null;
  const contracts = entries.flatMap((entry, index) =>
    entry.procedure === "purchaseOrder" || entry.procedure === "ordinaryLaw" ? [] : [ofEntry(entry, index)],
  );
  return withOrders ? [...contracts, ...(purchaseOrders ?? []).map(ofOrder)] : contracts;
};

/** The sums of the parts; null when an amount is not known. */
export const reserveOf = (parts: readonly ReservePart[]): Reserve | null => {
  if (parts.some(({ centimes }) => centimes === undefined)) return null;
  const sum = (counted: readonly (boolean | undefined)[]): number =>
    parts.reduce(
      (total, { centimes, isReserved }) => total + (counted.includes(isReserved) ? (centimes ?? 0) : 0),
      0,
    );
  return { forecast: sum([true, false, undefined]), low: sum([true]), high: sum([true, undefined]) };
};

/** Do the centimes reserved reach `share` (ten-thousandths) of the forecast? */
export const reachesShare = (reserved: number, { forecast }: Reserve, share: number): boolean =>
  compareProducts(reserved, WHOLE, forecast, share) >= 0;

/** Centimes missing to reach the share, rounded up; 0 when it is reached. */
export const gapTo = (reserved: number, { forecast }: Reserve, share: number): number => {
  const whole = BigInt(WHOLE);
  const needed = (BigInt(forecast) * BigInt(share) + whole - 1n) / whole;
  return Math.max(0, Number(needed) - reserved);
};
