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

/** A request for a report, joined with the words of a rulebook. */
export const printInput = (request: ReportRequest, rulebook: Rulebook): PrintInput => {
  const { language } = request;
  const printed = { language, rulebook: identityOf(rulebook) };
  const side = (assessed: Assessed): Side => sideOf(assessed, rulebook, language);
  return request.variant === "comparison"
    ? { ...printed, variant: "comparison", before: side(request.before), after: side(request.after) }
    : { ...printed, variant: request.variant ?? "full", ...side(request) };
};
