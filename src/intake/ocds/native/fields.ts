import { escapeToken, type InputError, inputError } from "../../input-error.ts";
import { isMoment } from "../../validator.ts";
import { toMoment } from "../../moment.ts";
import type { Json } from "../merge-releases.ts";

/** Most dirhams of the format. */
const MOST = 1e12;
const UNKNOWN_TIME = /^(\d{4}-\d{2}-\d{2})T(?:00:00:00|23:59:59)(?:Z|[+-]\d{2}:\d{2})$/;
const SECONDS = /(:\d{2})\.(\d{1,3})\d*(?=Z|[+-])/;

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A date with its time as the format has it. The standard asks publishers who know the day alone to write midnight,
 * or the last second of an end: such a time is unknown, and the day is kept. `.000` says that midnight is meant.
 */
const toNativeMoment = (text: string): string => {
  const upper = text.toUpperCase();
  const [, day] = UNKNOWN_TIME.exec(upper) ?? [];
  return (
    day ??
    upper.replace(SECONDS, (_all, seconds: string, part: string) =>
      Number(part) === 0 ? seconds : `${seconds}.${part}`,
    )
  );
};

/** An amount as the profile has it: tax is said where it is known. */
export interface Money {
  readonly amount: number;
  readonly taxIncluded?: boolean;
  readonly vatRate?: number;
}

/**
 * The properties of one OCDS object, taken one by one: each is either given in the format's own terms or noted with
 * the reason why not, and `rest` notes those that nobody asked for.
 */
export class Fields {
  readonly pointer: string;
  readonly notes: InputError[];
  readonly #object: Json;
  /** Objects are small: a list is looked through faster than a set is made. */
  readonly #taken: string[] = [];

  constructor(object: Json, pointer: string, notes: InputError[]) {
    this.#object = object;
    this.pointer = pointer;
    this.notes = notes;
  }

  /** The value as it stands; null counts as absent. */
  raw(key: string): unknown {
    this.#taken.push(key);
    return this.#object[key] ?? undefined;
  }

  has(key: string): boolean {
    return this.#object[key] !== undefined && this.#object[key] !== null;
  }

  /** Passes over what is said elsewhere, too. */
  skip(...keys: readonly string[]): void {
    this.#taken.push(...keys);
  }

  note(key: string, code: string, message: string): undefined {
    const at = key === "" ? this.pointer : `${this.pointer}/${escapeToken(key)}`;
    this.notes.push(inputError(at, code, message));
    return undefined;
  }

  /** Notes what was never asked for. */
  rest(): void {
    for (const key of Object.keys(this.#object))
      if (!this.#taken.includes(key) && this.#object[key] !== null)
        this.note(key, "NO_PLACE", "has no place in the format");
  }

  text(key: string, longest = 500): string | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    const text = typeof value === "number" ? String(value) : value;
    if (typeof text !== "string") return this.note(key, "TYPE", "is no text");
    if (text.length > longest) return this.note(key, "TOO_LONG", `is longer than ${longest} characters`);
    return text;
  }

  flag(key: string): boolean | undefined {
    const value = this.raw(key);
    if (value === undefined || typeof value === "boolean") return value;
    return this.note(key, "TYPE", "is neither true nor false");
  }

  whole(key: string, most = 100_000): number | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    const isWhole = typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most;
    return isWhole ? value : this.note(key, "NUMBER", `is no whole number from 0 to ${most}`);
  }

  share(key: string): number | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    const isShare = typeof value === "number" && value >= 0 && value <= 1 && hasDecimals(value, 4);
    return isShare ? value : this.note(key, "NUMBER", "is no share from 0 to 1 with at most four decimals");
  }

  /** One of the codes, or what the mapping makes of it. */
  code<T extends string>(key: string, codes: Readonly<Record<string, T>>): T | undefined {
    const value = this.text(key);
    if (value === undefined) return undefined;
    return Object.hasOwn(codes, value)
      ? codes[value]
      : this.note(key, "CODE", `the code "${value.slice(0, 60)}" has no counterpart in the format`);
  }

  moment(key: string): string | undefined {
    const value = this.text(key);
    if (value === undefined) return undefined;
    const moment = toNativeMoment(value);
    return isMoment(moment) ? moment : this.note(key, "DATE", "is no date of the calendar with its time");
  }

  /** The day in Africa/Casablanca. */
  day(key: string): string | undefined {
    const moment = this.moment(key);
    return moment === undefined ? undefined : toMoment(moment).day;
  }

  object(key: string): Fields | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    if (!isObject(value)) return this.note(key, "TYPE", "is no object");
    return new Fields(value, `${this.pointer}/${escapeToken(key)}`, this.notes);
  }

  objects(key: string): readonly Fields[] | undefined {
    return this.list(key, isObject)?.map(
      (each, index) => new Fields(each, `${this.pointer}/${escapeToken(key)}/${index}`, this.notes),
    );
  }

  texts(key: string): string[] | undefined {
    return this.list(key, (each): each is string => typeof each === "string");
  }

  /** Dirhams; another currency is never converted. */
  money(key: string): Money | undefined {
    const value = this.object(key);
    const amount = value?.raw("amount");
    if (value === undefined || amount === undefined) return undefined;
    const currency = value.text("currency");
    if (currency !== "MAD")
      return this.note(
        key,
        "CURRENCY",
        `is in ${currency ?? "no stated currency"}; the format counts in dirhams`,
      );
    const isAmount = typeof amount === "number" && amount >= 0 && amount <= MOST && hasDecimals(amount, 2);
    if (!isAmount) return this.note(key, "NUMBER", "is no amount from 0 to 10^12 with at most two decimals");
    const taxIncluded = value.flag("taxIncluded");
    const vatRate = value.share("vatRate");
    value.rest();
    return {
      amount,
      ...(taxIncluded === undefined ? {} : { taxIncluded }),
      ...(vatRate === undefined ? {} : { vatRate }),
    };
  }

  list<T>(key: string, isItem: (value: unknown) => value is T): T[] | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    if (!Array.isArray(value) || !value.every(isItem))
      return this.note(key, "TYPE", "is no list of the expected kind");
    return value;
  }
}

const hasDecimals = (value: number, decimals: number): boolean =>
  Math.round(value * 10 ** decimals) / 10 ** decimals === value;

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what is undefined, and the whole when nothing is left. */
export const present = <T extends object>(object: T): Present<T> | undefined => {
  const kept: Record<string, unknown> = {};
  let isEmpty = true;
  for (const key of Object.keys(object)) {
    const value = (object as Record<string, unknown>)[key];
    if (value === undefined) continue;
    kept[key] = value;
    isEmpty = false;
  }
  return isEmpty ? undefined : (kept as Present<T>);
};
