import { PROCEDURES, SECTORS } from "../../domain/code-lists.ts";
import type { Request } from "express";
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
import { inputError } from "../../intake/input-error.ts";
import { HttpProblem } from "../problem.ts";
import {
  amount,
  choice,
  day,
  type Parameter,
  type RawQuery,
  type Reading,
  reading,
  SEARCH_PARAMETERS,
} from "./search-parameters.ts";

// The parameters of a search, the same for the API, the page, the feeds and the alerts: an address is a search.

const RESERVED: Readonly<Record<string, boolean | null>> = { yes: true, no: false, unknown: null };
const WITHIN: readonly Within[] = ["commune", "province", "region"];
const SCOPES: readonly Scope[] = ["open", "all"];

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
