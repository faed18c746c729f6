import { movedOpening } from "../../domain/opening.ts";
import type { Language } from "../../domain/tender.ts";
import {
  CATEGORY,
  CLAUSE_STRATEGY,
  CRITERIA_OF_METHOD,
  GOAL_OF_CLAUSE,
  METHOD_OF_PROCEDURE,
} from "../../intake/ocds/codes.ts";
import type { TenderDocument } from "../../intake/schema/tender-schema.ts";
import { emptyOf, itemsOf, lotOf } from "./lots.ts";
import { compact, dateOf, filled, type Json, valueOf, wordsOf } from "./parts.ts";
import { requirementsOf, reservationOf } from "./requirements.ts";

const mainCategoryOf = (category: TenderDocument["category"]): string | undefined =>
  Object.entries(CATEGORY).find(([, ours]) => ours === category)?.[0];

const procedureOf = ({ procedure }: TenderDocument): Json | undefined => {
  if (procedure === undefined) return undefined;
  const { method, details } = METHOD_OF_PROCEDURE[procedure];
  return { procedure, procurementMethod: method, procurementMethodDetails: details };
};

const STATUS = {
  draft: "planned",
  published: "active",
  opened: "active",
  awarded: "complete",
  completed: "complete",
} as const;

const amendmentsOf = ({ amendments }: TenderDocument): readonly Json[] | undefined =>
  filled(
    amendments?.map(({ changedOn, noticePublishedOn, newOpeningAt }, index) => ({
      id: String(index + 1),
      ...compact({
        date: dateOf(changedOn),
        noticeDate: dateOf(noticePublishedOn),
        newOpeningDate: dateOf(newOpeningAt),
      }),
    })),
  );

/** The opening in force, and the first announced when it was moved since. */
const openingOf = ({ openingAt, amendments }: TenderDocument): Json | undefined => {
  const moved = movedOpening(amendments);
  return compact({
    date: dateOf(moved ?? openingAt),
    initialDate: moved === undefined ? undefined : dateOf(openingAt),
  });
};

const publicationsOf = ({ publications }: TenderDocument): readonly Json[] | undefined =>
  publications?.map(({ publishedAt, ...rest }) => ({ ...rest, ...compact({ date: dateOf(publishedAt) }) }));

/** The call is open from its launch or, where that is not known, from its first publication. */
const periodOf = ({ launchedOn, publications, submissionDeadline }: TenderDocument): Json | undefined => {
  const published = publications?.flatMap(({ publishedAt }) => publishedAt ?? []).toSorted()[0];
  return compact({ startDate: dateOf(launchedOn ?? published), endDate: dateOf(submissionDeadline, true) });
};

const clausesOf = ({ terms }: TenderDocument): Json | undefined =>
  terms &&
  compact({
    paymentDays: terms.paymentDays,
    subcontractingMaximumShare: terms.subcontractingMaxShare,
    finalGuaranteeShare: terms.definitiveGuaranteeShare,
    retentionShare: terms.retentionShare,
    advanceShare: terms.advanceShare,
    reservedExecution: terms.reservedExecution,
  });

const submissionOf = ({ requirements, terms }: TenderDocument): Json | undefined =>
  compact({
    languages: filled(requirements?.languages),
    bidValidityPeriod: compact({ durationInDays: terms?.offerValidityDays }),
  });

const sustainabilityOf = ({ terms }: TenderDocument): readonly Json[] | undefined =>
  filled(
    [...new Set(terms?.socialClauses)].map((clause) => ({
      goal: GOAL_OF_CLAUSE[clause],
      strategies: [CLAUSE_STRATEGY],
    })),
  );

const programmeOf = ({ programme }: TenderDocument): Json | undefined =>
  programme && compact({ isListed: programme.listed, datePublished: dateOf(programme.publishedOn) });

const emptyListsOf = ({
  lots,
  amendments,
  offers,
  award,
  awards,
  payments,
  cpv,
  requirements,
  terms,
}: TenderDocument) =>
  emptyOf({
    lots,
    amendments,
    bids: offers,
    awards: award === undefined ? awards : undefined,
    transactions: payments,
    sustainability: terms?.socialClauses,
    languages: requirements?.languages,
    items: cpv,
  });

/** The `tender` of a release: the standard's fields, those of extensions, then those of the profile. */
export const tenderOf = (document: TenderDocument, buyer: Json, main: Language): Json => ({
  id: document.reference,
  ...wordsOf("title", document.title, main),
  ...wordsOf("description", document.description, main),
  procuringEntity: buyer,
  ...procedureOf(document),
  ...compact({
    status: document.stage && STATUS[document.stage],
    mainProcurementCategory: mainCategoryOf(document.category),
    additionalProcurementCategories: document.studies === true ? ["consultingServices"] : undefined,
    items: itemsOf(document),
    value: valueOf(document.estimate),
    awardCriteria: document.evaluation?.method && CRITERIA_OF_METHOD[document.evaluation.method],
    tenderPeriod: periodOf(document),
    amendments: amendmentsOf(document),
    lots: filled(document.lots?.map((lot) => lotOf(lot, main))),
    lotDetails: compact({ maximumLotsAwardedPerSupplier: document.maxLotsPerTenderer }),
    submissionTerms: submissionOf(document),
    sustainability: sustainabilityOf(document),
    suitability: compact({ sme: document.suitableForSmallFirms }),
    bidOpening: openingOf(document),
    sector: document.sector,
    stage: document.stage,
    scope: document.scope,
    launchDate: dateOf(document.launchedOn),
    isStudy: document.studies,
    portal: document.portal,
    places: document.places,
    publications: publicationsOf(document),
    programme: programmeOf(document),
    provisionalGuarantee: valueOf(document.provisionalGuarantee),
    contractClauses: clausesOf(document),
    purchaseOrder: document.purchaseOrder,
    consultedCount: document.consultedCount,
    statedEmpty: emptyListsOf(document),
  }),
  ...reservationOf(document.reservation),
  ...requirementsOf(document.requirements),
});
