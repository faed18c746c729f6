import type { Procedure } from "../../../domain/tender.ts";
import { type InputError, inputError, type Read } from "../../input-error.ts";
import { acceptTender, type ReadTender } from "../../read-tender.ts";
import {
  AWARD_CRITERIA,
  CATEGORY,
  CLAUSE_OF_GOAL,
  CLAUSE_STRATEGY,
  PROCEDURE,
  PROCEDURE_NAMES,
  SCOPE,
  SECTOR,
  STAGE,
} from "../codes.ts";
import type { Json, Release } from "../merge-releases.ts";
import { Fields, present } from "./fields.ts";
import { lotsIn } from "./lots.ts";
import { launchIn, openingIn, publicationsIn } from "./moments.ts";
import { boughtIn, sectorOf } from "./objects.ts";
import { awardsIn, offersIn, paymentsIn } from "./outcome.ts";
import { Parties } from "./parties.ts";
import { orEmpty, requirementsIn, reservationIn, statedEmpty } from "./requirements.ts";
import { spokenLanguage, wordsIn } from "./words.ts";

/** The procedure by its code, by its printed name, or `open` where the method alone says so. */
const procedureIn = (tender: Fields): Procedure | undefined => {
  const coded = tender.code("procedure", PROCEDURE);
  const method = tender.text("procurementMethod");
  const details = tender.text("procurementMethodDetails", 5000);
  if (coded !== undefined) return coded;
  const named = PROCEDURE_NAMES.find(([pattern]) => details !== undefined && pattern.test(details))?.[1];
  if (named !== undefined) return named;
  if (details !== undefined)
    tender.note(
      "procurementMethodDetails",
      "PROCEDURE",
      "names no procedure of Moroccan law that is known here",
    );
  if (method === "open") return "open";
  return method === undefined
    ? undefined
    : tender.note("procurementMethod", "PROCEDURE", `"${method}" can be several procedures of Moroccan law`);
};

const studiesIn = (tender: Fields): boolean | undefined => {
  const categories = tender.texts("additionalProcurementCategories") ?? [];
  const isConsulting = categories.includes("consultingServices");
  if (categories.some((code) => code !== "consultingServices"))
    tender.note("additionalProcurementCategories", "CODE", "has codes without a counterpart in the format");
  return tender.flag("isStudy") ?? (isConsulting || undefined);
};

const methodIn = (tender: Fields) => {
  tender.skip("awardCriteriaDetails");
  return present({ method: tender.code("awardCriteria", AWARD_CRITERIA) });
};

const isClause = (goal: Fields): boolean => {
  const strategies = goal.texts("strategies");
  return strategies === undefined || strategies.includes(CLAUSE_STRATEGY);
};

const socialClausesIn = (tender: Fields) => {
  tender.skip("hasSustainability");
  const goals = tender.objects("sustainability");
  const clauses = goals?.flatMap((goal) => {
    if (!isClause(goal)) return goal.note("", "NO_CLAUSE", "is a goal, but no clause of the contract") ?? [];
    const clause = goal.code("goal", CLAUSE_OF_GOAL);
    goal.rest();
    return clause ?? [];
  });
  return clauses !== undefined && clauses.length === 0 ? undefined : clauses && [...new Set(clauses)];
};

const termsIn = (tender: Fields, submission: Fields | undefined, empty: ReadonlySet<string>) => {
  const clauses = tender.object("contractClauses");
  const validity = submission?.object("bidValidityPeriod");
  const terms = present({
    offerValidityDays: validity?.whole("durationInDays"),
    paymentDays: clauses?.whole("paymentDays"),
    subcontractingMaxShare: clauses?.share("subcontractingMaximumShare"),
    definitiveGuaranteeShare: clauses?.share("finalGuaranteeShare"),
    retentionShare: clauses?.share("retentionShare"),
    advanceShare: clauses?.share("advanceShare"),
    reservedExecution: clauses?.flag("reservedExecution"),
    socialClauses: orEmpty(socialClausesIn(tender), empty.has("sustainability")),
  });
  validity?.rest();
  clauses?.rest();
  return terms;
};

const purchaseOrderIn = (tender: Fields, procedure: Procedure | undefined) => {
  const order = tender.object("purchaseOrder");
  const stated = order?.text("justification", 5000);
  const rationale =
    procedure === "purchaseOrder" && stated === undefined
      ? tender.text("procurementMethodRationale", 5000)
      : undefined;
  const read = present({
    withoutCompetition: order?.flag("withoutCompetition"),
    justification: stated ?? rationale,
    natureCode: order?.text("natureCode", 60),
    budgetYear: order?.whole("budgetYear", 2100),
  });
  order?.rest();
  return read;
};

const portalIn = (tender: Fields) => {
  const portal = tender.object("portal");
  const read = present({
    organisation: portal?.text("organisation", 60),
    consultation: portal?.text("consultation", 60),
  });
  portal?.rest();
  return read;
};

const programmeIn = (tender: Fields) => {
  const programme = tender.object("programme");
  const read = present({ listed: programme?.flag("isListed"), publishedOn: programme?.day("datePublished") });
  programme?.rest();
  return read;
};

const lotCapIn = (tender: Fields): number | undefined => {
  const details = tender.object("lotDetails");
  const most = details?.whole("maximumLotsAwardedPerSupplier", 1000);
  details?.rest();
  return most;
};

/** Where a process stands is shown by the facts; only a plan that was never published says more. */
const stageIn = (tender: Fields) => {
  const status = tender.text("status");
  const stage = tender.code("stage", STAGE);
  if (stage !== undefined || status === undefined) return stage;
  if (status === "planning" || status === "planned") return "draft";
  if (["cancelled", "unsuccessful", "withdrawn"].includes(status))
    tender.note("status", "CODE", `"${status}" has no counterpart in the format`);
  return undefined;
};

const periodIn = (tender: Fields) => {
  const period = tender.object("tenderPeriod");
  const launchedOn = launchIn(tender, period);
  const submissionDeadline = period?.moment("endDate");
  period?.skip("durationInDays", "maxExtentDate");
  return { launchedOn, submissionDeadline };
};

/** All that the format can say of a compiled release; what it cannot is noted in the fields. */
const documentOf = (release: Fields, tender: Fields, releases: readonly Release[]) => {
  const spoken = spokenLanguage(release.text("language"));
  const parties = new Parties(release, spoken);
  const buyer = parties.buyer(release.object("buyer") ?? tender.object("procuringEntity"));
  tender.skip("procuringEntity", "numberOfTenderers");
  const empty = statedEmpty(tender);
  const bought = boughtIn(tender);
  const submission = tender.object("submissionTerms");
  const suitability = tender.object("suitability");
  const guarantee = tender.money("provisionalGuarantee");
  const procedure = procedureIn(tender);
  const lots = orEmpty(lotsIn(tender, bought, spoken), empty.has("lots"));
  const lotIds = lots?.map(({ id }) => id);
  const offers = orEmpty(offersIn(release, tender, parties, lotIds), empty.has("bids"));
  const known = { lots: lotIds, offers: offers?.map(({ id }) => id) };
  const title = wordsIn(tender, "title", spoken, 2000);
  const described = wordsIn(tender, "description", spoken, 20_000);
  const document = present({
    reference: tender.text("id", 200),
    buyer,
    ocid: release.text("ocid", 200),
    portal: portalIn(tender),
    title: title ?? wordsIn(tender, "description", spoken, 2000),
    description: title === undefined ? undefined : described,
    category: tender.code("mainProcurementCategory", CATEGORY),
    sector: tender.code("sector", SECTOR) ?? sectorOf(bought.all),
    cpv: bought.all.length > 0 ? bought.all : orEmpty<string>(undefined, empty.has("items")),
    suitableForSmallFirms: suitability?.flag("sme"),
    places: tender.texts("places"),
    procedure,
    scope: tender.code("scope", SCOPE),
    ...periodIn(tender),
    stage: stageIn(tender),
    studies: studiesIn(tender),
    estimate: tender.money("value"),
    provisionalGuarantee: guarantee === undefined ? undefined : { amount: guarantee.amount },
    reservation: reservationIn(tender),
    lots,
    maxLotsPerTenderer: lotCapIn(tender),
    publications: publicationsIn(tender),
    ...openingIn(tender, releases, empty.has("amendments")),
    programme: programmeIn(tender),
    requirements: requirementsIn(tender, submission, empty),
    evaluation: methodIn(tender),
    terms: termsIn(tender, submission, empty),
    purchaseOrder: purchaseOrderIn(tender, procedure),
    consultedCount: tender.whole("consultedCount", 10_000),
    offers,
    ...awardsIn(release, parties, known, empty.has("awards")),
    payments: orEmpty(paymentsIn(release), empty.has("transactions")),
  });
  for (const each of [submission, suitability]) each?.rest();
  parties.rest();
  return document;
};

/** What belongs to the publication, not to the process; the assessment is ours and is made anew. */
const OF_THE_PUBLICATION = ["id", "date", "tag", "initiationType", "preferenceAssessment"];

const NO_TENDER = inputError("/tender", "NO_TENDER", "is missing: there is no call to read in this process");

/**
 * A compiled release as a tender of the format. `releases` are those that it was compiled from, for what only their
 * sequence tells; none when it came compiled.
 */
export const toTender = (
  compiled: Json,
  releases: readonly Release[],
): { readonly read: Read<ReadTender>; readonly unmapped: readonly InputError[] } => {
  const unmapped: InputError[] = [];
  const release = new Fields(compiled, "", unmapped);
  release.skip(...OF_THE_PUBLICATION);
  const tender = release.object("tender");
  if (tender === undefined) return { read: { ok: false, errors: [NO_TENDER] }, unmapped };
  const document = documentOf(release, tender, releases);
  tender.rest();
  release.rest();
  return { read: acceptTender(document ?? {}), unmapped };
};
