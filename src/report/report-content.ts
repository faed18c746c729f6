import type { LocalDate } from "../domain/local-date.ts";
import type { ComparisonInput, PrintInput, ReportInput, Side } from "./report-input.ts";
import type { ReportPayload } from "./report-payload.ts";
import { comparisonView } from "./view/comparison-view.ts";
import { printerOf } from "./view/printer.ts";
import { reportView, shorterSummaries } from "./view/report-view.ts";

/** A template filled from one view, and what the document says of itself. */
export interface ReportContent {
  readonly template: "report" | "summary" | "comparison";
  readonly view: object;
  /** Views that say less, for a report that has one page only. */
  readonly shorter: readonly object[];
  readonly title: string;
  readonly subject: string;
  /** Reference of the tender, as printed. */
  readonly reference: string;
  readonly day: LocalDate;
}

/** The day whose law applies; when it is unknown, the day on which the rulebook was last checked. */
const dayOf = ({ assessment, words }: Side): LocalDate => assessment.on ?? words.checkedOn;

const ofAssessment = (input: ReportInput, payload: ReportPayload): ReportContent => {
  const view = reportView(input, payload);
  const { reference, title } = view.tender;
  return {
    template: input.variant === "full" ? "report" : "summary",
    view,
    shorter: input.variant === "full" ? [] : shorterSummaries(view, input.language),
    title: `${printerOf(input.language).word("reportTitle")} — ${reference.text}`,
    subject: title?.text ?? reference.text,
    reference: reference.text,
    day: dayOf(input),
  };
};

const ofComparison = (input: ComparisonInput, payload: ReportPayload): ReportContent => {
  const view = comparisonView(input, payload);
  const [first, second] = [view.before.tender, view.after.tender].map(({ reference }) => reference.text);
  const reference = first === second ? `${first}` : `${first} → ${second}`;
  const days = [dayOf(input.before), dayOf(input.after)].toSorted();
  return {
    template: "comparison",
    view,
    shorter: [],
    title: `${printerOf(input.language).word("comparisonTitle")} — ${reference}`,
    subject: view.before.tender.title?.text ?? reference,
    reference,
    day: days[1] ?? input.before.words.checkedOn,
  };
};

/** What a report prints: the template by its variant, and the view that fills it. */
export const reportContent = (input: PrintInput, payload: ReportPayload): ReportContent =>
  input.variant === "comparison" ? ofComparison(input, payload) : ofAssessment(input, payload);
