import { compare, type FindingChange, type Said as Judged } from "../../domain/compare.ts";
import { byKey } from "../../domain/by-key.ts";
import type { ComparisonInput, Side } from "../report-input.ts";
import type { Printer, Said } from "./printer.ts";

/** What a rule said in one of the assessments. */
export interface RuleSaid {
  readonly outcome: string;
  readonly tone: string;
  /** In the rulebook's words; null where the rule was not judged. */
  readonly why: string | null;
}

/** A change of the tender, of one lot (`lot`), or the same of several (`lots`). */
export interface ChangeView {
  readonly title: string;
  readonly lot: Said | null;
  readonly lots: readonly Said[];
  readonly before: RuleSaid;
  readonly after: RuleSaid;
  /** Numbers of the law that differ. */
  readonly numbers: readonly string[];
}

/** What the rules say otherwise, the worst first, and how many say the same. */
export interface ChangesView {
  readonly changes: readonly ChangeView[];
  readonly unchanged: string;
}

const toneOf = (said: Judged | null): string => {
  if (said === null) return "muted";
  return said.outcome === "failed" ? (said.effect ?? "warning") : said.outcome;
};

const explanationIn = ({ assessment, words }: Side, { rule, lot }: FindingChange): string | null => {
  const at = assessment.findings.findIndex((finding) => finding.rule === rule && finding.lot === lot);
  return words.findings[at]?.explanation ?? null;
};

const saidView = (said: Judged | null, side: Side, change: FindingChange, printer: Printer): RuleSaid => {
  const tone = toneOf(said);
  if (said === null) return { outcome: printer.word("notJudged"), tone, why: null };
  const { effects, outcomes } = side.words;
  const outcome = (said.outcome === "failed" ? effects[tone] : outcomes[tone]) ?? tone;
  return { outcome, tone, why: explanationIn(side, change) };
};

const numberOf = (side: Side, id: string): string =>
  side.words.parameters.find((parameter) => parameter.id === id)?.value ?? "—";

type SaidOfLot = Omit<ChangeView, "lot" | "lots">;

const saidOfLot = (
  change: FindingChange,
  { before, after }: ComparisonInput,
  printer: Printer,
): SaidOfLot => ({
  title: after.words.rules[change.rule] ?? change.rule,
  before: saidView(change.before, before, change, printer),
  after: saidView(change.after, after, change, printer),
  numbers: change.parameters.map(({ id, before: first, after: second }) =>
    printer.fill("numberChanged", {
      title:
        [...after.words.parameters, ...before.words.parameters].find((each) => each.id === id)?.title ?? id,
      before: first === null ? "—" : numberOf(before, id),
      after: second === null ? "—" : numberOf(after, id),
    }),
  ),
});

/** A rule that applies to neither says nothing new, whatever keeps it away. */
const isSilent = ({ before, after }: FindingChange): boolean =>
  before?.outcome === "inapplicable" && after?.outcome === "inapplicable";

/** From the worst to what no longer applies. */
const TONES = ["breach", "warning", "points", "info", "cantTell", "passed", "inapplicable", "muted"];

const weightOf = ({ before, after }: FindingChange): number =>
  Math.min(TONES.indexOf(toneOf(after)), TONES.indexOf(toneOf(before)));

/** What is said alike of several lots is told once. */
const changeViews = (
  changes: readonly FindingChange[],
  input: ComparisonInput,
  printer: Printer,
): readonly ChangeView[] => {
  const told = changes.map((change) => ({ change, said: saidOfLot(change, input, printer) }));
  const keyOf = ({ change, said }: (typeof told)[number], index: number): string =>
    change.lot === undefined ? String(index) : JSON.stringify([change.rule, said]);
  return byKey(told, keyOf).flatMap((group) => {
    const lots = group.flatMap(({ change: { lot } }) => (lot === undefined ? [] : [printer.said(lot)]));
    const [first] = group;
    const [lot = null] = lots;
    return first === undefined
      ? []
      : [{ ...first.said, ...(lots.length > 1 ? { lot: null, lots } : { lot, lots: [] }) }];
  });
};

/** What changed in what the rules say from one assessment to another. */
export const changesView = (input: ComparisonInput, printer: Printer): ChangesView => {
  const { before, after } = input;
  const changes = compare(before.assessment, after.assessment)
    .findings.filter((change) => !isSilent(change))
    .toSorted((one, other) => weightOf(one) - weightOf(other));
  const changed = changes.filter((change) => change.after !== null).length;
  const same = after.assessment.findings.length - changed;
  return {
    changes: changeViews(changes, input, printer),
    unchanged: printer.fill("unchanged", { count: printer.number(same) }),
  };
};
