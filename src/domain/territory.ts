import { fold } from "./classify/fold.ts";
import type { LocalText } from "./tender.ts";

export type PlaceKind = "region" | "province" | "prefecture" | "commune" | "arrondissement";

/** A place of the territory, which is a buyer too: a region, province, prefecture, commune or arrondissement. */
export interface Place {
  /** Code of the High Commission for Planning, 2014. */
  readonly code: string;
  /** The code of 2024 where it is another. */
  readonly code2024?: string;
  readonly kind: PlaceKind;
  readonly name: LocalText;
  /** The Arabic name does not come from the census of 2024. */
  readonly isArabicUnsure?: true;
  /** Code of the place that holds this one; absent for a region. */
  readonly within?: string;
}

/** The places, by code and by name. */
export interface Territory {
  readonly places: readonly Place[];
  /** By the code of either census. */
  readonly find: (code: string) => Place | null;
  /** Places whose name, in French or Arabic, starts with or holds the words; best first. */
  readonly search: (words: string, limit: number) => readonly Place[];
  /** The place and what holds it, smallest first. */
  readonly chain: (code: string) => readonly Place[];
}

/** A name as it is compared: case, accents and variant letters no longer tell names apart. */
const keyOf = (name: string): string =>
  ` ${fold(name)
    .codes.map((code) => String.fromCharCode(code + 32))
    .join("")}`;

interface Entry {
  readonly place: Place;
  readonly keys: readonly string[];
}

/** 0: the name itself, 1: it starts so, 2: one of its words starts so; null: none of these. */
const rankOf = (keys: readonly string[], key: string): number | null => {
  if (keys.includes(key)) return 0;
  if (keys.some((each) => each.startsWith(key))) return 1;
  return keys.some((each) => each.includes(key)) ? 2 : null;
};

const searchIn = (entries: readonly Entry[], words: string, limit: number): readonly Place[] => {
  const key = keyOf(words.trim());
  if (key.length < 2) return [];
  return entries
    .flatMap((entry) => ({ entry, rank: rankOf(entry.keys, key) }))
    .flatMap(({ entry, rank }) => (rank === null ? [] : [{ place: entry.place, rank }]))
    .toSorted((one, other) => one.rank - other.rank || one.place.code.localeCompare(other.place.code))
    .slice(0, limit)
    .map(({ place }) => place);
};

/** The territory made of these places. */
export const territoryOf = (places: readonly Place[]): Territory => {
  const byCode = new Map(
    places.flatMap((place) => (place.code2024 === undefined ? [] : [[place.code2024, place]])),
  );
  for (const place of places) byCode.set(place.code, place);
  const entries = places.map((place) => ({ place, keys: Object.values(place.name).map(keyOf) }));
  const find = (code: string): Place | null => byCode.get(code) ?? null;
  const chain = (code: string): readonly Place[] => {
    const place = find(code);
    if (place === null) return [];
    return place.within === undefined ? [place] : [place, ...chain(place.within)];
  };
  return { places, find, chain, search: (words, limit) => searchIn(entries, words, limit) };
};
