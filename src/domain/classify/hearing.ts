import type { Sector } from "../tender.ts";
import { ACTS, type Governor, NONE, type Role, SERVICE, STRONG, WEAK } from "./acts.ts";
import type { Lexicon } from "./lexicon.ts";
import { Link } from "./link.ts";
import type { SectorMeaning } from "./meanings.ts";
import type { Hit } from "./phrases.ts";
import type { Reading } from "./reading.ts";
import { UNKNOWN } from "./vocabulary.ts";

type Meaning<K extends SectorMeaning["kind"]> = Extract<SectorMeaning, { readonly kind: K }>;

/** A phrase that speaks for a sector; an act may yet be raised by its object. */
export interface Voice {
  readonly hit: Hit<SectorMeaning>;
  readonly sector: Sector;
  factor: number;
  weight: number;
}

/** A text as it is heard, phrase after phrase. */
export interface Hearing {
  readonly reading: Reading;
  readonly voices: Voice[];
  governor: Governor;
  /** The sector of the service that governs, if one does. */
  over: Sector | null;
  /** An act that says nothing once its object speaks. */
  waiting: Voice | null;
  /** The word after the last word of purpose. */
  since: number;
  /** How much counts what is heard: less once it is what the purchase is for. */
  factor: number;
  /** The text began with its purpose: "dans le cadre du festival, gardiennage". */
  isOpening: boolean;
}

// What stands after "pour" or "بمناسبة" is what the purchase is for; the complement of a service, what it is
// done to.
const ASIDE = 0.5;
const UNSURE = 1 / 3;

export const hearingOf = (reading: Reading): Hearing => ({
  reading,
  voices: [],
  governor: NONE,
  over: null,
  waiting: null,
  since: 0,
  factor: 1,
  isOpening: false,
});

/** A phrase said twice counts once, as it is said the loudest. */
const speak = (
  hearing: Hearing,
  hit: Hit<SectorMeaning>,
  sector: Sector,
  weight: number,
  aside: boolean,
): Voice => {
  const factor = aside ? Math.min(hearing.factor, ASIDE) : hearing.factor;
  const before = hearing.voices.find((each) => each.hit.meaning === hit.meaning);
  const voice = before ?? { hit, sector, factor, weight };
  if (before === undefined) hearing.voices.push(voice);
  voice.factor = Math.max(voice.factor, factor);
  voice.weight = Math.max(voice.weight, weight);
  return voice;
};

const release = (hearing: Hearing): void => {
  hearing.governor = NONE;
  hearing.over = null;
  hearing.waiting = null;
};

const isLight = ({ numbers }: Reading, until: number, { light }: Lexicon): boolean => {
  for (let at = 0; at < until; at += 1) if (!light.has(numbers[at] ?? UNKNOWN)) return false;
  return until > 0;
};

/** What it is for is half of what is bought; a third when what is bought is not known. */
export const hearPurpose = (hearing: Hearing, first: number, end: number, lexicon: Lexicon): void => {
  const { voices, waiting } = hearing;
  hearing.isOpening = voices.every((voice) => voice === waiting && voice.weight === WEAK);
  hearing.since = end;
  release(hearing);
  if (!hearing.isOpening) hearing.factor = ASIDE;
  // "prestations de services pour la restauration" says after "pour" what is bought.
  else if (!isLight(hearing.reading, first, lexicon)) hearing.factor = first === 0 ? ASIDE : UNSURE;
};

/** What a colon, a comma or "ل" changes before a phrase is heard. */
export const hearLink = (hearing: Hearing, link: Link, first: number, lexicon: Lexicon): void => {
  if (link === Link.For) hearPurpose(hearing, first, first, lexicon);
  if (link === Link.List && hearing.isOpening) hearing.factor = 1;
  if (link !== Link.Break) return;
  hearing.factor = 1;
  release(hearing);
};

/** Whether what is heard is only where another thing is done, or what it is done to. */
const isAside = ({ voices, waiting, over }: Hearing, link: Link, sector: Sector): boolean => {
  if (link === Link.Of) return over !== null && over !== sector;
  return link === Link.At && voices.some((voice) => voice !== waiting);
};

/** The act that waits gives way to its object. */
const yieldTo = (hearing: Hearing): void => {
  const at = hearing.waiting === null ? -1 : hearing.voices.indexOf(hearing.waiting);
  if (at >= 0) hearing.voices.splice(at, 1);
  hearing.waiting = null;
};

/** An act is heard: it governs what follows, unless it is the complement of one that endures. */
export const hearAct = (
  hearing: Hearing,
  hit: Hit<SectorMeaning>,
  link: Link,
  { act }: Meaning<"act">,
): void => {
  const rule = ACTS[act];
  if (link === Link.Of && hearing.governor.endures) return;
  if (act === "goods" && hearing.governor === ACTS.hire) return;
  if (link === Link.List || (hearing.isOpening && link === Link.None)) hearing.factor = 1;
  // "achat et location", "achat de prestations d'organisation": the last act counts.
  if (link === Link.And || hearing.waiting?.sector !== rule.says) yieldTo(hearing);
  const voice = speak(hearing, hit, rule.says, rule.weight, isAside(hearing, link, rule.says));
  hearing.waiting = rule.yields ? voice : null;
  hearing.governor = rule;
  hearing.over = null;
};

const isSilenced = ({ governor }: Hearing, role: Role, link: Link): boolean =>
  governor.silences.includes(role) && (governor.reach === "list" || link === Link.Of);

/** A tent bought or a canteen built leaves no doubt that the act is what it is. */
const confirm = ({ waiting }: Hearing): void => {
  if (waiting !== null) waiting.weight = Math.max(waiting.weight, STRONG);
};

/** A hint is raised only to what the act itself says: "organisation de journées" is an event. */
const isRaised = ({ governor, waiting }: Hearing, role: Role, sector: Sector): boolean =>
  governor.raises === role && (role !== "weak" || waiting?.sector === sector);

/** A word of a sector is heard: it speaks, unless what is done to it silences it. */
export const hearWord = (
  hearing: Hearing,
  hit: Hit<SectorMeaning>,
  link: Link,
  word: Meaning<"word">,
): void => {
  const { sector, role } = word;
  if (isSilenced(hearing, role, link)) {
    if (role !== "strong" && role !== "weak") confirm(hearing);
    return;
  }
  const isWeak = role !== "strong" && role !== "thing" && !isRaised(hearing, role, sector);
  const aside = isAside(hearing, link, sector);
  if (!isWeak) yieldTo(hearing);
  speak(hearing, hit, sector, isWeak ? WEAK : STRONG, aside);
  if (role !== "strong" || aside || hearing.governor.reach === "list") return;
  hearing.governor = SERVICE;
  hearing.over = sector;
};

/** A false friend is heard: it says that the object is of no sector. */
export const hearFalseFriend = (hearing: Hearing, hit: Hit<SectorMeaning>, link: Link): void => {
  speak(hearing, hit, "other", STRONG, isAside(hearing, link, "other"));
};
