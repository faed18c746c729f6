import type { Sector } from "../tender.ts";
import type { Lexicon, SectorMeaning } from "./lexicon.ts";
import { type Hit, hitsIn } from "./phrases.ts";
import { REACH_AFTER, type Reading, read, termOf, unmasked } from "./reading.ts";

/** What speaks for a sector, and how loudly. */
export interface Evidence {
  readonly sector: Sector;
  readonly weight: number;
  readonly term: string;
}

/** How much a text counts: a title has a head, which says what is bought; a description has none. */
export interface Standing {
  readonly factor: number;
  readonly hasHead: boolean;
}

const STRONG = 3;
const WEAK = 1;
// French and Arabic put first what is bought: "gardiennage du festival" is guarding.
const HEAD = 2;
// What stands after "pour" or "بمناسبة" is what the purchase is for.
const PURPOSE = 0.5;

/** The first word of purpose near enough to end the noun phrase of a hit. */
const purposeAfter = (hits: readonly Hit<SectorMeaning>[], index: number): number => {
  const last = Math.min(hits.length, index + 1 + REACH_AFTER);
  for (let at = index + 1; at < last; at += 1)
    if (hits[at]?.meaning.kind === "purpose") return hits[at]?.first ?? Infinity;
  return Infinity;
};

/** What a hit says, once its neighbours are seen; null when it says nothing of the sector. */
const meaningOf = (
  reading: Reading,
  hits: readonly Hit<SectorMeaning>[],
  index: number,
  lexicon: Lexicon,
): { readonly sector: Sector; readonly strong: boolean } | null => {
  const hit = hits[index];
  if (hit === undefined) return null;
  const says = unmasked(reading, hit, purposeAfter(hits, index), lexicon);
  if (says !== null) return says === "other" ? { sector: "other", strong: true } : null;
  return hit.meaning.kind === "sector" ? hit.meaning : null;
};

/** Everything in a text that speaks for a sector, in its order. A word said twice counts once. */
export const evidenceIn = (text: string, standing: Standing, lexicon: Lexicon): readonly Evidence[] => {
  const reading = read(text, lexicon);
  const hits = hitsIn(lexicon.sectors, reading.words);
  const found: Evidence[] = [];
  let isPurpose = false;
  let awaitsHead = standing.hasHead;
  for (const [index, hit] of hits.entries()) {
    if (hit.meaning.kind === "purpose") isPurpose = found.length > 0;
    const meaning = meaningOf(reading, hits, index, lexicon);
    const term = termOf(reading, hit);
    if (meaning === null || found.some((evidence) => evidence.term === term)) continue;
    const isHead = awaitsHead && meaning.strong && !isPurpose;
    const weight = (meaning.strong ? STRONG : WEAK) * (isHead ? HEAD : 1) * (isPurpose ? PURPOSE : 1);
    found.push({ sector: meaning.sector, weight: weight * standing.factor, term });
    awaitsHead &&= !isHead;
  }
  return found;
};
