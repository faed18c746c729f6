import type { Judged, SectorFinding } from "./assessment.ts";
import { checks } from "./checks/index.ts";
import { classify, isStudy } from "./classify.ts";
import type { Study } from "./given.ts";
import { confirmationsIn, type Context, judgeRules, type RuledFinding } from "./judge-rule.ts";
import { lawOn } from "./law.ts";
import type { LocalDate } from "./local-date.ts";
import { questionsOf } from "./questions.ts";
import type { Rulebook } from "./rulebook.ts";
import { score, type Scored } from "./score.ts";
import { lotsOf, wholeOf } from "./subject.ts";
import type { Stage, Tender } from "./tender.ts";
import { verdictOf } from "./verdict.ts";

/** The day whose law applies: as asked, else the launch, else the first publication. */
const dayOf = (tender: Tender, on: LocalDate | null): LocalDate | null =>
  on ?? tender.launchedOn ?? firstPublication(tender);

/** A publication of unknown day may have been the first: then no day is known. */
const firstPublication = ({ publications = [] }: Tender): LocalDate | null => {
  let first: LocalDate | null = null;
  for (const { publishedAt } of publications) {
    if (publishedAt === undefined) return null;
    if (first === null || publishedAt.day < first) first = publishedAt.day;
  }
  return first;
};

/** A list that says something: empty and absent ones do not show a stage. */
const isGiven = (list: readonly unknown[] | undefined): boolean => (list ?? []).length > 0;

/** The latest stage that the facts show. */
const stageShown = (tender: Tender): Stage => {
  if (isGiven(tender.payments)) return "completed";
  if (isGiven(tender.awards)) return "awarded";
  if (isGiven(tender.offers)) return "opened";
  return isGiven(tender.publications) ? "published" : "draft";
};

/** The stage as stated, else the latest that the facts show. */
export const stageOf = (tender: Tender): Stage => tender.stage ?? stageShown(tender);

/** A stated sector wins over the words. */
export const sectorOf = (tender: Tender, rulebook: Rulebook): SectorFinding =>
  tender.sector === undefined
    ? classify(tender, rulebook.lexicon)
    : { code: tender.sector, confidence: 1, terms: [] };

const studyOf = (tender: Tender, rulebook: Rulebook): Study =>
  tender.studies === undefined
    ? { value: isStudy(tender, rulebook.lexicon) === true, fromWords: true }
    : { value: tender.studies, fromWords: false };

const contextOf = (tender: Tender, rulebook: Rulebook, on: LocalDate | null): Context => {
  const whole = wholeOf(tender);
  const law = lawOn(rulebook, on);
  return {
    tender,
    whole,
    lots: lotsOf(tender, whole),
    on,
    stage: stageOf(tender),
    sector: sectorOf(tender, rulebook),
    study: studyOf(tender, rulebook),
    decree: law.decree,
    rulebook,
    law,
    checks,
  };
};

const unverified = (findings: readonly RuledFinding[]): readonly string[] => {
  const open = new Set<string>();
  for (const { isBinding, finding } of findings)
    if (isBinding && finding.outcome === "cantTell") open.add(finding.rule);
  return [...open];
};

const scoredOf = ({ finding, weightKnown, worth }: RuledFinding): Scored => ({
  rule: finding.rule,
  points: finding.points,
  weightKnown,
  full: worth,
});

/**
 * Judges a tender by the law and the policy of a day. Pure: the same tender, rulebook and day give the same
 * answer. `on` null takes the day from the tender itself.
 */
export const assess = (tender: Tender, rulebook: Rulebook, on: LocalDate | null): Judged => {
  const context = contextOf(tender, rulebook, dayOf(tender, on));
  const ruled = judgeRules(context.law.rules, context);
  return {
    on: context.on,
    rulebook: { id: rulebook.id, version: rulebook.version, sha256: rulebook.sha256 },
    sector: context.sector,
    verdict: verdictOf(context.sector, ruled),
    stage: { value: context.stage, assumed: tender.stage === undefined },
    index: score(ruled.filter(({ worth }) => worth > 0).map(scoredOf)),
    unverified: unverified(ruled),
    findings: ruled.map(({ finding }) => finding),
    questions: questionsOf(ruled),
    confirmations: confirmationsIn(ruled),
  };
};
