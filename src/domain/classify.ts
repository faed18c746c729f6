import { type Evidence, evidenceIn, type Standing, termsIn, weightIn } from "./classify/evidence.ts";
import { familiesIn } from "./classify/families.ts";
import type { Lexicon } from "./classify/lexicon.ts";
import { hitsIn } from "./classify/phrases.ts";
import { read } from "./classify/reading.ts";
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
// One weak word alone reaches exactly this: not enough.
const DOUBT = 0.5;

const LANGUAGES = ["fr", "ar", "en"] as const;

/** Always in the same order, however the document orders its languages. */
const textsOf = (text: LocalText | undefined): readonly string[] => {
  const texts: string[] = [];
  if (text === undefined) return texts;
  for (const language of LANGUAGES) {
    const each = text[language];
    if (each !== undefined) texts.push(each);
  }
  return texts;
};

const evidenceOf = ({ title, description }: TenderWords, lexicon: Lexicon): readonly Evidence[] => {
  const evidence: Evidence[] = [];
  for (const text of textsOf(title)) evidence.push(evidenceIn(text, TITLE, lexicon));
  for (const text of textsOf(description)) evidence.push(evidenceIn(text, DESCRIPTION, lexicon));
  return evidence;
};

const weightOf = (evidence: readonly Evidence[], sector: Sector): number => {
  let sum = 0;
  for (const each of evidence) sum += weightIn(each, sector);
  return sum;
};

const termsOf = (evidence: readonly Evidence[], sector: Sector): readonly string[] => {
  const terms: string[] = [];
  for (const each of evidence)
    for (const term of termsIn(each, sector)) if (!terms.includes(term)) terms.push(term);
  return terms;
};

type Weights = Readonly<Record<Sector, number>>;

const weightsOf = (evidence: readonly Evidence[]): Weights => ({
  catering: weightOf(evidence, "catering"),
  events: weightOf(evidence, "events"),
  services: weightOf(evidence, "services"),
  other: weightOf(evidence, "other"),
});

const strongest = ({ catering, events, services, other }: Weights): Sector => {
  const most = Math.max(catering, events, services, other);
  if (catering === most) return "catering";
  if (events === most) return "events";
  return services === most ? "services" : "other";
};

/** Sectors that the priority covers are bundled in one tender: they contradict each other by half only. */
const confidenceIn = (sector: Sector, weights: Weights): number => {
  const { catering, events, services, other } = weights;
  const covered = catering + events + services;
  if (sector === "other") return other / (other + covered + 1);
  const weight = Math.max(catering, events, services);
  return weight / (weight + other + (covered - weight) / 2 + 1);
};

/**
 * The sector of a tender by its words: catering, events, services or other; null rather than a guess.
 * Works are never of the three sectors, whatever the title says.
 */
export const classify = (words: TenderWords, lexicon: Lexicon): Classification => {
  if (words.category === "works") return { code: "other", confidence: 1, terms: [] };
  const evidence = evidenceOf(words, lexicon);
  const weights = weightsOf(evidence);
  const sector = strongest(weights);
  const confidence = confidenceIn(sector, weights);
  if (confidence <= DOUBT) return { code: null, confidence, terms: [] };
  return { code: sector, confidence, terms: termsOf(evidence, sector) };
};

/** The families of goods and services that the words name, in their order; empty when none is known. */
export const familiesOf = ({ title, description }: TenderWords, lexicon: Lexicon): readonly Family[] => [
  ...new Set([...textsOf(title), ...textsOf(description)].flatMap((text) => familiesIn(text, lexicon))),
];

/** Whether the title says that a study is bought; null when it does not say so. */
export const isStudy = ({ title }: TenderWords, lexicon: Lexicon): true | null => {
  const isNamed = (text: string): boolean =>
    hitsIn(lexicon.studies, read(text, lexicon).numbers).some(({ meaning }) => meaning === "study");
  return textsOf(title).some(isNamed) ? true : null;
};
