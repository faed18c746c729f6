import type { Assessment } from "../domain/assessment.ts";
import type { Rulebook } from "../domain/rulebook.ts";
import type { Language } from "../domain/tender.ts";
import type { Assessed, ReportRequest } from "../usecases/ports.ts";
import type { PrintInput, RulebookIdentity, Side } from "./report-input.ts";
import { reportWords } from "./report-words.ts";

const identityOf = ({ id, version, sha256, files }: Rulebook): RulebookIdentity => ({
  id,
  version,
  sha256,
  files,
});

const sideOf = ({ assessment, document }: Assessed, rulebook: Rulebook, language: Language): Side => ({
  assessment,
  document,
  words: reportWords(assessment, rulebook, language),
});

/** The rulebook under which an assessment was made: an old report keeps the words of its day. */
export type RulebookOf = (assessment: Assessment) => Rulebook;

/** A request for a report, joined with the words of its rulebook; a comparison names the later one's. */
export const printInput = (request: ReportRequest, rulebookOf: RulebookOf): PrintInput => {
  const { language } = request;
  const { assessment } = request.variant === "comparison" ? request.after : request;
  const printed = { language, rulebook: identityOf(rulebookOf(assessment)) };
  const side = (assessed: Assessed): Side => sideOf(assessed, rulebookOf(assessed.assessment), language);
  return request.variant === "comparison"
    ? { ...printed, variant: "comparison", before: side(request.before), after: side(request.after) }
    : { ...printed, variant: request.variant ?? "full", answers: request.answers ?? [], ...side(request) };
};
