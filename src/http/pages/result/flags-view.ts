import { ask } from "../../../domain/explain.ts";
import { raiseRedFlags } from "../../../domain/red-flags/raise-red-flags.ts";
import { CARDINAL_THRESHOLDS, type FlagOutcome, type RedFlag } from "../../../domain/red-flags/red-flag.ts";
import type { Tender } from "../../../domain/tender.ts";
import { fill } from "../fill.ts";
import type { Showing } from "./result-view.ts";

/** One flag, as it is printed. */
interface FlagLine {
  readonly title: string;
  readonly definition: string;
  readonly lot: string | null;
  readonly outcome: FlagOutcome;
  readonly label: string;
  /** What would tell, as questions. */
  readonly missing: readonly string[];
}

/** The signs that ask for a look, beside the findings and no part of them. */
export interface FlagsView {
  readonly title: string;
  readonly notice: string;
  readonly raised: number;
  readonly lines: readonly FlagLine[];
}

/** What asks for a look comes first. */
const ORDER: readonly FlagOutcome[] = ["raised", "cantTell", "clear"];

/** A question in plain words; no rule asks when an offer came, so that the rulebook has none for it. */
const questionOf = (pointer: string, { words, language, rulebook }: Showing): string =>
  words[`ask.${pointer.split("/").at(-1)}`] ?? ask(pointer, rulebook, language);

const lineOf = ({ flag, lot, outcome, missing }: RedFlag, showing: Showing): FlagLine => ({
  title: showing.words[`${flag}.title`] ?? flag,
  definition: fill(showing.words[`${flag}.definition`], { days: CARDINAL_THRESHOLDS.shortPeriodDays }),
  lot: lot === undefined ? null : fill(showing.words["lot"], { lot }),
  outcome,
  label: showing.words[outcome] ?? outcome,
  missing: [...new Set(missing.map((pointer) => questionOf(pointer, showing)))],
});

/** The red flags of a tender, in the words of `data`; null where its facts let none be told. */
export const flagsView = (tender: Tender, showing: Showing): FlagsView | null => {
  const flags = raiseRedFlags(tender);
  const raised = flags.filter(({ outcome }) => outcome === "raised").length;
  if (raised === 0 && !flags.some(({ outcome }) => outcome === "clear")) return null;
  const lines = ORDER.flatMap((outcome) => flags.filter((each) => each.outcome === outcome));
  return {
    title: showing.words["flagsTitle"] ?? "",
    notice: showing.words["notice"] ?? "",
    raised,
    lines: lines.map((flag) => lineOf(flag, showing)),
  };
};
