import type { Confirmation } from "./confirmation.ts";
import { DomainError } from "./errors.ts";
import type { Grade, ParameterUse } from "./finding.ts";
import type { LocalDate } from "./local-date.ts";
import { WHOLE } from "./money.ts";
import { type Parameter, type ParameterValue, type Rulebook, valueOn } from "./rulebook.ts";

/** The unit in which domain code computes: centimes, ten-thousandths, or the number itself. */
const scaled = ({ unit }: Parameter, { value }: ParameterValue): number => {
  if (unit === "dirhams") return Math.round(value * 100);
  return unit === "share" ? Math.round(value * WHOLE) : value;
};

/** Reads parameters for one case and remembers which, so that the finding can name them. */
export interface ParameterReader {
  readonly uses: () => readonly ParameterUse[];
  /** The confirmations that the values read rest on. */
  readonly confirmations: () => readonly Confirmation[];
  readonly read: (id: string) => number;
  readonly readOn: (id: string, day: LocalDate) => number | null;
}

/** The same number in every period: decrees may change, the number did not. */
const hasOneValue = ({ values }: Parameter): boolean =>
  values.every(({ value }) => value === values[0]?.value);

/** The value of a parameter on a day, or its only value when no day is known. */
const find = (parameter: Parameter, on: LocalDate | null): ParameterValue | null => {
  if (on !== null) return valueOn(parameter, on);
  return hasOneValue(parameter) ? (parameter.values.at(-1) ?? null) : null;
};

/**
 * @throws DomainError PARAMETER_UNKNOWN when a rule names a parameter that the rulebook lacks or that has
 * no value that day; the rulebook's own check proves that this cannot happen to a rule in force.
 */
export const readerOf = (rulebook: Rulebook, on: LocalDate | null): ParameterReader => {
  const uses = new Map<string, ParameterUse>();
  const confirmations: Confirmation[] = [];
  const readOn = (id: string, day: LocalDate | null): number | null => {
    const parameter = rulebook.parameters.get(id);
    if (parameter === undefined) throw new DomainError("PARAMETER_UNKNOWN", { id });
    const found = find(parameter, day);
    if (found === null) return null;
    uses.set(id, { id, value: found.value, grade: found.grade });
    if (found.confirmation !== undefined) confirmations.push(found.confirmation);
    return scaled(parameter, found);
  };
  const read = (id: string): number => {
    const value = readOn(id, on);
    if (value === null) throw new DomainError("PARAMETER_UNKNOWN", { id, on: on ?? "" });
    return value;
  };
  return { uses: () => [...uses.values()], confirmations: () => confirmations, read, readOn };
};

/** Has the parameter a single value whatever the day? */
export const isConstant = (rulebook: Rulebook, id: string): boolean => {
  const parameter = rulebook.parameters.get(id);
  return parameter !== undefined && hasOneValue(parameter);
};

/** Sources that were not read in a legal text or a tender document cannot make a breach. */
const WEAK: ReadonlySet<Grade> = new Set(["S", "R", "C"]);
export const isWeak = (grade: Grade): boolean => WEAK.has(grade);
