import type { Index, Judged, Verdict } from "./assessment.ts";
import type { Effect, Finding, Outcome } from "./finding.ts";
import type { LocalDate } from "./local-date.ts";

/** What a rule said, in short. */
export interface Said {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly effect: Effect | null;
}

/** A number of the law that differs between two assessments; null where it was not read. */
export interface ParameterChange {
  readonly id: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** A finding that differs; null where the rule did not exist. */
export interface FindingChange {
  readonly rule: string;
  readonly lot?: string;
  readonly before: Said | null;
  readonly after: Said | null;
  readonly parameters: readonly ParameterChange[];
}

interface Change<T> {
  readonly before: T;
  readonly after: T;
}

/** What changed from one assessment to another; null where nothing did. */
export interface Comparison {
  readonly on: Change<LocalDate | null> | null;
  readonly rulebook: Change<string> | null;
  readonly verdict: Change<Verdict> | null;
  readonly index: Change<Index> | null;
  readonly findings: readonly FindingChange[];
}

const keyOf = ({ rule, lot }: Finding): string => `${rule}\n${lot ?? ""}`;

const byPlace = ({ findings }: Judged): ReadonlyMap<string, Finding> =>
  new Map(findings.map((finding) => [keyOf(finding), finding]));

const said = (finding: Finding | undefined): Said | null =>
  finding === undefined ? null : { outcome: finding.outcome, reason: finding.reason, effect: finding.effect };

const valueIn = (finding: Finding, id: string): number | null =>
  finding.parameters.find((use) => use.id === id)?.value ?? null;

/** Where a rule was not judged, as of a lot that is gone, no number of the law has changed. */
const parameterChanges = (before?: Finding, after?: Finding): readonly ParameterChange[] => {
  if (before === undefined || after === undefined) return [];
  const ids = [...before.parameters, ...after.parameters].map(({ id }) => id);
  return [...new Set(ids)]
    .map((id) => ({ id, before: valueIn(before, id), after: valueIn(after, id) }))
    .filter((change) => change.before !== change.after);
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const changeOf = <T>(before: T, after: T): Change<T> | null =>
  same(before, after) ? null : { before, after };

const findingChange = (before: Finding | undefined, after: Finding | undefined): readonly FindingChange[] => {
  const either = before ?? after;
  if (either === undefined) return [];
  const parameters = parameterChanges(before, after);
  const change = { before: said(before), after: said(after), parameters };
  if (same(change.before, change.after) && parameters.length === 0) return [];
  return [{ rule: either.rule, ...(either.lot === undefined ? {} : { lot: either.lot }), ...change }];
};

/** What changed from one assessment to another: day, rulebook, verdict, index, rules, numbers of the law. */
export const compare = (before: Judged, after: Judged): Comparison => {
  const [first, second] = [byPlace(before), byPlace(after)];
  const keys = new Set([...first.keys(), ...second.keys()]);
  return {
    on: changeOf(before.on, after.on),
    rulebook: changeOf(before.rulebook.sha256, after.rulebook.sha256),
    verdict: changeOf(before.verdict, after.verdict),
    index: changeOf(before.index, after.index),
    findings: [...keys].flatMap((key) => findingChange(first.get(key), second.get(key))),
  };
};
