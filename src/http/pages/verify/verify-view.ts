import { sentenceOf } from "../../../domain/explain-verification.ts";
import type { Language } from "../../../domain/tender.ts";
import {
  type Answer,
  type CarriedResponse,
  QUESTIONS_OF_A_REPORT,
  summaryOf,
  type Verification,
} from "../../../domain/verification.ts";
import type { IssuedReport } from "../../../usecases/issue-report.ts";
import type { PageWords } from "../../service.ts";

const NAMES: Readonly<Record<Language, string>> = { ar: "العربية", fr: "Français", en: "English" };

/** One question of the result. */
interface AnswerView {
  readonly title: string;
  readonly holds: Answer["holds"];
  readonly short: string;
  readonly sentence: string;
}

/** A buyer's answer. */
interface ResponseView {
  readonly title: string;
  readonly day: string;
  readonly text: string;
}

const responseView = ({ text, key, at }: CarriedResponse, words: PageWords): ResponseView => ({
  title: (words["response"] ?? "{key}").replace("{key}", key),
  day: at.slice(0, 10),
  text,
});

/** What was found out about a file that was sent. */
export interface ResultView {
  readonly holds: Answer["holds"];
  readonly summary: string;
  readonly answers: readonly AnswerView[];
  readonly reference: string | null;
  readonly rulebook: string | null;
  readonly on: string | null;
  readonly responses: readonly ResponseView[];
}

/** The result of a verification in the words of a language. */
export const resultView = (verification: Verification, words: PageWords): ResultView => {
  const { identity, responses } = verification;
  const summary = summaryOf(verification);
  return {
    holds: summary,
    summary: words[`summary_${summary}`] ?? summary,
    answers: QUESTIONS_OF_A_REPORT.map((question) => {
      const { holds } = verification.answers[question];
      return {
        title: words[question] ?? question,
        holds,
        short: words[holds] ?? holds,
        sentence: sentenceOf(question, verification, words),
      };
    }),
    reference: identity.reference,
    rulebook: identity.rulebook,
    on: identity.on,
    responses: responses.map((response) => responseView(response, words)),
  };
};

/** What the register says of a report, for who holds a paper copy. */
export interface RecordView {
  readonly id: string;
  readonly reference: string;
  readonly language: string;
  readonly issuedOn: string;
  readonly pdfSha256: string;
  readonly responses: readonly ResponseView[];
}

/** A report of the register, as the page shows it. */
export const recordView = (
  { id, reference, language, issuedAt, pdfSha256 }: IssuedReport,
  responses: readonly CarriedResponse[],
  words: PageWords,
): RecordView => ({
  id,
  reference,
  language: NAMES[language],
  issuedOn: issuedAt.slice(0, 16).replace("T", " "),
  pdfSha256,
  responses: responses.map((response) => responseView(response, words)),
});
