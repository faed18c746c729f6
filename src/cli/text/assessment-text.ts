import type { Assessment, Index, Verdict } from "../../domain/assessment.ts";
import { formatNumber, formatShare, isolateReferences, isolateWritten } from "../../domain/format.ts";
import type { LocalText } from "../../domain/tender.ts";
import { fill } from "./cli-words.ts";
import { type FindingsInput, findingsText, pick } from "./findings-text.ts";
import type { Style } from "./style.ts";

/** What the text of one assessment is made from. */
export interface TextInput extends Omit<FindingsInput, "judged"> {
  readonly assessment: Assessment;
  readonly heading: {
    readonly reference: string;
    readonly title: LocalText;
    readonly buyer: LocalText;
  };
}

const BAR = 40;

const VERDICT_COLOUR: Readonly<Record<Verdict, keyof Style>> = {
  compliant: "green",
  compliantWithReservations: "yellow",
  nonCompliant: "red",
  undetermined: "blue",
  outOfScope: "dim",
};

/** `█` earned for certain, `▒` open, `░` lost. */
const bar = ({ low, high }: Index): string => {
  const full = Math.round(((low ?? 0) / 100) * BAR);
  const open = Math.round(((high ?? 0) / 100) * BAR) - full;
  return "█".repeat(full) + "▒".repeat(open) + "░".repeat(BAR - full - open);
};

const indexLines = ({ assessment: { index }, words, language, style }: TextInput): string => {
  const { score, low, high, coverage } = index;
  const title = `${words["index"]}${words["colon"]}`;
  if (low === null || high === null || coverage === null) return `${title}${words["noIndex"]}`;
  const shown = score === null ? (words["undetermined"] ?? "") : `${formatNumber(score, language)} / 100`;
  const interval = fill(words["interval"] ?? "", {
    low: formatNumber(low, language),
    high: formatNumber(high, language),
    coverage: formatShare(coverage, language),
  });
  return `${title}${style.bold(shown)}  (${interval})\n  ${bar(index)}\n  ${style.dim(words["indexNote"] ?? "")}`;
};

const headLines = (input: TextInput): string => {
  const { assessment, heading, rulebook, words, language, style } = input;
  const verdict = rulebook.common.verdicts[assessment.verdict]?.[language] ?? assessment.verdict;
  const stage = rulebook.common.stages[assessment.stage.value]?.[language] ?? assessment.stage.value;
  const assumed = assessment.stage.assumed ? ` (${words["assumed"]})` : "";
  const law =
    assessment.on === null
      ? words["noDay"]
      : isolateReferences(fill(words["law"] ?? "", { on: assessment.on }), language);
  return [
    style.bold(`${heading.reference} — ${isolateWritten(pick(heading.title, language))}`),
    `${pick(heading.buyer, language)}  ·  ${law}  ·  ${words["stage"]}${words["colon"]}${stage}${assumed}`,
    "",
    `${words["verdict"]}${words["colon"]}${style.bold(style[VERDICT_COLOUR[assessment.verdict]](verdict))}`,
    indexLines(input),
  ].join("\n");
};

/** An assessment as a person wants to read it in a terminal. */
export const assessmentText = (input: TextInput): string =>
  [headLines(input), ...findingsText({ ...input, judged: input.assessment })].join("\n\n");
