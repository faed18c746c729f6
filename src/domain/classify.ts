import { type Evidence, evidenceIn, type Standing } from "./classify/evidence.ts";
import type { Lexicon } from "./classify/lexicon.ts";
import { hitsIn } from "./classify/phrases.ts";
import { read, unmasked } from "./classify/reading.ts";
import type { Category, Family, LocalText, Sector } from "./tender.ts";

export { compileLexicon, type Lexicon } from "./classify/lexicon.ts";

/** The words by which a tender is classified. */
export interface TenderWords {
  readonly title: LocalText;
  readonly description?: LocalText;
  readonly category?: Category;
}

/** What the words say; `code` null means that one cannot tell. `terms` are the words that decided. */
export interface Classification {
  readonly code: Sector | null;
  readonly confidence: number;
  readonly terms: readonly string[];
}

const TITLE: Standing = { factor: 1, hasHead: true };
const DESCRIPTION: Standing = { factor: 0.5, hasHead: false };
const SECTORS: readonly Sector[] = ["catering", "events", "services", "other"];
// One weak word alone reaches exactly this: not enough.
const DOUBT = 0.5;

const textsOf = (text: LocalText | undefined): readonly string[] =>
  [text?.fr, text?.ar, text?.en].filter((each) => each !== undefined);

/** Always in the same order, however the document orders its languages. */
const evidenceOf = (text: LocalText, standing: Standing, lexicon: Lexicon): Evidence[] =>
  textsOf(text).flatMap((each) => evidenceIn(each, standing, lexicon));

const termsOf = (evidence: readonly Evidence[], sector: Sector): readonly string[] => {
  const terms: string[] = [];
  for (const each of evidence)
    if (each.sector === sector && !terms.includes(each.term)) terms.push(each.term);
  return terms;
};

type Weights = Readonly<Record<Sector, number>>;

const weightsOf = (evidence: readonly Evidence[]): Weights => {
  const weights = { catering: 0, events: 0, services: 0, other: 0 };
  for (const { sector, weight } of evidence) weights[sector] += weight;
  return weights;
};

const strongest = (weights: Weights): Sector =>
  SECTORS.reduce((best, sector) => (weights[sector] > weights[best] ? sector : best));

/** Sectors that the priority covers are bundled in one tender: they contradict each other by half only. */
const confidenceIn = (sector: Sector, { catering, events, services, other }: Weights): number => {
  const covered = catering + events + services;
  if (sector === "other") return other / (other + covered + 1);
  const weight = { catering, events, services }[sector];
  return weight / (weight + other + (covered - weight) / 2 + 1);
};

/**
 * The sector of a tender by its words: catering, events, services or other; null rather than a guess.
 * Works are never of the three sectors, whatever the title says.
 */
export const classify = ({ title, description, category }: TenderWords, lexicon: Lexicon): Classification => {
  if (category === "works") return { code: "other", confidence: 1, terms: [] };
  const evidence = evidenceOf(title, TITLE, lexicon);
  if (description !== undefined) evidence.push(...evidenceOf(description, DESCRIPTION, lexicon));
  const weights = weightsOf(evidence);
  const sector = strongest(weights);
  const confidence = confidenceIn(sector, weights);
  if (confidence <= DOUBT) return { code: null, confidence, terms: [] };
  return { code: sector, confidence, terms: termsOf(evidence, sector) };
};

const familiesIn = (text: string, lexicon: Lexicon): readonly Family[] => {
  const reading = read(text, lexicon);
  return hitsIn(lexicon.families, reading.words)
    .filter((hit) => unmasked(reading, hit, Infinity, lexicon) === null)
    .map(({ meaning }) => meaning)
    .filter((meaning) => meaning !== "neutral");
};

/** The families of goods and services that the words name, in their order; empty when none is known. */
export const familiesOf = ({ title, description }: TenderWords, lexicon: Lexicon): readonly Family[] => [
  ...new Set([...textsOf(title), ...textsOf(description)].flatMap((text) => familiesIn(text, lexicon))),
];

/** Whether the title says that a study is bought; null when it does not say so. */
export const isStudy = ({ title }: TenderWords, lexicon: Lexicon): true | null => {
  const isNamed = (text: string): boolean =>
    hitsIn(lexicon.studies, read(text, lexicon).words).some(({ meaning }) => meaning === "study");
  return textsOf(title).some(isNamed) ? true : null;
};
