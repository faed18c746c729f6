import { type Printed, said, unread } from "./printed.ts";

/** An exact decimal: `units / 10^decimals`. */
export interface Decimal {
  readonly units: bigint;
  readonly decimals: number;
}

const SEPARATORS = /[ .,']/g;

const decimal = (whole: string, fraction: string): Printed<Decimal> => {
  const kept = fraction.replace(/0+$/, "");
  return said({ units: BigInt(`${whole}${kept}`), decimals: kept.length });
};

/** Thousands: a first group of one to three figures, then groups of three. */
const isGrouped = (groups: readonly string[]): boolean =>
  groups.every((group, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));

const grouped = (whole: string, separator: string, fraction: string): Printed<Decimal> => {
  const groups = whole.split(separator);
  return isGrouped(groups) ? decimal(groups.join(""), fraction) : unread("AMOUNT_UNCLEAR");
};

/** One kind of separator, once: decimals, or a thousand? Three figures after it are a thousand, unless 0 comes first. */
const withOne = (text: string, separator: string, threeAreDecimals: boolean): Printed<Decimal> => {
  const [whole = "", after = ""] = text.split(separator);
  const isThousand = separator === " " || separator === "'";
  if (after.length !== 3 || whole === "0")
    return isThousand ? unread("AMOUNT_UNCLEAR") : decimal(whole, after);
  // "1,234 million" may be either; "1 234 million" may not.
  if (threeAreDecimals && !isThousand) return unread("AMOUNT_UNCLEAR");
  return isGrouped([whole, after]) ? decimal(whole + after, "") : decimal(whole, after);
};

/**
 * The figures of a printed number, read by Moroccan habits: `60 000,00`, `1.999.800,00`, `1,999,800.00`,
 * `1'999'800`, `60.000`. What could be read in two ways is refused.
 * @param threeAreDecimals a multiplier follows, so that three figures after a comma may be decimals
 */
export const readFigures = (text: string, threeAreDecimals = false): Printed<Decimal> => {
  const used: readonly string[] = text.match(SEPARATORS) ?? [];
  const [first, ...others] = [...new Set(used)];
  if (first === undefined) return decimal(text, "");
  if (others.length === 0)
    return used.length === 1 ? withOne(text, first, threeAreDecimals) : grouped(text, first, "");
  const last = used.at(-1) ?? "";
  const at = text.lastIndexOf(last);
  const fraction = text.slice(at + 1);
  // Two kinds: the last one parts the decimals, when it stands once and is no thousand itself.
  const isClear = others.length === 1 && used.indexOf(last) === used.length - 1 && /[.,]/.test(last);
  return isClear && fraction.length !== 3
    ? grouped(text.slice(0, at), first, fraction)
    : unread("AMOUNT_UNCLEAR");
};
