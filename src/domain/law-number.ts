import type { Confirmation } from "./confirmation.ts";
import type { LegalBasis, ParameterUse } from "./finding.ts";
import type { LocalDate, Period } from "./local-date.ts";
import { isInForce } from "./local-date.ts";
import { WHOLE } from "./money.ts";
import type { Parameter, ParameterValue } from "./rulebook.ts";

/** A value of a parameter, ready to be computed with and to be named in a finding. */
export interface LawNumber extends Period {
  /** In the unit of the domain: centimes, ten-thousandths, or the number itself. */
  readonly scaled: number;
  readonly use: ParameterUse;
  readonly basis: LegalBasis;
  readonly confirmation: Confirmation | undefined;
}

const scaled = (unit: Parameter["unit"], value: number): number => {
  if (unit === "dirhams") return Math.round(value * 100);
  return unit === "share" ? Math.round(value * WHOLE) : value;
};

/** The citation alone, without the period of the source. */
export const toBasis = ({ text, article, grade }: LegalBasis): LegalBasis => ({
  text,
  ...(article === undefined ? {} : { article }),
  grade,
});

const numberOf = ({ id, unit }: Parameter, value: ParameterValue): LawNumber => ({
  from: value.from,
  ...(value.until === undefined ? {} : { until: value.until }),
  scaled: scaled(unit, value.value),
  use: { id, value: value.value, grade: value.grade },
  basis: toBasis(value),
  confirmation: value.confirmation,
});

/** The values of a parameter, in the order of their periods. */
export const numbersOf = (parameter: Parameter): readonly LawNumber[] =>
  parameter.values.map((value) => numberOf(parameter, value));

/** The same number in every period: decrees may change, the number did not. */
export const isConstant = (numbers: readonly LawNumber[]): boolean =>
  numbers.every(({ use }) => use.value === numbers[0]?.use.value);

/** The number of a day; of no known day, the only one it ever was. */
export const numberOn = (numbers: readonly LawNumber[], on: LocalDate | null): LawNumber | null => {
  if (on !== null) return numbers.find((number) => isInForce(number, on)) ?? null;
  return isConstant(numbers) ? (numbers.at(-1) ?? null) : null;
};

/** The number that a finding may cite: that of the day, else the one that still holds. */
export const citedNumber = (numbers: readonly LawNumber[], on: LocalDate | null): LawNumber | undefined =>
  numbers.find((number) => on !== null && isInForce(number, on)) ?? numbers.at(-1);
