import { type Evidence, evidenceIn, type Standing } from "./classify/evidence.ts";
import type { Lexicon } from "./classify/lexicon.ts";
import { hitsIn } from "./classify/phrases.ts";
import { isFalseFriend, read } from "./classify/reading.ts";
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

const weightOf = (evidence: readonly Evidence[], sector: Sector): number =>
  evidence.reduce((sum, each) => (each.sector === sector ? sum + each.weight : sum), 0);

/** Sectors that the priority covers are bundled in one tender; they contradict each other by half only. */
const contradiction = (sector: Sector, rival: Sector): number => {
  if (sector === rival) return 0;
  return sector === "other" || rival === "other" ? 1 : 0.5;
};

const confidenceIn = (evidence: readonly Evidence[], sector: Sector): number => {
  const against = SECTORS.reduce(
    (sum, rival) => sum + contradiction(sector, rival) * weightOf(evidence, rival),
    0,
  );
  const weight = weightOf(evidence, sector);
  return weight / (weight + against + 1);
};

const strongest = (evidence: readonly Evidence[]): Sector =>
  SECTORS.reduce((best, sector) => (weightOf(evidence, sector) > weightOf(evidence, best) ? sector : best));

/**
 * The sector of a tender by its words: catering, events, services or other; null rather than a guess.
 * Works are never of the three sectors, whatever the title says.
 */
export const classify = ({ title, description, category }: TenderWords, lexicon: Lexicon): Classification => {
  if (category === "works") return { code: "other", confidence: 1, terms: [] };
  const evidence = [
    ...textsOf(title).flatMap((text) => evidenceIn(text, TITLE, lexicon)),
    ...textsOf(description).flatMap((text) => evidenceIn(text, DESCRIPTION, lexicon)),
  ];
  const sector = strongest(evidence);
  const confidence = confidenceIn(evidence, sector);
  const terms = evidence.filter((each) => each.sector === sector).map(({ term }) => term);
  if (confidence <= DOUBT) return { code: null, confidence, terms: [] };
  return { code: sector, confidence, terms: [...new Set(terms)] };
};

const familiesIn = (text: string, lexicon: Lexicon): readonly Family[] => {
  const reading = read(text, lexicon);
  return hitsIn(lexicon.families, reading.words)
    .filter((hit) => !isFalseFriend(reading, hit, Infinity, lexicon))
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
