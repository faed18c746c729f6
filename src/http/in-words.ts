import type { Assessment } from "../domain/assessment.ts";
import { ask, explain } from "../domain/explain.ts";
import type { Rulebook } from "../domain/rulebook.ts";
import type { Language } from "../domain/tender.ts";
import { plainPen } from "../letters/plain-pen.ts";

/** The assessment with its words in a language; keys and figures alone when none was asked for. */
export const inWords = (assessment: Assessment, rulebook: Rulebook, language: Language | null): unknown => {
  if (language === null) return assessment;
  const findings = assessment.findings.map((finding) => ({
    ...finding,
    ...explain(finding, rulebook, assessment.on, language, plainPen),
  }));
  const questions = assessment.questions.map((question) => ({
    ...question,
    text: ask(question.pointer, rulebook, language),
  }));
  return { ...assessment, findings, questions };
};
