import type { Evidence } from "./finding.ts";
import { type Given, seen, seenSum } from "./given.ts";
import { beforeTax, type Range, type Summed, sumOfRanges, withTax } from "./money.ts";
import type { Located } from "./subject.ts";
import type { Estimate } from "./tender.ts";

/** The rate of tax at most: what an amount may hold when the tender does not say. */
const TOP_RATE = "vat-top-rate";

/** Evidence of an estimate, with what is known of its tax. */
export const seenEstimate = ({ value, at }: Located<Summed>): readonly Evidence[] => {
  if (value === undefined) return [];
  const { centimes, taxIncluded, vatRate } = value;
  return [
    seenSum(at === "/lots" ? at : `${at}/amount`, centimes),
    ...(taxIncluded === undefined || at === "/lots" ? [] : [seen(`${at}/taxIncluded`, taxIncluded)]),
    ...(vatRate === undefined || at === "/lots" ? [] : [seen(`${at}/vatRate`, vatRate / 10_000)]),
  ];
};

/** The facts that would make an estimate exact. */
export const taxMissing = ({ value, at }: Located<Summed>): readonly string[] => {
  if (at === "/lots") return ["/estimate"];
  const open = (["taxIncluded", "vatRate"] as const).filter((fact) => value?.[fact] === undefined);
  return open.map((fact) => `${at}/${fact}`);
};

/** An estimate before tax; exact when the tender says enough, else an interval. */
export const estimateBeforeTax = (given: Given, estimate: Summed): Range =>
  sumOfParts(estimate, (part) => estimateBeforeTax(given, part)) ??
  beforeTax(estimate, isExact(estimate) ? 0 : given.read(TOP_RATE));

const isExact = ({ taxIncluded, vatRate }: Estimate): boolean =>
  taxIncluded === false || vatRate !== undefined;

/** Lots that are not taxed alike are reckoned each by its own tax; null: it is no sum of such. */
const sumOfParts = ({ parts }: Summed, rangeOf: (part: Estimate) => Range): Range | null =>
  parts === undefined ? null : sumOfRanges(parts.map(rangeOf));

/** Is the sum with tax known to the centime? */
export const isExactWithTax = (estimate: Summed | undefined): boolean =>
  estimate?.parts?.every(isExactWithTax) ??
  (estimate?.taxIncluded === true || (estimate?.taxIncluded === false && estimate.vatRate !== undefined));

/** An estimate with tax; exact when the tender says enough, else an interval. */
export const estimateWithTax = (given: Given, estimate: Summed): Range =>
  sumOfParts(estimate, (part) => estimateWithTax(given, part)) ??
  withTax(
    estimate,
    estimate.taxIncluded === true || estimate.vatRate !== undefined ? 0 : given.read(TOP_RATE),
  );
