import { alike, type Worded } from "../../domain/alike.ts";
import type { Effect } from "../../domain/finding.ts";
import type { Language } from "../../domain/tender.ts";
import type { ReportInput } from "../report-input.ts";
import type { ReportPayload } from "../report-payload.ts";
import { type AnswerView, answersOf } from "./answer-view.ts";
import { type FactReading, factLabel } from "./fact-view.ts";
import { type FindingView, findingView } from "./finding-view.ts";
import { type GlanceView, glanceView } from "./glance-view.ts";
import { type LawView, lawView } from "./law-view.ts";
import { type Printer, printerOf, type Said } from "./printer.ts";
import { type LanguageFlags, languageFlags, type ReportLocale, reportLocale } from "./report-locale.ts";
import { type TenderView, tenderView } from "./tender-view.ts";

/** Everything a template may print, as plain strings. */
export interface ReportView {
  readonly language: Language;
  /** For a template that says some things in one language alone. */
  readonly is: LanguageFlags;
  readonly words: ReportLocale;
  readonly id: string;
  readonly verificationUrl: string | null;
  readonly answers: readonly AnswerView[];
  readonly tender: TenderView;
  readonly glance: GlanceView;
  /** What to mend, worst first. */
  readonly mend: readonly FindingView[];
  readonly questions: readonly QuestionView[];
  readonly failed: readonly FindingView[];
  readonly passed: readonly FindingView[];
  readonly open: readonly FindingView[];
  readonly inapplicable: readonly FindingView[];
  readonly law: LawView;
  readonly scores: readonly ScoreView[];
  /** The summary's first entries, and how many the full report holds beyond them; null when none. */
  readonly summary: {
    readonly mend: readonly FindingView[];
    readonly moreMend: string | null;
    readonly questions: readonly QuestionView[];
  };
}

/** What a rule gave to the index; `lot` or `lots` where it was judged lot by lot. */
export interface ScoreView {
  readonly title: string;
  readonly lot: Said | null;
  readonly lots: readonly Said[];
  readonly points: string;
}

export interface QuestionView {
  readonly text: string;
  readonly pointer: string;
  readonly settles: string;
  readonly gain: string | null;
}

const WORST_FIRST: readonly (Effect | null)[] = ["breach", "warning", "points", "info"];
/** Of what to mend and of questions, the summary's first entries; fewer when they do not fit on its page. */
const MOST_ENTRIES = 3;

/** Of a lot, an offer or another element of a list, which one is asked about: `Lot 4 — `. */
const askedOf = (pointer: string, reading: FactReading): string => {
  const element = /^.*\/\d+(?=\/)/.exec(pointer)?.[0];
  return element === undefined ? "" : `${factLabel(element, reading)} — `;
};

const questionsOf = (
  { assessment, words, document }: ReportInput,
  printer: Printer,
): readonly QuestionView[] =>
  assessment.questions.map(({ pointer, resolves, gain }, index) => ({
    text: `${askedOf(pointer, { printer, words, document })}${words.questions[index] ?? pointer}`,
    pointer,
    settles: resolves.map((rule) => words.rules[rule] ?? rule).join(printer.word("listSeparator")),
    gain: gain > 0 ? printer.fill(gain === 1 ? "gainOne" : "gain", { points: printer.points(gain) }) : null,
  }));

interface Judged {
  readonly effect: Effect | null;
  readonly outcome: string;
  readonly view: FindingView;
}

const wordedOf = ({ assessment, words }: ReportInput): readonly Worded[] =>
  assessment.findings.map((finding, index) => {
    const explanation = words.findings[index];
    if (explanation === undefined) throw new Error(`no words for finding ${index}, ${finding.rule}`);
    return { finding, words: explanation };
  });

const judgedOf = (input: ReportInput, printer: Printer): readonly Judged[] =>
  alike(wordedOf(input)).map((each) => {
    const { effect, outcome } = each.finding;
    return { effect, outcome, view: findingView(each, { ...input, printer }) };
  });

const failedOf = (judged: readonly Judged[]): readonly Judged[] =>
  judged
    .filter(({ outcome }) => outcome === "failed")
    .toSorted((a, b) => WORST_FIRST.indexOf(a.effect) - WORST_FIRST.indexOf(b.effect));

const summaryOf = (
  mend: readonly FindingView[],
  questions: readonly QuestionView[],
  entries: number,
  printer: Printer,
): ReportView["summary"] => ({
  mend: mend.slice(0, entries),
  moreMend:
    mend.length > entries
      ? printer.fill("moreInReport", { count: printer.number(mend.length - entries) })
      : null,
  questions: questions.slice(0, entries),
});

/** The same view with a shorter summary, and a still shorter one. */
export const shorterSummaries = (view: ReportView, language: Language): readonly ReportView[] =>
  Array.from({ length: MOST_ENTRIES - 1 }, (_, index) => ({
    ...view,
    summary: summaryOf(view.mend, view.questions, MOST_ENTRIES - 1 - index, printerOf(language)),
  }));

/** An assessment, its tender and the rulebook's words as the strings of one language. */
export const reportView = (input: ReportInput, payload: ReportPayload): ReportView => {
  const printer = printerOf(input.language);
  const judged = judgedOf(input, printer);
  const views = (outcome: string) =>
    judged.filter((each) => each.outcome === outcome).map(({ view }) => view);
  const failed = failedOf(judged);
  const mend = failed
    .filter(({ effect, view }) => effect !== "info" && view.remedies.length > 0)
    .map(({ view }) => view);
  const questions = questionsOf(input, printer);
  return {
    language: input.language,
    is: languageFlags(input.language),
    words: reportLocale(input.language),
    id: payload.id,
    verificationUrl: input.verificationUrl ?? null,
    answers: answersOf(input, printer),
    tender: tenderView(input, printer),
    glance: glanceView(input, printer),
    mend,
    questions,
    failed: failed.map(({ view }) => view),
    passed: views("passed"),
    open: views("cantTell"),
    inapplicable: views("inapplicable"),
    law: lawView(input, payload, printer),
    scores: judged.flatMap(({ view: { title, lot, lots, points } }) =>
      points === null ? [] : [{ title, lot, lots, points }],
    ),
    summary: summaryOf(mend, questions, MOST_ENTRIES, printer),
  };
};
