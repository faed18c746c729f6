import type { Sector } from "../tender.ts";
import { STRONG } from "./acts.ts";
import {
  type Hearing,
  hearAct,
  hearFalseFriend,
  hearingOf,
  hearLink,
  hearPurpose,
  hearWord,
  type Voice,
} from "./hearing.ts";
import { type Lexicon, REACH } from "./lexicon.ts";
import { Link } from "./link.ts";
import type { SectorMeaning } from "./meanings.ts";
import { type Hit, hitsIn } from "./phrases.ts";
import { type Reading, read, termOf } from "./reading.ts";
import { isMasked, unmasked } from "./unmask.ts";

/** How much a text counts: a title has a head, which says what is bought; a description has none. */
export interface Standing {
  readonly factor: number;
  readonly hasHead: boolean;
}

/** What a text says: the phrases that speak for a sector, in their order, and how loudly. */
export interface Evidence {
  readonly reading: Reading;
  readonly voices: readonly Voice[];
  readonly standing: Standing;
}

// French and Arabic put first what is bought: "gardiennage du festival" is guarding.
const HEAD = 2;

type Hits = readonly Hit<SectorMeaning>[];

/** Where the noun phrase of a hit ends: at the next word of purpose, if it is near enough to matter. */
const endOf = (hits: Hits, index: number): number => {
  const far = (hits[index]?.end ?? 0) + REACH;
  for (let at = index + 1; at < hits.length; at += 1) {
    const first = hits[at]?.first ?? far;
    if (first >= far) return far;
    if (hits[at]?.meaning.kind === "purpose") return first;
  }
  return far;
};

const hear = (hearing: Hearing, hits: Hits, index: number, lexicon: Lexicon): void => {
  const hit = hits[index];
  if (hit === undefined) return;
  const { meaning } = hit;
  const { reading } = hearing;
  const link = reading.words[hit.first]?.link ?? Link.None;
  hearLink(hearing, link, hit.first, lexicon);
  if (meaning.kind === "neutral") return;
  if (meaning.kind === "purpose") return hearPurpose(hearing, hit.first, hit.end, lexicon);
  const says = isMasked(reading, hit, lexicon)
    ? unmasked(reading, hit, { since: hearing.since, until: endOf(hits, index) }, lexicon)
    : null;
  if (says === "other") hearFalseFriend(hearing, hit, link);
  else if (says === null && meaning.kind === "act") hearAct(hearing, hit, link, meaning);
  else if (says === null && meaning.kind === "word") hearWord(hearing, hit, link, meaning);
};

/** Hears a text with the lexicon. */
export const evidenceIn = (text: string, standing: Standing, lexicon: Lexicon): Evidence => {
  const reading = read(text, lexicon);
  const hits = hitsIn(lexicon.sectors, reading.numbers);
  const hearing = hearingOf(reading);
  for (let index = 0; index < hits.length; index += 1) hear(hearing, hits, index, lexicon);
  return { reading, voices: hearing.voices, standing };
};

const isHead = ({ weight, factor }: Voice): boolean => weight >= STRONG && factor === 1;

/** How loudly a text speaks for a sector. The first thing said aloud is the head. */
export const weightIn = ({ voices, standing }: Evidence, sector: Sector): number => {
  let sum = 0;
  let awaitsHead = standing.hasHead;
  for (const voice of voices) {
    const factor = awaitsHead && isHead(voice) ? HEAD : voice.factor;
    if (factor === HEAD) awaitsHead = false;
    if (voice.sector === sector) sum += voice.weight * factor;
  }
  return sum * standing.factor;
};

/** The words of a text that speak for a sector, as they stand in it. */
export const termsIn = ({ reading, voices }: Evidence, sector: Sector): readonly string[] =>
  voices.filter((voice) => voice.sector === sector).map(({ hit }) => termOf(reading, hit));
