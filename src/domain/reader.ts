import { NO_FOOTING, type Footing } from "./footing.ts";
import type { Reading } from "./given.ts";
import type { Law, LawfulRule } from "./law.ts";
import type { LawNumber } from "./law-number.ts";

/** Reads numbers of the law and points of a scale for one rule after another, and remembers on what each rests. */
export interface Reader extends Reading {
  /** Turns to a rule, which has read nothing yet. */
  readonly turnTo: (rule: LawfulRule) => void;
  /** What the rule in hand rests on by now. */
  readonly footing: () => Footing;
}

/** One reader serves a whole assessment: it holds the rule in hand, so that a check need not be told of it. */
export const readerOf = (law: Law): Reader => {
  let points: Readonly<Record<string, number>> | undefined;
  let footing = NO_FOOTING;
  const take = (number: LawNumber): number => {
    footing = footing.after(number);
    return number.scaled;
  };
  return {
    turnTo: (lawful) => {
      points = lawful.rule.points?.scale;
      footing = lawful.footing;
    },
    footing: () => footing,
    read: (id) => take(law.number(id)),
    readOn: (id, day) => {
      const number = law.numberOn(id, day);
      return number === null ? null : take(number);
    },
    scale: (part) => points?.[part] ?? 0,
  };
};
