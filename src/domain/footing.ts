import type { Confirmation } from "./confirmation.ts";
import type { Effect, Grade, LegalBasis, ParameterUse } from "./finding.ts";
import type { LawNumber } from "./law-number.ts";

// What a finding rests on, and how far its sources let it go: a source that was not read in a legal text or a
// tender document cannot make a breach.

const WEAK: ReadonlySet<Grade> = new Set(["S", "R", "C"]);
export const isWeak = (grade: Grade): boolean => WEAK.has(grade);

/** The sources of a rule on a day, before it has read any number. */
export interface Sources {
  /** Its effect, before any cap. */
  readonly effect: Effect;
  /** The strongest effect it may have that day. */
  readonly atMost: Effect | undefined;
  readonly own: readonly LegalBasis[];
  /** The numbers it may read, as they would be cited. */
  readonly numbers: readonly LawNumber[];
  /** The citation of a number read: that of the day, whichever day the number was read for. */
  readonly cited: (id: string) => LegalBasis | undefined;
}

/** What a rule rests on once it has read some numbers: one object for all findings that read the same. */
export interface Footing {
  readonly parameters: readonly ParameterUse[];
  readonly legalBasis: readonly LegalBasis[];
  /** The jurists' words on which the numbers rest. */
  readonly confirmations: readonly Confirmation[];
  /** Could a failure be a breach? */
  readonly canBreach: boolean;
  /** The effect of a failure, after the cap by source and by period. */
  readonly effectOf: (own: Effect) => Effect;
  /** The footing once one more number is read. */
  readonly after: (number: LawNumber) => Footing;
}

const isSame = (a: LegalBasis, b: LegalBasis): boolean =>
  a.text === b.text && a.article === b.article && a.grade === b.grade;

const withoutRepeats = (list: readonly LegalBasis[]): readonly LegalBasis[] =>
  list.filter((basis, index) => list.findIndex((other) => isSame(other, basis)) === index);

/** Own sources, then those of the numbers read; of a rule that has neither, those of the numbers it would read. */
const basisOf = ({ own, numbers, cited }: Sources, read: readonly LawNumber[]): readonly LegalBasis[] => {
  const ids = read.length > 0 || own.length > 0 ? read : numbers;
  return withoutRepeats([...own, ...ids.flatMap(({ use }) => cited(use.id) ?? [])]);
};

const weaken = (effect: Effect, atMost: Effect | undefined): Effect =>
  effect === "breach" && atMost !== undefined ? atMost : effect;

/** One weak source is enough to forbid a breach. */
const isCapped = ({ own }: Sources, read: readonly LawNumber[]): boolean =>
  own.some(({ grade }) => isWeak(grade)) || read.some(({ use }) => isWeak(use.grade));

/** Of a rule that read nothing yet, any of its numbers of the law might be the one that decides. */
const casesOf = ({ numbers }: Sources, read: readonly LawNumber[]): readonly (readonly LawNumber[])[] => {
  const lawful = numbers.filter(({ use }) => use.grade !== "P");
  return read.length > 0 || lawful.length === 0 ? [read] : lawful.map((number) => [number]);
};

const confirmationsOf = (read: readonly LawNumber[]): readonly Confirmation[] => [
  ...new Set(read.flatMap(({ confirmation }) => confirmation ?? [])),
];

/** The footing of a rule that has read `read`, each number once. */
export const footingOf = (sources: Sources, read: readonly LawNumber[] = []): Footing => {
  const next = new Map<LawNumber, Footing>();
  const strongest = isCapped(sources, read) ? "warning" : "breach";
  const footing: Footing = {
    parameters: read.map(({ use }) => use),
    legalBasis: basisOf(sources, read),
    confirmations: confirmationsOf(read),
    canBreach:
      weaken(sources.effect, sources.atMost) === "breach" &&
      casesOf(sources, read).some((each) => !isCapped(sources, each)),
    effectOf: (own) => weaken(own === "breach" ? strongest : own, sources.atMost),
    after: (number) => {
      const known = next.get(number);
      if (known !== undefined) return known;
      const then = read.includes(number) ? footing : footingOf(sources, [...read, number]);
      next.set(number, then);
      return then;
    },
  };
  return footing;
};

/** Of no rule: a reader starts from it. */
export const NO_FOOTING: Footing = footingOf({
  effect: "info",
  atMost: undefined,
  own: [],
  numbers: [],
  cited: () => undefined,
});
