import type { Grade } from "../../domain/finding.ts";
import type { LocalDate } from "../../domain/local-date.ts";
import type { PrintInput, ReportInput, Side } from "../report-input.ts";
import type { ReportPayload } from "../report-payload.ts";
import type { ParameterWords, ReportWords, TextWords } from "../report-words.ts";
import type { Printer } from "./printer.ts";

export interface HashView {
  readonly label: string;
  readonly value: string;
}

export interface LawView {
  readonly day: string;
  readonly texts: readonly { readonly title: string; readonly bulletin: string; readonly period: string }[];
  readonly policies: readonly string[];
  readonly parameters: readonly {
    readonly title: string;
    readonly value: string;
    readonly source: string;
    readonly grade: string;
  }[];
  readonly rulebook: string;
  readonly otherRulebook: string | null;
  readonly hashes: readonly HashView[];
  readonly grades: readonly { readonly grade: string; readonly meaning: string }[];
}

const periodOf = ({ from, until }: TextWords, printer: Printer): string => {
  if (from === null) return printer.word("periodUnknown");
  const values = { from: printer.date(from), until: until === null ? "" : printer.date(until) };
  return printer.fill(until === null ? "inForceFrom" : "inForceBetween", values);
};

/** Where a number of the law was read: the text, its article, and what that source is worth. */
const parameterView = ({ title, value, basis, grade }: ParameterWords, printer: Printer) => ({
  title,
  value,
  source:
    basis.article === undefined
      ? basis.text
      : `${basis.text}${printer.word("comma")}${printer.fill("article", { article: basis.article })}`,
  grade,
});

const GRADES: readonly Grade[] = ["T", "D", "S", "R", "C", "P"];

/** What the sources that were used are worth. */
export const gradesView = (sides: readonly Side[]) => {
  const used = new Set(
    sides.flatMap(({ assessment, words }) => [
      ...assessment.findings.flatMap(({ legalBasis }) => legalBasis.map(({ grade }) => grade)),
      ...words.parameters.map(({ grade }) => grade),
    ]),
  );
  return GRADES.filter((grade) => used.has(grade)).map((grade) => ({
    grade,
    meaning: sides[0]?.words.grades[grade] ?? "",
  }));
};

/** The day whose law was applied, in words. */
export const dayView = (on: LocalDate | null, printer: Printer): string =>
  on === null ? printer.word("dayUnknown") : printer.fill("lawOn", { date: printer.date(on) });

/** The rulebook by whose words the report is printed. */
export const rulebookView = (
  { rulebook }: Pick<PrintInput, "rulebook">,
  { checkedOn }: ReportWords,
  printer: Printer,
) =>
  printer.fill("rulebookVersion", {
    id: rulebook.id,
    version: rulebook.version,
    date: printer.date(checkedOn),
  });

/** Said when an assessment was made under another rulebook than the one whose words are printed. */
const otherRulebook = ({ assessment, rulebook }: ReportInput, printer: Printer): string | null =>
  assessment.rulebook.sha256 === rulebook.sha256
    ? null
    : printer.fill("otherRulebook", { version: assessment.rulebook.version });

/** The law that was applied, its version, and the hashes that tie the report to it. */
export const lawView = (input: ReportInput, payload: ReportPayload, printer: Printer): LawView => {
  const { assessment, words } = input;
  const hash = (label: string, value: string): HashView => ({ label: printer.word(label), value });
  return {
    day: dayView(assessment.on, printer),
    texts: words.texts
      .filter(({ isPolicy }) => !isPolicy)
      .map((text) => ({
        title: text.title,
        bulletin: text.bulletin ?? "—",
        period: periodOf(text, printer),
      })),
    policies: words.texts.filter(({ isPolicy }) => isPolicy).map(({ title }) => title),
    parameters: words.parameters.map((parameter) => parameterView(parameter, printer)),
    rulebook: rulebookView(input, words, printer),
    otherRulebook: otherRulebook(input, printer),
    hashes: [
      hash("hashRulebook", assessment.rulebook.sha256),
      hash("hashInput", assessment.inputSha256),
      hash("hashPayload", payload.sha256),
    ],
    grades: gradesView([input]),
  };
};
