import type { Assessment } from "../domain/assessment.ts";
import { ask, type Explanation, explain, formatParameter } from "../domain/explain.ts";
import type { Grade } from "../domain/finding.ts";
import { isolateReferences } from "../domain/format.ts";
import type { LocalDate } from "../domain/local-date.ts";
import type { LegalText, Parameter, Rulebook, Words } from "../domain/rulebook.ts";
import type { Language } from "../domain/tender.ts";
import { reportPen } from "./report-pen.ts";

type ByKey = Readonly<Record<string, string>>;

/** A legal text, or the declaration of policy, as printed. */
export interface TextWords {
  readonly id: string;
  readonly isPolicy: boolean;
  readonly title: string;
  readonly short: string;
  readonly bulletin: string | null;
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
}

/** A number of the law that some finding used. */
export interface ParameterWords {
  readonly id: string;
  readonly title: string;
  /** With its unit. */
  readonly value: string;
  /** Where it was read: the short name of the text, and the article. */
  readonly basis: { readonly text: string; readonly article?: string };
  readonly grade: Grade;
}

/** The rulebook's words for one assessment in one language; a stored assessment holds none. */
export interface ReportWords {
  /** In the order of the assessment's findings. */
  readonly findings: readonly Explanation[];
  /** In the order of the assessment's questions. */
  readonly questions: readonly string[];
  readonly rules: ByKey;
  readonly texts: readonly TextWords[];
  readonly parameters: readonly ParameterWords[];
  readonly labels: ByKey;
  readonly grades: ByKey;
  readonly outcomes: ByKey;
  readonly effects: ByKey;
  readonly verdict: string;
  readonly sector: string | null;
  readonly stage: string;
  readonly procedures: ByKey;
  readonly sectors: ByKey;
  readonly stages: ByKey;
  readonly checkedOn: LocalDate;
}

const bulletinOf = ({ bulletin }: LegalText, language: Language): string | null =>
  typeof bulletin === "object" ? bulletin[language] : (bulletin ?? null);

const textWords = (text: LegalText, language: Language): TextWords => ({
  id: text.id,
  isPolicy: text.kind === "policy",
  title: isolateReferences(text.title[language], language),
  short: isolateReferences(text.short[language], language),
  bulletin: bulletinOf(text, language),
  from: text.inForce?.from ?? null,
  until: text.inForce?.until ?? null,
});

const cited = ({ findings }: Assessment, rulebook: Rulebook): readonly LegalText[] => {
  const ids = new Set(findings.flatMap(({ legalBasis }) => legalBasis.map(({ text }) => text)));
  return rulebook.texts.filter(({ id }) => ids.has(id));
};

/** The source of the value that was used; its text and article may differ from period to period. */
const basisOf = (parameter: Parameter, used: number, rulebook: Rulebook, language: Language) => {
  const { text, article } = parameter.values.findLast(({ value }) => value === used) ?? {};
  const short = rulebook.texts.find(({ id }) => id === text)?.short[language] ?? text ?? "—";
  return { text: isolateReferences(short, language), ...(article !== undefined && { article }) };
};

const parameterWords = (
  { findings }: Assessment,
  rulebook: Rulebook,
  language: Language,
): readonly ParameterWords[] => {
  const uses = new Map(findings.flatMap(({ parameters }) => parameters.map((use) => [use.id, use] as const)));
  return [...uses.values()].flatMap(({ id, value, grade }) => {
    const parameter: Parameter | undefined = rulebook.parameters.get(id);
    if (parameter === undefined) return [];
    const title = isolateReferences(parameter.title[language], language);
    const basis = basisOf(parameter, value, rulebook, language);
    return [{ id, title, value: formatParameter(parameter, value, language), basis, grade }];
  });
};

/** The words of one assessment in one language, out of the rulebook. */
export const reportWords = (assessment: Assessment, rulebook: Rulebook, language: Language): ReportWords => {
  const { common } = rulebook;
  const inLanguage = (words: Readonly<Record<string, Words>>): ByKey =>
    Object.fromEntries(
      Object.entries(words).map(([key, word]) => [key, isolateReferences(word[language], language)]),
    );
  const { verdict, sector, stage } = assessment;
  return {
    findings: assessment.findings.map((finding) =>
      explain(finding, rulebook, assessment.on, language, reportPen),
    ),
    questions: assessment.questions.map((question) => ask(question.pointer, rulebook, language)),
    rules: Object.fromEntries(rulebook.rules.map(({ id, title }) => [id, title[language]])),
    texts: cited(assessment, rulebook).map((text) => textWords(text, language)),
    parameters: parameterWords(assessment, rulebook, language),
    labels: inLanguage(common.labels),
    grades: inLanguage(common.grades),
    outcomes: inLanguage(common.outcomes),
    effects: inLanguage(common.effects),
    verdict: common.verdicts[verdict]?.[language] ?? verdict,
    sector: sector.code === null ? null : (common.sectors[sector.code]?.[language] ?? sector.code),
    stage: common.stages[stage.value]?.[language] ?? stage.value,
    procedures: inLanguage(common.procedures),
    sectors: inLanguage(common.sectors),
    stages: inLanguage(common.stages),
    checkedOn: rulebook.checkedOn,
  };
};
