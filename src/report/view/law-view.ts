import type { Grade } from "../../domain/finding.ts";
import type { ReportInput } from "../report-input.ts";
import type { ReportPayload } from "../report-payload.ts";
import type { ParameterWords, TextWords } from "../report-words.ts";
import type { Printer } from "./printer.ts";

export interface LawView {
  readonly day: string;
  readonly texts: readonly { readonly title: string; readonly bulletin: string; readonly period: string }[];
  readonly policies: readonly string[];
  readonly parameters: readonly { readonly title: string; readonly value: string; readonly source: string }[];
  readonly rulebook: string;
  readonly hashes: readonly { readonly label: string; readonly value: string }[];
  readonly grades: readonly { readonly grade: string; readonly meaning: string }[];
}

const periodOf = ({ from, until }: TextWords, printer: Printer): string => {
  if (from === null) return printer.word("periodUnknown");
  const values = { from: printer.date(from), until: until === null ? "" : printer.date(until) };
  return printer.fill(until === null ? "inForceFrom" : "inForceBetween", values);
};

const parameterView = ({ title, value, grade }: ParameterWords, { words }: ReportInput) => ({
  title,
  value,
  source: words.grades[grade] ?? grade,
});

const GRADES: readonly Grade[] = ["T", "D", "S", "R", "C", "P"];

const gradesUsed = ({ assessment, words }: ReportInput): readonly Grade[] => {
  const cited = assessment.findings.flatMap(({ legalBasis }) => legalBasis.map(({ grade }) => grade));
  const used = new Set([...cited, ...words.parameters.map(({ grade }) => grade)]);
  return GRADES.filter((grade) => used.has(grade));
};

/** The law that was applied, its version, and the hashes that tie the report to it. */
export const lawView = (input: ReportInput, payload: ReportPayload, printer: Printer): LawView => {
  const { assessment, words } = input;
  const { on, rulebook } = assessment;
  const hash = (label: string, value: string) => ({ label: printer.word(label), value });
  return {
    day: on === null ? printer.word("dayUnknown") : printer.fill("lawOn", { date: printer.date(on) }),
    texts: words.texts
      .filter(({ isPolicy }) => !isPolicy)
      .map((text) => ({
        title: text.title,
        bulletin: text.bulletin ?? "—",
        period: periodOf(text, printer),
      })),
    policies: words.texts.filter(({ isPolicy }) => isPolicy).map(({ title }) => title),
    parameters: words.parameters.map((parameter) => parameterView(parameter, input)),
    rulebook: printer.fill("rulebookVersion", {
      id: rulebook.id,
      version: rulebook.version,
      date: printer.date(words.checkedOn),
    }),
    hashes: [
      hash("hashRulebook", rulebook.sha256),
      hash("hashInput", assessment.inputSha256),
      hash("hashPayload", payload.sha256),
    ],
    grades: gradesUsed(input).map((grade) => ({ grade, meaning: words.grades[grade] ?? "" })),
  };
};
