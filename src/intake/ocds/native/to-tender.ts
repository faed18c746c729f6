import { type InputError, inputError, type Read } from "../../input-error.ts";
import { acceptTender, type ReadTender } from "../../read-tender.ts";
import { AWARD_CRITERIA, CATEGORY, SCOPE, SECTOR } from "../codes.ts";
import type { Json, Release } from "../merge-releases.ts";
import { Fields, present } from "./fields.ts";
import { lotsIn } from "./lots.ts";
import { openingIn, periodIn, publicationsIn } from "./moments.ts";
import { boughtIn, sectorOf } from "./objects.ts";
import { awardsIn, offersIn, paymentsIn } from "./outcome.ts";
import { Parties } from "./parties.ts";
import { procedureIn, purchaseOrderIn, stageIn } from "./procedure.ts";
import { orEmpty, requirementsIn, reservationIn, statedEmpty } from "./requirements.ts";
import { termsIn } from "./terms.ts";
import { spokenLanguage, wordsIn } from "./words.ts";

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
