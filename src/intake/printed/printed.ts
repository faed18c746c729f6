/** Why a printed text cannot be read; the words are added at the edge. */
export type PrintedProblem =
  | "AMOUNT_EXPECTED"
  | "AMOUNT_UNCLEAR"
  | "AMOUNTS_SEVERAL"
  | "AMOUNT_NEGATIVE"
  | "AMOUNT_TOO_LARGE"
  | "AMOUNT_DECIMALS"
  | "OTHER_CURRENCY"
  | "DAY_EXPECTED"
  | "DAY_IMPOSSIBLE"
  | "YEAR_SHORT"
  | "MONTH_EXPECTED"
  | "ICE_EXPECTED"
  | "YES_NO_EXPECTED"
  | "WHOLE_EXPECTED"
  | "SHARE_EXPECTED"
  | "YEAR_EXPECTED"
  | "LABEL_UNKNOWN"
  | "TEXT_EXPECTED"
  | "REFERENCE_IS_DATE";

/** What a printed text says, or why it cannot be read: never a guess. */
export type Printed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: PrintedProblem };

export const said = <T>(value: T): Printed<T> => ({ ok: true, value });

export const unread = (problem: PrintedProblem): Printed<never> => ({ ok: false, problem });
