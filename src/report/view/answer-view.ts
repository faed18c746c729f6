import type { ReportInput } from "../report-input.ts";
import type { Printer, Said } from "./printer.ts";

/** What the buyer answered to an earlier print of the report, in its own words. */
export interface AnswerView {
  readonly title: string;
  readonly key: string;
  readonly lines: readonly Said[];
}

/** The buyer's answers, oldest first. */
export const answersOf = (
  { answers }: Pick<ReportInput, "answers">,
  printer: Printer,
): readonly AnswerView[] =>
  answers.map(({ at, key, text }) => ({
    title: printer.fill("answerOf", { date: printer.moment(at) }),
    key: printer.fill("answerSigned", { key }),
    lines: text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => printer.said(line)),
  }));
