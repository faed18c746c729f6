import type { AnsweredDemand, LotEligibility } from "../../../domain/eligibility.ts";
import { explain } from "../../../domain/explain.ts";
import { formatAmount } from "../../../domain/format.ts";
import { formatDate } from "../../../domain/format-date.ts";
import type { Rulebook } from "../../../domain/rulebook.ts";
import { plainPen } from "../../../letters/plain-pen.ts";
import type { EligibilityAnswer } from "../../../usecases/cooperatives/cooperative-service.ts";
import type { Page } from "../page.ts";
import { basisIn, demandName } from "./demand-words.ts";
import { counted } from "./in-print.ts";
import { fill } from "../fill.ts";

/** A demand as a person reads it. */
interface DemandView {
  readonly text: string;
  readonly due: string | null;
  readonly note: string | null;
  readonly law: { readonly code: string; readonly label: string } | null;
  readonly why: string | null;
  readonly basis: readonly string[];
  readonly findingHref: string | null;
}

interface Context {
  readonly page: Page;
  readonly rulebook: Rulebook;
  readonly answer: EligibilityAnswer;
}

/** Whether a demand is lawful is told where it stands in the way, or is not. */
const isTold = ({ answer, demand: { lawfulness } }: AnsweredDemand): boolean =>
  answer === "unmet" || lawfulness.verdict === "unlawful" || lawfulness.verdict === "doubtful";

/** A day by which something is to be done says nothing where nothing is. */
const isToDo = ({ answer }: AnsweredDemand): boolean =>
  answer === "missing" || answer === "ask" || answer === "prepare";

const demandView = (each: AnsweredDemand, context: Context): DemandView => {
  const { page, rulebook, answer } = context;
  const { verdict, finding } = each.demand.lawfulness;
  const told = isTold(each);
  const failed = told && finding !== null && finding.outcome === "failed";
  return {
    text: demandName(each.demand, page),
    due:
      each.by === null || !isToDo(each)
        ? null
        : fill(page.words["by"], { day: formatDate(each.by, page.language) }),
    note: each.answer === "ask" ? (page.words["fromProfile"] ?? null) : null,
    law: told ? { code: verdict, label: page.words[`law_${verdict}`] ?? "" } : null,
    why: failed ? explain(finding, rulebook, answer.judged.on, page.language, plainPen).explanation : null,
    basis: told && finding !== null ? basisIn(finding.legalBasis, rulebook, page) : [],
    findingHref: finding === null || !told ? null : `/calls/${answer.call.id}/findings#${finding.rule}`,
  };
};

const GROUPS: readonly { readonly key: string; readonly holds: (each: AnsweredDemand) => boolean }[] = [
  { key: "shutOut", holds: ({ answer }) => answer === "unmet" },
  { key: "missing", holds: ({ answer }) => answer === "missing" || answer === "ask" },
  { key: "unclear", holds: ({ answer }) => answer === "unknown" },
  { key: "forBid", holds: ({ answer, demand }) => answer === "prepare" && demand.phase !== "award" },
  { key: "forAward", holds: ({ answer, demand }) => answer === "prepare" && demand.phase === "award" },
  { key: "inHand", holds: ({ answer }) => answer === "met" },
];

const guaranteeIn = ({ guarantee }: LotEligibility, { words, language }: Page): string => {
  if (guarantee === null) return words["guaranteeUnknown"] ?? "";
  return guarantee === 0
    ? (words["guaranteeNone"] ?? "")
    : `${words["guarantee"] ?? ""}${words["colon"] ?? ": "}${formatAmount(guarantee, language)}`;
};

const priceView = ({ price }: LotEligibility, context: Context) => {
  const { words, language } = context.page;
  const { estimate } = price;
  const figures = estimate === null ? [] : [...new Set([estimate.low, estimate.high])];
  return {
    text: words[`price_${price.method ?? "unknown"}`] ?? "",
    usual: price.method !== null && !price.isStated ? (words["priceUsual"] ?? null) : null,
    estimate:
      price.method !== "referencePrice" || figures.length === 0
        ? null
        : `${words["priceEstimate"] ?? ""}${words["colon"] ?? ": "}${figures.map((each) => formatAmount(each, language)).join(" … ")}`,
    basis: basisIn(price.legalBasis, context.rulebook, context.page),
    tieBreak: price.tieBreak.length === 0 ? null : (words["tieBreak"] ?? null),
    tieBasis: basisIn(price.tieBreak, context.rulebook, context.page),
  };
};

const lotView = (lot: LotEligibility, context: Context) => {
  const { words } = context.page;
  return {
    name: lot.lot === null ? null : fill(words["lotName"], { lot: lot.lot }),
    outcome: { code: lot.outcome, label: words[`outcome_${lot.outcome}`] ?? "" },
    guarantee: guaranteeIn(lot, context.page),
    size: lot.size === "unknown" ? null : (words[`size_${lot.size}`] ?? null),
    groups: GROUPS.map(({ key, holds }) => ({
      key,
      title: words[key] ?? "",
      demands: lot.demands.filter(holds).map((each) => demandView(each, context)),
    })).filter(({ demands }) => demands.length > 0),
    price: priceView(lot, context),
  };
};

const daysLeft = (
  { eligibility: { workingDaysLeft } }: EligibilityAnswer,
  { words, language }: Page,
): string | null => {
  if (workingDaysLeft === null) return null;
  const { low, high } = workingDaysLeft;
  const text = counted(words, "daysLeft", high, language);
  return low === high ? text : `${text} ${words["feastMayFall"] ?? ""}`;
};

/** What the page of a call shows of the eligibility. */
export const eligibilityView = (answer: EligibilityAnswer, rulebook: Rulebook, page: Page) => ({
  isOwn: answer.profile !== null,
  outcome: {
    code: answer.eligibility.outcome,
    label: page.words[`outcome_${answer.eligibility.outcome}`] ?? "",
  },
  daysLeft: daysLeft(answer, page),
  lots: answer.eligibility.lots.map((lot) => lotView(lot, { page, rulebook, answer })),
});

/** The findings behind, as an officer would see them: those that failed or could not be told. */
export const findingsView = ({ judged }: EligibilityAnswer, rulebook: Rulebook, page: Page) => {
  return judged.findings
    .filter(({ outcome }) => outcome === "failed" || outcome === "cantTell" || outcome === "passed")
    .map((finding) => ({
      anchor: finding.rule,
      code: finding.effect ?? finding.outcome,
      outcome: rulebook.common.outcomes[finding.outcome]?.[page.language] ?? finding.outcome,
      effect:
        finding.effect === null ? null : (rulebook.common.effects[finding.effect]?.[page.language] ?? null),
      lot: finding.lot === undefined ? null : fill(page.words["lotName"], { lot: finding.lot }),
      ...explain(finding, rulebook, judged.on, page.language, plainPen),
      basis: basisIn(finding.legalBasis, rulebook, page),
    }));
};
