import type { InputError } from "../input-error.ts";
import { isMoment } from "../validator.ts";
import type { XmlNode } from "./xml-node.ts";

/** Most dirhams of the format. */
const MOST = 1e12;
const NUMBER = /^\d+(?:\.\d+)?$/;
const ZONE = /(Z|[+-]\d{2}:\d{2})$/;
const FRACTION = /\.\d+$/;

/**
 * A day and a time, each with its zone, as one moment; the day alone where there is no time, or no zone to tell which
 * hour is meant.
 */
export const momentAt = (
  period: XmlNode | undefined,
  [dateName, timeName]: readonly [string, string],
  notes: InputError[],
): string | undefined => {
  const date = period?.one(dateName);
  const time = period?.one(timeName);
  const printed = date?.text();
  if (date === undefined || printed === undefined) return undefined;
  const day = printed.replace(ZONE, "");
  if (!isMoment(day)) return void notes.push(date.note("DATE", `"${printed.slice(0, 40)}" is no date`));
  const clock = time?.text();
  if (time === undefined || clock === undefined) return day;
  const zone = ZONE.exec(clock)?.[1] ?? ZONE.exec(printed)?.[1];
  const moment = `${day}T${clock.replace(ZONE, "").replace(FRACTION, "")}${zone ?? ""}`;
  if (zone !== undefined && isMoment(moment)) return moment;
  notes.push(time.note("TIME", `"${clock.slice(0, 40)}" is no time with its zone; the day alone is read`));
  return day;
};

/** An amount in dirhams; any other currency is told, never converted. */
export const dirhamsOf = (node: XmlNode | undefined, notes: InputError[]): number | undefined => {
  if (node === undefined) return undefined;
  const currency = node.attribute("currencyID");
  const tell = (code: string, message: string): undefined => void notes.push(node.note(code, message));
  if (currency !== "MAD")
    return tell("CURRENCY", `is in ${currency ?? "no stated currency"}; the format counts in dirhams`);
  const text = node.text() ?? "";
  const amount = NUMBER.test(text) ? Number(text) : Number.NaN;
  return amount <= MOST && Math.round(amount * 100) / 100 === amount
    ? amount
    : tell("NUMBER", "is no amount from 0 to 10^12 with at most two decimals");
};

/** A whole number of at least `least`. */
export const wholeOf = (
  node: XmlNode | undefined,
  least: number,
  notes: InputError[],
): number | undefined => {
  const text = node?.text();
  if (node === undefined || text === undefined) return undefined;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least) return value;
  return void notes.push(node.note("NUMBER", `is no whole number from ${least}`));
};
