import { isDividedUnknown } from "../best-offers.ts";
import { familiesOf } from "../classify.ts";
import { estimateWithTax, seenEstimate, taxMissing } from "../estimate.ts";
import { type Given, seen } from "../given.ts";
import {
  broken,
  type Condition,
  inapplicable,
  type Judgement,
  judge,
  met,
  unknown,
  worth,
} from "../judgement.ts";
import { isAtMost, partsWithin } from "../money.ts";
import { ceilingSteps } from "../steps.ts";
import type { Located, Subject } from "../subject.ts";
import type { Estimate, Family } from "../tender.ts";

/** A part of the contract: a lot, or the whole when it is not divided. */
interface Part {
  readonly subject: Subject;
  readonly families: readonly Family[];
}

const familiesIn = ({ tender, rulebook }: Given, { lot, title }: Subject): readonly Family[] => {
  if (lot?.family !== undefined) return [lot.family];
  const isWhole = lot === null || (tender.lots?.length === 1 && lot.title === undefined);
  const description = isWhole ? tender.description : undefined;
  return familiesOf({ title, ...(description === undefined ? {} : { description }) }, rulebook.lexicon);
};

const wholeOf = (given: Given): Part => ({
  subject: given.subject,
  families: familiesIn(given, given.subject),
});

/** The lots, or the whole as one part when there is none; null when it is not known whether there are lots. */
const partsOf = (given: Given): readonly Part[] | null => {
  const { tender, lots } = given;
  if (tender.lots === undefined) return null;
  if (tender.lots.length === 0) return [wholeOf(given)];
  return lots.map((lot) => ({ subject: lot, families: familiesIn(given, lot) }));
};

/** What would tell the family of a part; a description that is there has said what it could. */
const familyAt = ({ tender }: Given, { subject }: Part): readonly string[] => {
  if (subject.lot !== null) return [`${subject.pointer}/family`];
  return tender.description === undefined ? ["/description"] : [];
};

const separated = (given: Given, parts: readonly Part[]): Condition => {
  const evidence = parts
    .filter(({ families }) => families.length > 0)
    .map((part) => seen(part.subject.lot === null ? "/title" : part.subject.pointer, part.families));
  const all = [...new Set(parts.flatMap(({ families }) => families))];
  if (parts.some(({ families }) => families.length > 1))
    return broken("familiesBundled", { evidence, figures: { families: { families: all } } });
  const silent = parts.filter(({ families }) => families.length === 0);
  const missing = silent.flatMap((part) => familyAt(given, part));
  return silent.length > 0 ? unknown("familyUnknown", missing, { evidence }) : met({ evidence });
};

/** Lots of at most the limit into which a part divides; one when its estimate is unknown. */
const lotsNeeded = (given: Given, { subject: { estimate } }: Part, limit: number): number =>
  estimate.value === undefined ? 1 : partsWithin(estimateWithTax(given, estimate.value).low, limit);

/** Is every part within the sum that a small cooperative can carry? */
const smallEnough = (given: Given, parts: readonly Part[], limit: number): Condition => {
  const weighed = parts.map(({ subject: { estimate } }): Condition => {
    if (estimate.value === undefined) return unknown("estimateUnknown", [estimate.at]);
    const range = estimateWithTax(given, estimate.value);
    const facts = { evidence: seenEstimate(estimate), arithmetic: ceilingSteps("withTax", range, limit) };
    const fits = isAtMost(range, limit);
    if (fits === null) return unknown("taxDecides", taxMissing(estimate), facts);
    return fits ? met(facts) : broken("lotTooLarge", facts);
  });
  const lots = parts.reduce((sum, part) => sum + lotsNeeded(given, part, limit), 0);
  const all = judge("", weighed);
  const { evidence, arithmetic, missing, reason } = all;
  if (all.outcome === "failed")
    return broken(reason, { evidence, arithmetic, figures: { lots: { count: lots } } });
  return all.outcome === "passed"
    ? met({ evidence, arithmetic })
    : unknown(reason, missing, { evidence, arithmetic });
};

/** A cap of lots per tenderer; 0 means none. */
const capped = ({ tender: { maxLotsPerTenderer: cap } }: Given): Condition => {
  const at = "/maxLotsPerTenderer";
  if (cap === undefined) return unknown("capUnknown", [at]);
  return cap > 0 ? met({ evidence: [seen(at, cap)] }) : broken("noCap", { evidence: [seen(at, cap)] });
};

/** One family in all: nothing to separate. null when a part does not tell its family. */
const isOneFamily = (parts: readonly Part[]): boolean | null => {
  const all = new Set(parts.flatMap(({ families }) => families));
  if (all.size > 1) return false;
  return parts.some(({ families }) => families.length === 0) ? null : true;
};

/** Whether an estimate is within the limit; null when unknown. */
const isSmall = (given: Given, { value }: Located<Estimate>, limit: number): boolean | null =>
  value === undefined ? null : isAtMost(estimateWithTax(given, value), limit);

/** Whether the whole is within the limit; a part that is not tells enough. */
const isSmallWhole = (given: Given, parts: readonly Part[], limit: number): boolean | null =>
  parts.some(({ subject }) => isSmall(given, subject.estimate, limit) === false)
    ? false
    : isSmall(given, given.subject.estimate, limit);

/** The fact that would tell whether the rule speaks of the call at all. */
const undecided = ({ subject: { estimate } }: Given, oneFamily: boolean | null): Condition => {
  if (oneFamily === null) return unknown("familyUnknown", []);
  return estimate.value === undefined
    ? unknown("estimateUnknown", [estimate.at])
    : unknown("taxDecides", taxMissing(estimate));
};

/** While it is open whether the rule applies, all its points are. */
const whileOpen = (judgement: Judgement, condition: Condition): Judgement => {
  const { evidence, arithmetic } = judgement;
  const missing = [...new Set([...(condition.missing ?? []), ...judgement.missing])];
  const possible = judgement.points?.possible ?? 0;
  const points = { earned: 0, possible, undetermined: possible };
  return judge("", [{ ...condition, evidence, arithmetic, missing }], points);
};

/** Separable families in separate lots, each small enough, with a cap of lots for one tenderer. */
export const allotment = (given: Given): Judgement => {
  const limit = given.read("small-lot");
  const parts = partsOf(given);
  const oneFamily = isOneFamily(parts ?? [wholeOf(given)]);
  const small = isSmallWhole(given, parts ?? [], limit);
  if (oneFamily === true && small === true && !isDividedUnknown(given)) return inapplicable("smallAndSimple");
  if (parts === null) return judge("", [unknown("lotsUnknown", ["/lots"])], null);
  const judgement = judge("wellDivided", [
    ...(oneFamily === true ? [] : [worth(given.scale("familiesApart"), separated(given, parts))]),
    worth(given.scale("smallLots"), smallEnough(given, parts, limit)),
    ...(parts.length === 1 ? [] : [worth(given.scale("lotsCapped"), capped(given))]),
  ]);
  const isDecided = oneFamily === false || small === false;
  return isDecided ? judgement : whileOpen(judgement, undecided(given, oneFamily));
};
