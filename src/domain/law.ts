import { DomainError } from "./errors.ts";
import type { Effect, LegalBasis } from "./finding.ts";
import { type Footing, footingOf } from "./footing.ts";
import { citedNumber, isConstant, type LawNumber, numberOn, numbersOf, toBasis } from "./law-number.ts";
import { isInForce, type LocalDate, type Period } from "./local-date.ts";
import { decreeOn, type LegalText, type Rule, type Rulebook } from "./rulebook.ts";
import type { Procedure } from "./tender.ts";

// The law changes on few days; between two of them everything that does not depend on the tender is the same.
// It is worked out once for each such period and shared by all tenders.

/** A rule and what the day decides of it before any tender is seen. */
export interface LawfulRule {
  readonly rule: Rule;
  readonly isInForce: boolean;
  /** It cannot be judged without knowing the day, and the day is not known. */
  readonly lacksDay: boolean;
  /** Does it speak of a procedure? null when it speaks of some and the procedure is not known. */
  readonly speaksOf: (procedure: Procedure | undefined) => boolean | null;
  /** What it rests on before it reads any number. */
  readonly footing: Footing;
  readonly isBinding: boolean;
}

/** The rulebook on a day. */
export interface Law {
  readonly decree: LegalText | null;
  readonly rules: readonly LawfulRule[];
  readonly yearRules: readonly LawfulRule[];
  /**
   * A number on the day of the case.
   * @throws DomainError PARAMETER_UNKNOWN when the rulebook lacks it or it has no value that day; the rulebook's
   * own check proves that this cannot happen to a rule in force.
   */
  readonly number: (id: string) => LawNumber;
  /** A number on the day of an event; null when the law had none that day. */
  readonly numberOn: (id: string, day: LocalDate) => LawNumber | null;
}

type Numbers = ReadonlyMap<string, readonly LawNumber[]>;

const needsDay = ({ inForce, parameters }: Rule, numbers: Numbers): boolean =>
  inForce !== undefined &&
  (inForce.length === 1 || parameters.some((id) => !isConstant(numbers.get(id) ?? [])));

/** The strongest effect the rule may have that day; unknown day → the weakest of its periods. */
const ceilingOn = ({ inForce }: Rule, on: LocalDate | null): Effect | undefined =>
  inForce?.find((period) => (on === null ? period.atMost !== undefined : isInForce(period, on)))?.atMost;

/** The rule's own sources that day; without a day, those that still hold. */
const ownBasis = ({ legalBasis }: Rule, on: LocalDate | null): readonly LegalBasis[] =>
  legalBasis
    .filter(({ from, until }) =>
      on === null ? until === undefined : (from ?? on) <= on && (until === undefined || on < until),
    )
    .map(toBasis);

const speaker =
  ({ onlyFor, notFor }: Rule): LawfulRule["speaksOf"] =>
  (procedure) => {
    if (procedure === undefined) return (onlyFor ?? notFor) === undefined ? true : null;
    return onlyFor?.includes(procedure) !== false && notFor?.includes(procedure) !== true;
  };

const lawful = (rule: Rule, numbers: Numbers, on: LocalDate | null): LawfulRule => ({
  rule,
  isInForce: on === null || rule.inForce?.some((period) => isInForce(period, on)) !== false,
  lacksDay: on === null && needsDay(rule, numbers),
  speaksOf: speaker(rule),
  footing: footingOf({
    effect: rule.effect,
    atMost: ceilingOn(rule, on),
    own: ownBasis(rule, on),
    numbers: rule.parameters.flatMap((id) => citedNumber(numbers.get(id) ?? [], on) ?? []),
    cited: (id) => citedNumber(numbers.get(id) ?? [], on)?.basis,
  }),
  isBinding: rule.norm === "binding" && rule.effect !== "info",
});

const workOut = (rulebook: Rulebook, numbers: Numbers, on: LocalDate | null): Law => {
  const today = new Map([...numbers].map(([id, list]) => [id, numberOn(list, on)]));
  return {
    decree: on === null ? null : decreeOn(rulebook, on),
    rules: rulebook.rules.map((rule) => lawful(rule, numbers, on)),
    yearRules: rulebook.yearRules.map((rule) => lawful(rule, numbers, on)),
    number: (id) => {
      const number = today.get(id);
      if (number === undefined || number === null)
        throw new DomainError("PARAMETER_UNKNOWN", { id, on: on ?? "" });
      return number;
    },
    numberOn: (id, day) => {
      const list = numbers.get(id);
      if (list === undefined) throw new DomainError("PARAMETER_UNKNOWN", { id, on: day });
      return numberOn(list, day);
    },
  };
};

/** Days on which something in the rulebook begins or ends, in their order. */
const changeDays = ({ texts, parameters, rules, yearRules }: Rulebook): readonly LocalDate[] => {
  const periods: readonly Partial<Period>[] = [
    ...texts.flatMap(({ inForce }) => inForce ?? []),
    ...[...parameters.values()].flatMap(({ values }) => values),
    ...[...rules, ...yearRules].flatMap(({ inForce, legalBasis }) => [...(inForce ?? []), ...legalBasis]),
  ];
  const days = periods.flatMap(({ from, until }) => [from, until]).filter((day) => day !== undefined);
  return [...new Set(days)].toSorted();
};

/** The laws of one rulebook, each worked out when it is first asked for. */
const lawsOf = (rulebook: Rulebook): ((on: LocalDate | null) => Law) => {
  const days = changeDays(rulebook);
  const numbers = new Map([...rulebook.parameters].map(([id, parameter]) => [id, numbersOf(parameter)]));
  const known = new Map<number | null, Law>();
  return (on) => {
    const period = on === null ? null : days.filter((day) => day <= on).length;
    const law = known.get(period) ?? workOut(rulebook, numbers, on);
    known.set(period, law);
    return law;
  };
};

const laws = new WeakMap<Rulebook, (on: LocalDate | null) => Law>();

/** The law of a day; the same object for all days between two changes of the law. `on` null: no day is known. */
export const lawOn = (rulebook: Rulebook, on: LocalDate | null): Law => {
  const known = laws.get(rulebook) ?? lawsOf(rulebook);
  laws.set(rulebook, known);
  return known(on);
};
