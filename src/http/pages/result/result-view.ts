import { type Alike, alike, type LotStep } from "../../../domain/alike.ts";
import type { Assessment, Index } from "../../../domain/assessment.ts";
import { ask, explain } from "../../../domain/explain.ts";
import type { Finding, Points } from "../../../domain/finding.ts";
import { formatDate } from "../../../domain/format-date.ts";
import { formatStep } from "../../../domain/format-step.ts";
import { formatNumber, formatPoints, formatShare } from "../../../domain/format.ts";
import type { LocalDate } from "../../../domain/local-date.ts";
import type { Rulebook } from "../../../domain/rulebook.ts";
import type { Language, LocalText } from "../../../domain/tender.ts";
import type { ReadTender } from "../../../intake/read-tender.ts";
import { plainPen } from "../../../letters/plain-pen.ts";
import type { PageWords } from "../../service.ts";
import { basisWords } from "./law-words.ts";
import { fill } from "../fill.ts";
import { type ReasonView, reasonView } from "../reason-view.ts";

/** A tender that was read, and what was found. */
export interface Result {
  readonly read: ReadTender;
  readonly assessment: Assessment;
}

export type Group = "breach" | "warning" | "points" | "info" | "cantTell" | "passed" | "inapplicable";
const GROUPS: readonly Group[] = [
  "breach",
  "warning",
  "points",
  "cantTell",
  "info",
  "passed",
  "inapplicable",
];
/** Groups that are shown open: what asks for action. */
const OPEN: ReadonlySet<Group> = new Set<Group>(["breach", "warning", "points"]);

/** A finding, or what a rule found alike in several lots; `place` names them. */
export interface FindingView {
  readonly title: string;
  readonly place: string | null;
  readonly demand: string;
  readonly explanation: string;
  readonly basis: readonly string[];
  readonly steps: readonly { readonly label: string; readonly expression: string }[];
  readonly missing: readonly string[];
  readonly points: string | null;
  readonly remedies: readonly { readonly place: string | null; readonly text: string }[];
}

/** Findings of one outcome, what asks for action first. */
export interface GroupView {
  readonly code: Group;
  readonly title: string;
  readonly isOpen: boolean;
  readonly count: number;
  readonly findings: readonly FindingView[];
}

export interface ResultView {
  readonly reference: string;
  readonly title: string;
  readonly buyer: string;
  readonly law: string;
  readonly stage: string;
  readonly verdict: { readonly code: string; readonly words: string };
  readonly index: {
    readonly score: string | null;
    readonly interval: string;
    readonly low: number;
    readonly width: number;
  } | null;
  readonly counts: readonly { readonly code: Group; readonly title: string; readonly count: number }[];
  readonly groups: readonly GroupView[];
  readonly question: { readonly text: string } | null;
  readonly warnings: readonly ReasonView[];
}

/** What showing needs: the law's words and the page's, in a language. */
export interface Showing {
  readonly rulebook: Rulebook;
  readonly language: Language;
  readonly words: PageWords;
}

/** A text in the language asked for, else in another. */
export const pick = (text: LocalText, language: Language): string =>
  text[language] ?? text.fr ?? text.ar ?? text.en ?? "";

const groupOf = ({ outcome, effect }: Finding): Group =>
  outcome === "failed" ? (effect ?? "warning") : outcome;

const pointsWords = (points: Points | null, { words, language }: Showing): string | null =>
  points === null
    ? null
    : fill(words["pointsOf"], {
        earned: formatPoints(points.earned, language),
        possible: formatPoints(points.possible, language),
      });

/** `lot 4`, `lots 1, 4, 7`; null for the whole tender. */
const placeWords = (lots: readonly string[], { words }: Showing): string | null => {
  if (lots.length === 0) return null;
  if (lots.length === 1) return fill(words["lot"], { lot: lots[0] ?? "" });
  return fill(words["lots"], { lots: lots.map((lot) => `\u2068${lot}\u2069`).join(words["comma"]) });
};

const stepView = ({ lot, step }: LotStep, showing: Showing) => {
  const { rulebook, language } = showing;
  const label = rulebook.common.labels[step.label]?.[language] ?? step.label;
  return {
    label: lot === null ? label : `${placeWords([lot], showing)} — ${label}`,
    expression: formatStep(step, language),
  };
};

const findingView = (told: Alike, showing: Showing): FindingView => {
  const { rulebook, language, words } = showing;
  const { title, demand, explanation } = told.words;
  const missing = told.missing.map((pointer) => ask(pointer, rulebook, language));
  return {
    title,
    place: placeWords(told.lots, showing),
    demand,
    explanation,
    basis: told.finding.legalBasis.map((basis) => basisWords(basis, rulebook, language, words, true)),
    steps: told.steps.map((step) => stepView(step, showing)),
    missing: [...new Set(missing)],
    points: pointsWords(told.points, showing),
    remedies: told.remedies.map(({ lots, text }) => ({ place: placeWords(lots, showing), text })),
  };
};

const indexView = (
  { score, low, high, coverage }: Index,
  { language, words }: Showing,
): ResultView["index"] => {
  if (low === null || high === null || coverage === null) return null;
  const interval = fill(words["interval"], {
    low: formatNumber(low, language),
    high: formatNumber(high, language),
    coverage: formatShare(coverage, language),
  });
  return { score: score === null ? null : formatNumber(score, language), interval, low, width: high - low };
};

const lawWords = ({ on }: Assessment, { words, language }: Showing): string =>
  on === null ? (words["noDay"] ?? "") : fill(words["law"], { on: formatDate(on, language) });

/** Findings by what they ask for, as strings; `on`: the day whose law they rest on. */
export const groupsOf = (
  findings: readonly Finding[],
  on: LocalDate | null,
  showing: Showing,
): readonly GroupView[] => {
  const { rulebook, language } = showing;
  return GROUPS.map((code) => {
    const worded = findings
      .filter((finding) => groupOf(finding) === code)
      .map((finding) => ({ finding, words: explain(finding, rulebook, on, language, plainPen) }));
    return {
      code,
      title: showing.words[code] ?? code,
      isOpen: OPEN.has(code),
      count: worded.length,
      findings: alike(worded).map((each) => findingView(each, showing)),
    };
  }).filter(({ count }) => count > 0);
};

/** Verdict, index and findings, as strings. */
export const resultView = (result: Result, showing: Showing): ResultView => {
  const { rulebook, language, words } = showing;
  const { read, assessment } = result;
  const { common } = rulebook;
  const stage = common.stages[assessment.stage.value]?.[language] ?? assessment.stage.value;
  const [question] = assessment.questions;
  const groups = groupsOf(assessment.findings, assessment.on, showing);
  return {
    reference: read.document.reference,
    title: pick(read.document.title, language),
    buyer: pick(read.document.buyer.name, language),
    law: lawWords(assessment, showing),
    stage: assessment.stage.assumed ? `${stage} (${words["assumed"]})` : stage,
    verdict: { code: assessment.verdict, words: common.verdicts[assessment.verdict]?.[language] ?? "" },
    index: indexView(assessment.index, showing),
    counts: groups.map(({ code, title, count }) => ({ code, title, count })),
    groups,
    question: question === undefined ? null : { text: ask(question.pointer, rulebook, language) },
    warnings: read.warnings.map((each) => reasonView(each, language)),
  };
};
