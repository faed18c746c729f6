import { PROCEDURES, SECTORS } from "../../domain/code-lists.ts";
import type { Request } from "express";
import type { LocalDate } from "../../domain/local-date.ts";
import {
  type After,
  type Filter,
  type PlaceCodes,
  type Scope,
  type Search,
  type Sort,
  SORTS,
  type Within,
} from "../../domain/search/call.ts";
import { LONGEST_QUERY } from "../../domain/search/query.ts";
import type { Territory } from "../../domain/territory.ts";
import { type InputError, inputError } from "../../intake/input-error.ts";
import { isDay } from "../../intake/validator.ts";
import { HttpProblem } from "../problem.ts";

// The parameters of a search, the same for the API, the page, the feeds and the alerts: an address is a search.

const RESERVED: Readonly<Record<string, boolean | null>> = { yes: true, no: false, unknown: null };
const WITHIN: readonly Within[] = ["commune", "province", "region"];
const SCOPES: readonly Scope[] = ["open", "all"];
const MOST_VALUES = 50;
const MOST_DIRHAMS = 1e12;

/** What a search may hold; the page adds its own. */
export const SEARCH_PARAMETERS = [
  "q",
  "sector",
  "region",
  "province",
  "commune",
  "procedure",
  "reserved",
  "deadlineFrom",
  "deadlineTo",
  "amountMin",
  "amountMax",
  "lotMax",
  "near",
  "within",
  "sort",
  "scope",
  "cursor",
  "limit",
] as const;
type Parameter = (typeof SEARCH_PARAMETERS)[number];

export type RawQuery = Readonly<Record<string, unknown>>;

/** Collects what is wrong, so that every error is told at once. */
const reading = (query: RawQuery) => {
  const errors: InputError[] = [];
  const wrong = (name: Parameter, expected: string): null => {
    errors.push(inputError(`/query/${name}`, "PARAMETER", expected));
    return null;
  };
  /** Values, given once or many times, separated by commas; empty ones say nothing. */
  const values = (name: Parameter): readonly string[] => {
    const value = query[name];
    const texts = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === "string");
    const all = texts
      .flatMap((text) => text.split(","))
      .map((text) => text.trim())
      .filter((text) => text !== "");
    if (all.length <= MOST_VALUES) return [...new Set(all)];
    wrong(name, `has too many values; expected at most ${MOST_VALUES}`);
    return [];
  };
  const one = (name: Parameter): string | null => {
    const value = query[name];
    if (Array.isArray(value)) return wrong(name, "is given more than once; expected one value");
    return typeof value === "string" && value !== "" ? value : null;
  };
  return { errors, wrong, values, one };
};
type Reading = ReturnType<typeof reading>;

const codes = <T extends string>(
  read: Reading,
  name: Parameter,
  allowed: readonly T[],
): readonly (T | null)[] =>
  read.values(name).flatMap((value) => {
    if (value === "unknown") return [null];
    const known = allowed.find((each) => each === value);
    if (known !== undefined) return [known];
    read.wrong(name, `is not allowed; expected ${allowed.join(", ")} or unknown`);
    return [];
  });

const reserved = (read: Reading): readonly (boolean | null)[] =>
  read.values("reserved").flatMap((value) => {
    if (Object.hasOwn(RESERVED, value)) return [RESERVED[value] ?? null];
    read.wrong("reserved", "is not allowed; expected yes, no or unknown");
    return [];
  });

const places = (read: Reading, name: Parameter, territory: Territory): readonly (string | null)[] =>
  read.values(name).flatMap((value) => {
    if (value === "unknown") return [null];
    const place = territory.find(value);
    if (place !== null) return [place.code];
    read.wrong(name, "is no code of the territory list; expected one, such as 06");
    return [];
  });

const day = (read: Reading, name: Parameter): LocalDate | null => {
  const value = read.one(name);
  if (value === null || isDay(value)) return value;
  return read.wrong(name, "is not a day of the calendar; expected YYYY-MM-DD");
};

/** Dirhams → centimes. */
const amount = (read: Reading, name: Parameter): number | null => {
  const value = read.one(name);
  if (value === null) return null;
  const number = Number(value);
  if (/^\d{1,13}(?:\.\d{1,2})?$/.test(value) && number <= MOST_DIRHAMS) return Math.round(number * 100);
  return read.wrong(name, "is no amount; expected dirhams, such as 500000");
};

const choice = <T extends string>(read: Reading, name: Parameter, allowed: readonly T[]): T | null => {
  const value = read.one(name);
  const known = allowed.find((each) => each === value) ?? null;
  return value === null || known !== null
    ? known
    : read.wrong(name, `is not allowed; expected ${allowed.join(", ")}`);
};

const near = (read: Reading, territory: Territory): PlaceCodes | null => {
  const value = read.one("near");
  if (value === null) return null;
  const chain = territory.chain(value);
  if (chain.length === 0)
    return read.wrong("near", "is no code of the territory list; expected one, such as 06.141.01.53");
  const codeOf = (...kinds: readonly string[]): string | null =>
    chain.find(({ kind }) => kinds.includes(kind))?.code ?? null;
  return {
    commune: codeOf("arrondissement") ?? codeOf("commune"),
    province: codeOf("province", "prefecture"),
    region: codeOf("region"),
  };
};

const filterIn = (read: Reading, territory: Territory): Filter => ({
  sectors: codes(read, "sector", SECTORS),
  regions: places(read, "region", territory),
  provinces: places(read, "province", territory),
  communes: places(read, "commune", territory),
  procedures: codes(read, "procedure", PROCEDURES),
  reserved: reserved(read),
  deadlineFrom: day(read, "deadlineFrom"),
  deadlineTo: day(read, "deadlineTo"),
  amountMin: amount(read, "amountMin"),
  amountMax: amount(read, "amountMax"),
  lotMax: amount(read, "lotMax"),
  near: near(read, territory),
  within: choice(read, "within", WITHIN),
});

const CURSOR = /^([a-z]{1,10})\.(-?\d{1,16}(?:\.\d{1,6})?)\.(\d{1,15})$/;

/** Where a page starts, as text. */
export const cursorOf = (sort: Sort, { key, number }: After): string =>
  Buffer.from(`${sort}.${key}.${number}`).toString("base64url");

const cursor = (read: Reading, sort: Sort): After | null => {
  const value = read.one("cursor");
  if (value === null) return null;
  const text = value.length <= 80 ? Buffer.from(value, "base64url").toString("latin1") : "";
  const [, of, key, number] = CURSOR.exec(text) ?? [];
  return of === sort
    ? { key: Number(key), number: Number(number) }
    : read.wrong("cursor", "expected the `next` of a page of the same search");
};

const limitIn = (read: Reading): number => {
  const value = read.one("limit") ?? "20";
  const limit = Number(value);
  if (/^\d{1,3}$/.test(value) && limit >= 1 && limit <= 200) return limit;
  read.wrong("limit", "expected a number from 1 to 200");
  return 1;
};

const textIn = (read: Reading): string => {
  const text = read.one("q") ?? "";
  if (text.length > LONGEST_QUERY)
    read.wrong("q", `is ${text.length} characters long; expected at most ${LONGEST_QUERY}`);
  return text;
};

/**
 * Reads a search from the parameters of an address.
 * @throws HttpProblem BAD_PARAMETER with every parameter that is wrong
 */
export const searchIn = (query: RawQuery, territory: Territory): Search => {
  const read = reading(query);
  const text = textIn(read);
  const sort = choice(read, "sort", SORTS) ?? (text.trim() === "" ? "deadline" : "relevance");
  const search = {
    text,
    filter: filterIn(read, territory),
    sort,
    scope: choice(read, "scope", SCOPES) ?? "open",
    limit: limitIn(read),
    after: cursor(read, sort),
  };
  if (read.errors.length > 0) throw new HttpProblem("BAD_PARAMETER", read.errors);
  return search;
};

const ofSearch = new Set<string>(SEARCH_PARAMETERS);

/** The parameters of a search alone, in a fixed order and without what pages add: an address to share or to keep. */
export const searchAddress = (request: Request): string => {
  const query = new URLSearchParams();
  for (const name of SEARCH_PARAMETERS) {
    if (name === "cursor" || name === "limit") continue;
    const value: unknown = request.query[name];
    for (const each of Array.isArray(value) ? value : [value])
      if (typeof each === "string" && each !== "") query.append(name, each);
  }
  return query.toString();
};

/** Refuses parameters that a search does not know. */
export const refuseOthers = (request: Request, ...more: readonly string[]): void => {
  const other = Object.keys(request.query).find((name) => !ofSearch.has(name) && !more.includes(name));
  if (other !== undefined)
    throw new HttpProblem("BAD_PARAMETER", [
      inputError(
        `/query/${other.slice(0, 100)}`,
        "PARAMETER",
        `is not a parameter of this address; expected ${[...SEARCH_PARAMETERS, ...more].join(", ")}`,
      ),
    ]);
};
