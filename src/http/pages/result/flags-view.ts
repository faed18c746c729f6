import { ask } from "../../../domain/explain.ts";
import { raiseRedFlags } from "../../../domain/red-flags/raise-red-flags.ts";
import { CARDINAL_THRESHOLDS, type FlagOutcome, type RedFlag } from "../../../domain/red-flags/red-flag.ts";
import type { Rulebook } from "../../../domain/rulebook.ts";
import type { Language, Tender } from "../../../domain/tender.ts";
import type { PageWords } from "../../service.ts";
import { filled } from "../calls/in-print.ts";

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

/** How they are printed: the words of `data` in a language, the rulebook for its questions. */
interface Printing {
  readonly words: PageWords;
  readonly language: Language;
  readonly rulebook: Rulebook;
}

/** A question in plain words; no rule asks when an offer came, so that the rulebook has none for it. */
const questionOf = (pointer: string, { words, language, rulebook }: Printing): string =>
  words[`ask.${pointer.split("/").at(-1)}`] ?? ask({ pointer, resolves: [], gain: 0 }, rulebook, language);

const lineOf = ({ flag, lot, outcome, missing }: RedFlag, printing: Printing): FlagLine => ({
  title: printing.words[`${flag}.title`] ?? flag,
  definition: filled(printing.words[`${flag}.definition`], { days: CARDINAL_THRESHOLDS.shortPeriodDays }),
  lot: lot === undefined ? null : filled(printing.words["lot"], { lot }),
  outcome,
  label: printing.words[outcome] ?? outcome,
  missing: [...new Set(missing.map((pointer) => questionOf(pointer, printing)))],
});

/** The red flags of a tender; null where its facts let none be told. */
export const flagsView = (tender: Tender, printing: Printing): FlagsView | null => {
  const flags = raiseRedFlags(tender);
  const raised = flags.filter(({ outcome }) => outcome === "raised").length;
  if (raised === 0 && !flags.some(({ outcome }) => outcome === "clear")) return null;
  const lines = ORDER.flatMap((outcome) => flags.filter((each) => each.outcome === outcome));
  return {
    title: printing.words["flagsTitle"] ?? "",
    notice: printing.words["notice"] ?? "",
    raised,
    lines: lines.map((flag) => lineOf(flag, printing)),
  };
};
