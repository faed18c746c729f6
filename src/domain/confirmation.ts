import { type LocalDate, isInForce } from "./local-date.ts";
import { isWeak } from "./footing.ts";
import type { Parameter, ParameterValue, Rule, Rulebook } from "./rulebook.ts";

/** A jurist's word that a number of the law stands in the text: who, when, where, and the value read there. */
export interface Confirmation {
  readonly parameter: string;
  /** In the parameter's own unit, as the rulebook has it. */
  readonly value: number;
  readonly text: string;
  readonly article: string;
  /** The issue of the Bulletin officiel that was read. */
  readonly bulletin: string;
  readonly confirmedBy: string;
  readonly confirmedOn: LocalDate;
}

/** The value that a confirmation speaks of: the same number, under the same text. */
const speaksOf = (confirmation: Confirmation, { value, text }: ParameterValue): boolean =>
  confirmation.value === value && confirmation.text === text;

/** Does the rulebook hold the value that is confirmed? Another value is a correction, not a confirmation. */
export const isConfirmable = (confirmation: Confirmation, { parameters }: Rulebook): boolean =>
  parameters.get(confirmation.parameter)?.values.some((value) => speaksOf(confirmation, value)) === true;

const confirmed = (value: ParameterValue, confirmations: readonly Confirmation[]): ParameterValue => {
  const confirmation = confirmations.findLast((each) => speaksOf(each, value));
  return confirmation === undefined
    ? value
    : { ...value, article: confirmation.article, grade: "T", confirmation };
};

const confirmedParameter = (parameter: Parameter, confirmations: readonly Confirmation[]): Parameter => {
  const own = confirmations.filter((each) => each.parameter === parameter.id);
  if (own.length === 0) return parameter;
  return { ...parameter, values: parameter.values.map((value) => confirmed(value, own)) };
};

/** The rulebook with the numbers that jurists confirmed: read in the text, hence free of the cap by source. */
export const withConfirmations = (rulebook: Rulebook, confirmations: readonly Confirmation[]): Rulebook => {
  const parameters = [...rulebook.parameters.values()].map((parameter) =>
    confirmedParameter(parameter, confirmations),
  );
  return { ...rulebook, parameters: new Map(parameters.map((parameter) => [parameter.id, parameter])) };
};

/** A number that nobody confirmed, and the rules that wait for it. */
export interface Unconfirmed {
  readonly parameter: Parameter;
  readonly value: ParameterValue;
  readonly rules: readonly string[];
}

/** Would a rule that reads the number be free to say "breach" once the number is confirmed? */
const couldBreach = (rule: Rule, on: LocalDate): boolean =>
  rule.effect === "breach" &&
  rule.legalBasis.every(
    ({ grade, from, until }) =>
      !isWeak(grade) || !isInForce({ from: from ?? on, ...(until === undefined ? {} : { until }) }, on),
  );

/** How many procedures, of so many, a rule reaches. */
const reachOf = ({ onlyFor, notFor = [] }: Rule, procedures: number): number =>
  onlyFor?.length ?? procedures - notFor.length;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/**
 * Numbers of weak source in force on a day, most consequential first: those that keep most rules from saying
 * "breach", then those that most rules read, then those whose rules reach most procedures.
 */
export const unconfirmedOn = (
  { parameters, rules, yearRules, common }: Rulebook,
  on: LocalDate,
): readonly Unconfirmed[] => {
  const procedures = Object.keys(common.procedures).length;
  const all = [...rules, ...yearRules];
  const open = [...parameters.values()].flatMap((parameter) => {
    const value = parameter.values.find((each) => isInForce(each, on));
    if (value === undefined || !isWeak(value.grade)) return [];
    const readers = all.filter((rule) => rule.parameters.includes(parameter.id));
    const weight = readers.filter((rule) => couldBreach(rule, on)).length;
    return [
      {
        parameter,
        value,
        rules: readers.map(({ id }) => id),
        weight,
        reach: sum(readers.map((rule) => reachOf(rule, procedures))),
      },
    ];
  });
  return open
    .toSorted(
      (a, b) =>
        b.weight - a.weight ||
        b.rules.length - a.rules.length ||
        b.reach - a.reach ||
        (a.parameter.id < b.parameter.id ? -1 : 1),
    )
    .map(({ parameter, value, rules: waiting }) => ({ parameter, value, rules: waiting }));
};
