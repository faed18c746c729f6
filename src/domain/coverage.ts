import type { Judged } from "./assessment.ts";

/** How often a rule could be decided. */
export interface RuleCoverage {
  readonly rule: string;
  /** Findings that passed or failed. */
  readonly decided: number;
  /** Findings for which a fact is missing. */
  readonly open: number;
  /** Findings of calls of which the rule does not speak, or not yet. */
  readonly inapplicable: number;
}

/** A fact that the data lack: on how many tenders, and which rules it would help to decide. */
export interface MissingFact {
  // A star stands for every place of a list.
  readonly pointer: string;
  readonly tenders: number;
  readonly rules: readonly string[];
}

/** What can be decided from a set of tenders. */
export interface Coverage {
  readonly tenders: number;
  readonly rules: readonly RuleCoverage[];
  /** The most frequent first. */
  readonly missing: readonly MissingFact[];
}

interface Count {
  decided: number;
  open: number;
  inapplicable: number;
}

const general = (pointer: string): string => pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*");

/** Counts assessments one by one, in memory that does not grow with them. */
export const coverageCounter = () => {
  const rules = new Map<string, Count>();
  const missing = new Map<string, { tenders: number; rules: Set<string> }>();
  let tenders = 0;
  const countOf = (rule: string): Count => {
    const known = rules.get(rule) ?? { decided: 0, open: 0, inapplicable: 0 };
    rules.set(rule, known);
    return known;
  };
  const add = ({ findings }: Judged): void => {
    tenders += 1;
    const here = new Set<string>();
    for (const { rule, outcome, missing: pointers } of findings) {
      const count = countOf(rule);
      if (outcome === "cantTell") count.open += 1;
      else if (outcome === "inapplicable") count.inapplicable += 1;
      else count.decided += 1;
      for (const pointer of pointers.map(general)) {
        const fact = missing.get(pointer) ?? { tenders: 0, rules: new Set<string>() };
        missing.set(pointer, fact);
        if (!here.has(pointer)) fact.tenders += 1;
        here.add(pointer);
        fact.rules.add(rule);
      }
    }
  };
  const result = (): Coverage => ({
    tenders,
    rules: [...rules].map(([rule, count]) => ({ rule, ...count })),
    missing: [...missing]
      .map(([pointer, fact]) => ({ pointer, tenders: fact.tenders, rules: [...fact.rules] }))
      .toSorted(
        (a, b) =>
          b.tenders - a.tenders || b.rules.length - a.rules.length || (a.pointer < b.pointer ? -1 : 1),
      ),
  });
  return { add, result };
};
