import type { LocalDate, Moment } from "../local-date.ts";
import type { LocalText, Procedure, Sector } from "../tender.ts";

/** A public call, as the search shows it. Unknown is null. Sums are centimes, as printed. */
export interface Call {
  /** The tender's id. */
  readonly id: string;
  readonly reference: string;
  readonly title: LocalText;
  readonly buyer: LocalText;
  readonly sector: Sector | null;
  /** Codes of the territory list. */
  readonly region: string | null;
  readonly province: string | null;
  readonly commune: string | null;
  readonly procedure: Procedure | null;
  readonly reserved: boolean | null;
  readonly estimate: number | null;
  /** The smallest lot of known estimate; the whole when there are no lots. */
  readonly smallestLot: number | null;
  readonly lots: number;
  readonly guarantee: number | null;
  readonly publishedOn: LocalDate | null;
  readonly deadline: Moment | null;
}

/** What the search reads of a call: stems and concepts of its title, and of the rest. */
export interface CallTokens {
  readonly title: readonly string[];
  readonly other: readonly string[];
}

/** What the search filters, counts and sorts by. */
export interface CallFacts
  extends Pick<
    Call,
    | "sector"
    | "region"
    | "province"
    | "commune"
    | "procedure"
    | "reserved"
    | "estimate"
    | "smallestLot"
    | "publishedOn"
  > {
  readonly deadlineDay: LocalDate | null;
  /** Until when offers are taken, milliseconds since 1970; null when unknown, 0 when they no longer are. */
  readonly closesAt: number | null;
}

/** A call as the search holds it. */
export interface IndexedCall extends CallTokens {
  /** In order of storing; what a page of results ends with. */
  readonly number: number;
  readonly facts: CallFacts;
}

export type Sort = "relevance" | "deadline" | "amount" | "newest" | "distance";
export const SORTS: readonly Sort[] = ["relevance", "deadline", "amount", "newest", "distance"];

/** How near the place of a call must be: in the same commune, province or region. */
export type Within = "commune" | "province" | "region";

/** A place by its codes; a region has no province, a province no commune. */
export interface PlaceCodes {
  readonly region: string | null;
  readonly province: string | null;
  readonly commune: string | null;
}

/** `null` in a list stands for "unknown". */
export interface Filter {
  readonly sectors: readonly (Sector | null)[];
  readonly regions: readonly (string | null)[];
  readonly provinces: readonly (string | null)[];
  readonly communes: readonly (string | null)[];
  readonly procedures: readonly (Procedure | null)[];
  readonly reserved: readonly (boolean | null)[];
  readonly deadlineFrom: LocalDate | null;
  readonly deadlineTo: LocalDate | null;
  /** Centimes. */
  readonly amountMin: number | null;
  readonly amountMax: number | null;
  /** Has a lot of at most so many centimes. */
  readonly lotMax: number | null;
  readonly near: PlaceCodes | null;
  readonly within: Within | null;
}

export const NO_FILTER: Filter = {
  sectors: [],
  regions: [],
  provinces: [],
  communes: [],
  procedures: [],
  reserved: [],
  deadlineFrom: null,
  deadlineTo: null,
  amountMin: null,
  amountMax: null,
  lotMax: null,
  near: null,
  within: null,
};

/** The facets, each counted as if its own selection were not made. */
export const FACETS = ["sector", "region", "province", "procedure", "reserved"] as const;
export type Facet = (typeof FACETS)[number];
/** Counts by code; the code of an unknown is `unknown`. */
export type FacetCounts = Readonly<Record<Facet, Readonly<Record<string, number>>>>;

/** Where a page starts: after the hit of that key and number. */
export interface After {
  readonly key: number;
  readonly number: number;
}

/** What is searched: calls that still take offers, or all that were ever published. */
export type Scope = "open" | "all";

export interface Search {
  readonly text: string;
  readonly filter: Filter;
  readonly sort: Sort;
  readonly scope: Scope;
  readonly limit: number;
  readonly after: After | null;
}

export interface Hit {
  readonly number: number;
  readonly key: number;
  /** Administrative steps from `near`: 0 same commune, 1 province, 2 region, 3 elsewhere; null when not asked or unknown. */
  readonly distance: number | null;
}

/** Numbers of the calls found, best first, with what was counted in the same pass. */
export interface Found {
  readonly hits: readonly Hit[];
  readonly total: number;
  readonly facets: FacetCounts;
  /** Calls left out only because their amount is not printed. */
  readonly amountUnknown: number;
  /** True when no call has all the words, and those with some of them are shown. */
  readonly relaxed: boolean;
}

/** Text of a facet's code. */
export const codeOf = (value: string | boolean | null): string =>
  value === null ? "unknown" : value === true ? "yes" : value === false ? "no" : value;
