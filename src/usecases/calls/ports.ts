import type { Call, Found, IndexedCall, Search } from "../../domain/search/call.ts";
import type { Projected } from "../../domain/search/call-of.ts";
import type { Document } from "../ports.ts";

/** A stored tender that waits to be read for the search. */
export interface PendingTender {
  readonly id: string;
  readonly version: number;
  readonly document: Document;
}

/** Some waiting tenders; `upTo` names them when they are settled. */
export interface Pending {
  readonly tenders: readonly PendingTender[];
  readonly upTo: number;
  /** How many notices of change were taken; fewer than asked: none is left. */
  readonly taken: number;
}

/** A tender as read: null when it is not public. */
export interface ReadCall {
  readonly tenderId: string;
  readonly version: number;
  readonly projected: Projected | null;
}

/** A call that changed; null: it is no longer public. */
export interface CallChange {
  readonly change: number;
  readonly number: number;
  readonly indexed: IndexedCall | null;
}

/** How far the calls in the database have come. */
export interface CallsState {
  /** The number of the last change. */
  readonly lastChange: number;
  /** Does a stored tender wait to be read? */
  readonly isPending: boolean;
}

/** The public calls in the database. */
export interface CallStore {
  readonly pending: (most: number) => Promise<Pending>;
  /** Durable when it resolves; settles what was waiting. */
  readonly settle: (calls: readonly ReadCall[], upTo: number) => Promise<void>;
  readonly state: () => Promise<CallsState>;
  /** Changes after one, oldest first. */
  readonly changesAfter: (change: number, most: number) => Promise<readonly CallChange[]>;
  /** Calls that close after a moment, by number. */
  readonly openAfter: (nowMs: number, number: number, most: number) => Promise<readonly IndexedCall[]>;
  /** Public calls by number. */
  readonly calls: (numbers: readonly number[]) => Promise<ReadonlyMap<number, Call>>;
  readonly find: (tenderId: string) => Promise<Call | null>;
}

/** An answer of a search; `words` are the tokens that were looked for, for highlighting. */
export interface SearchAnswer extends Found {
  readonly tokens: readonly string[];
}

/** Where the open calls stand: a search for them gives the same until a call changes or closes. */
export interface OpenCalls extends CallSearch {
  /** The next moment at which a call closes, milliseconds since 1970, once those of a change are known. */
  readonly nextClosing: (nowMs: number, lastChange: number) => Promise<number>;
}

/** Searches calls as they were at a change or later; the archive's does so off the request thread. */
export interface CallSearch {
  readonly find: (search: Search, nowMs: number, lastChange: number) => Promise<SearchAnswer>;
}
