import type { Sector } from "../tender.ts";
import type { Act } from "./lexicon-file.ts";

/**
 * What a word of a sector stands for: what is bought itself ("repas", "festival", "gardiennage"); a thing
 * ("tentes"), which may be hired or bought; a fixture ("gradins"), which speaks only when hired; a place
 * ("cantine"), which speaks only when run; or a hint that does not suffice alone.
 */
export type Role = "strong" | "thing" | "fixture" | "place" | "weak";

/** How what is done bears on the words that follow it. */
export interface Governor {
  /** How far it reaches: to what is tied to it by "de", to the whole list, or not at all. */
  readonly reach: "complement" | "list" | "nothing";
  /** The words that say nothing of their sector under it: a tent bought is goods. */
  readonly silences: readonly Role[];
  /** Whether it lasts over a further act: "étude de la gestion de la cantine" stays a study. */
  readonly endures: boolean;
  /** What speaks aloud only under it: to run a canteen is to serve meals, to organise a day is an event. */
  readonly raises: Role | null;
}

/** An act says something by itself; one that yields says nothing once its object has spoken. */
export interface ActRule extends Governor {
  readonly says: Sector;
  readonly weight: number;
  readonly yields: boolean;
}

export const STRONG = 3;
export const WEAK = 1;
// What is bought and is not known is likely goods, no more.
const LIKELY = 2;

const LIGHT = { reach: "nothing", silences: [], endures: false, raises: null, yields: true } as const;
const OBJECTS = {
  reach: "list",
  silences: ["thing", "fixture", "place", "weak"],
  endures: false,
  raises: null,
} as const;
const ALL = {
  reach: "complement",
  silences: ["strong", "thing", "fixture", "place", "weak"],
  endures: true,
  raises: null,
} as const;

/** What each act does. To build and to study never give way; to organise, hire or run speaks for its object. */
export const ACTS: Readonly<Record<Act | "study", ActRule>> = {
  build: { ...OBJECTS, endures: true, says: "other", weight: STRONG, yields: false },
  works: { ...OBJECTS, says: "other", weight: STRONG, yields: true },
  study: { ...ALL, says: "other", weight: STRONG, yields: false },
  goods: { ...ALL, says: "other", weight: STRONG, yields: false },
  buy: { ...OBJECTS, says: "other", weight: LIKELY, yields: true },
  hire: { ...LIGHT, says: "services", weight: WEAK, raises: "fixture" },
  run: { ...LIGHT, says: "services", weight: WEAK, raises: "place" },
  organise: { ...LIGHT, says: "events", weight: WEAK, raises: "weak" },
};

/** Nothing is said to be done. */
export const NONE: Governor = LIGHT;
/** A service is done to its complement: "nettoyage des tentes", "gardiennage du festival". */
export const SERVICE: Governor = { ...OBJECTS, reach: "complement", endures: true };
