import { sentenceOf } from "../../domain/explain-verification.ts";
import {
  type Answer,
  QUESTIONS_OF_A_REPORT,
  summaryOf,
  type Verification,
} from "../../domain/verification.ts";
import type { Style } from "./style.ts";

type Words = Readonly<Record<string, string>>;

const SIGNS: Readonly<Record<Answer["holds"], string>> = { yes: "✔", no: "✘", cantTell: "?" };

const paint = (holds: Answer["holds"], text: string, style: Style): string => {
  if (holds === "yes") return style.green(text);
  return holds === "no" ? style.red(text) : style.yellow(text);
};

/** What holds of a report, for a terminal. */
export const verificationText = (
  file: string,
  verification: Verification,
  words: Words,
  style: Style,
): string => {
  const { identity, responses } = verification;
  const summary = summaryOf(verification);
  const lines = QUESTIONS_OF_A_REPORT.map((question) => {
    const { holds } = verification.answers[question];
    const title = style.bold(words[question] ?? question);
    return `${paint(holds, SIGNS[holds], style)} ${title} · ${sentenceOf(question, verification, words)}`;
  });
  const answered = responses.map(
    ({ text, key }) =>
      `\n${style.bold((words["response"] ?? "{key}").replace("{key}", key))}\n${text.trimEnd()}`,
  );
  const about = [identity.reference, identity.rulebook, identity.on]
    .filter((part) => part !== null)
    .join(" · ");
  return [
    `${style.bold(file)}${about === "" ? "" : `  ${style.dim(about)}`}`,
    ...lines,
    paint(summary, words[`summary_${summary}`] ?? summary, style),
    ...answered,
  ].join("\n");
};
