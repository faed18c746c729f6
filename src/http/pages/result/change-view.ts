import type { Assessment } from "../../../domain/assessment.ts";
import { compare, type Said } from "../../../domain/compare.ts";
import { ruleOf } from "../../../domain/explain.ts";
import { formatNumber } from "../../../domain/format.ts";
import type { Showing } from "./result-view.ts";
import { fill } from "../fill.ts";

/** What changed since the check before, as strings. */
export interface ChangeView {
  readonly lines: readonly { readonly what: string; readonly before: string; readonly after: string }[];
}

const saidWords = (said: Said | null, { rulebook: { common }, language }: Showing): string => {
  if (said === null) return "–";
  const outcome = common.outcomes[said.outcome]?.[language] ?? said.outcome;
  return said.effect === null
    ? outcome
    : `${outcome} (${common.effects[said.effect]?.[language] ?? said.effect})`;
};

/** "Mend and check again": verdict, index and findings that are no longer the same. */
export const changeView = (before: Assessment, after: Assessment, showing: Showing): ChangeView => {
  const { rulebook, language, words } = showing;
  const { verdict, index, findings } = compare(before, after);
  const verdictWords = (code: string): string => rulebook.common.verdicts[code]?.[language] ?? code;
  const score = (value: number | null): string =>
    value === null ? (words["undetermined"] ?? "–") : formatNumber(value, language);
  return {
    lines: [
      ...(verdict === null
        ? []
        : [
            {
              what: words["verdict"] ?? "",
              before: verdictWords(verdict.before),
              after: verdictWords(verdict.after),
            },
          ]),
      ...(index === null
        ? []
        : [
            {
              what: words["index"] ?? "",
              before: score(index.before.score),
              after: score(index.after.score),
            },
          ]),
      ...findings.map((change) => ({
        what: [
          ruleOf(rulebook, change.rule)?.title[language] ?? change.rule,
          ...(change.lot === undefined ? [] : [fill(words["lot"], { lot: change.lot })]),
        ].join(" · "),
        before: saidWords(change.before, showing),
        after: saidWords(change.after, showing),
      })),
    ],
  };
};
