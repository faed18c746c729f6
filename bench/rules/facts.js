// @ts-check
import { lawOn } from "../../dist/src/domain/law.js";
import { beforeTax, withTax } from "../../dist/src/domain/money.js";

// What the rules compare, worked out beforehand: neither peer reads Arabic titles, counts days or knows that an
// amount of unknown tax is an interval. null is what is not known. None of this is counted in the peers' time.

/** @typedef {Record<string, string | number | boolean | null | readonly string[]>} Facts */

const STAGES = ["draft", "published", "opened", "awarded", "completed"];
const DAY = 86_400_000;
const days = (/** @type {string} */ from, /** @type {string} */ to) =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY;
const inCentimes = ({ centimes, times, over }) => (centimes * times) / over;

const MINIMUM = {
  open: "publication-days-open",
  openWithMarkup: "publication-days-open",
  simplifiedOpen: "publication-days-simplified",
  restricted: "publication-days-restricted",
  negotiatedWithPublicity: "publication-days-negotiated",
  preselection: "publication-days-preselection",
  competitiveDialogue: "publication-days-dialogue",
};

const NUMBERS = {
  orderCeiling: "purchase-order-ceiling",
  simplifiedCeiling: "simplified-call-ceiling",
  restrictedCeiling: "restricted-call-ceiling",
  fewestConsulted: "restricted-minimum-consulted",
  newspapersOpen: "newspapers-open",
  newspapersOpenArabic: "newspapers-open-arabic",
  newspapersSimplified: "newspapers-simplified",
  nationalWorks: "national-ceiling-works",
  nationalOther: "national-ceiling-other",
  definitiveCeiling: "definitive-guarantee-ceiling",
  retentionCeiling: "retention-ceiling",
  completionMinimum: "completion-days",
  subcontractingCeiling: "subcontracting-ceiling",
  validityCeiling: "offer-validity-days",
};

const numberIn = (law, id) => {
  try {
    return law.number(id).scaled;
  } catch {
    return null;
  }
};

const amountFacts = ({ tender, estimate, law }) => {
  const top = numberIn(law, "vat-top-rate") ?? 0;
  const before = estimate === undefined ? null : beforeTax(estimate, top);
  const after = estimate === undefined ? null : withTax(estimate, top);
  const awards = tender.awards ?? [];
  return {
    beforeTaxLow: before && inCentimes(before.low),
    beforeTaxHigh: before && inCentimes(before.high),
    withTaxLow: after && inCentimes(after.low),
    withTaxHigh: after && inCentimes(after.high),
    awardCount: awards.length,
    awardedSum: awards.reduce((sum, { amount }) => sum + (amount?.centimes ?? 0), 0),
    awardAmountMissing: awards.some(({ amount }) => amount === undefined),
  };
};

/** Twice in one newspaper is one newspaper; one without a name counts on its own. */
const countNames = (newspapers) =>
  new Set(newspapers.map(({ name }, index) => name?.trim().toLowerCase() ?? index)).size;

const publicationFacts = ({ tender, law }) => {
  const { procedure, publications, openingAt } = tender;
  const list = publications ?? [];
  const media = list.filter(({ medium }) => procedure === "restricted" || medium !== "letter");
  const dated = media.flatMap(({ publishedAt }) => publishedAt?.day ?? []).toSorted();
  const last = dated.at(-1);
  const newspapers = list.filter(({ medium }) => medium === "newspaper");
  return {
    publicationsKnown: publications !== undefined,
    mediaCount: media.length,
    mediaUndated: dated.length < media.length,
    publicationDays: last === undefined || openingAt === undefined ? null : days(last, openingAt.day),
    publicationMinimum: numberIn(law, MINIMUM[procedure ?? "open"] ?? "publication-days-open"),
    onPortal: list.some(({ medium }) => medium === "portal"),
    newspapers: countNames(newspapers),
    arabicNewspapers: countNames(newspapers.filter(({ language }) => language === "ar")),
    silentNewspapers: newspapers.filter(({ language }) => language === undefined).length,
  };
};

const HOLDERS = new Set(["all", "cooperative", "cooperativeUnion"]);
const askedOfCooperatives = (papers, kind) => {
  const asked = papers.filter((paper) => paper.kind === kind);
  if (asked.some(({ appliesTo }) => appliesTo?.some((each) => HOLDERS.has(each)))) return "yes";
  return asked.some(({ appliesTo }) => appliesTo === undefined) ? "unknown" : "no";
};

const fileFacts = ({ tender }) => {
  const { papers, brands, similarReferences, completionDays, legalForms, languages, siteVisit, fileFee } =
    tender.requirements ?? {};
  const certificates = (papers ?? []).filter(({ kind }) => /^(?:tax|socialSecurity)Certificate$/.test(kind));
  return {
    papersKnown: papers !== undefined,
    heavyPaper: (papers ?? []).some(({ kind }) => kind === "references" || kind === "workPlan"),
    commercialRegister: askedOfCooperatives(papers ?? [], "commercialRegister"),
    cooperativeRegister: askedOfCooperatives(papers ?? [], "cooperativeRegister"),
    certificateAtBid: certificates.some(({ phase }) => phase === "bid"),
    certificatePhaseUnknown: certificates.some(({ phase }) => phase === undefined),
    referenceCount: similarReferences?.count ?? null,
    completionDays: completionDays ?? null,
    legalForms: legalForms ?? null,
    languages: languages ?? null,
    siteVisit: siteVisit ?? null,
    fileFee: fileFee?.centimes ?? null,
    brandsKnown: brands !== undefined,
    brandCount: (brands ?? []).length,
    brandImposed: (brands ?? []).some(({ orEquivalent }) => orEquivalent === false),
    brandUnclear: (brands ?? []).some(({ orEquivalent }) => orEquivalent === undefined),
  };
};

/**
 * @param {import("../../dist/src/domain/tender.js").Tender} tender
 * @param {import("../../dist/src/domain/assessment.js").Judged} judged ours: its day, stage and sector
 * @param {import("../../dist/src/domain/rulebook.js").Rulebook} rulebook
 * @returns {Facts}
 */
export const factsOf = (tender, judged, rulebook, { estimate, isStudy }) => {
  const law = lawOn(rulebook, judged.on);
  const { terms, procedure } = tender;
  const given = { tender, estimate, law };
  return {
    dayKnown: judged.on !== null,
    decree: law.decree?.id ?? null,
    on: judged.on,
    procedure: procedure ?? null,
    procedureInDecree: procedure === undefined || law.decree?.procedures?.includes(procedure) !== false,
    stage: STAGES.indexOf(judged.stage.value),
    sector: judged.sector.code,
    category: tender.category ?? null,
    scope: tender.scope ?? null,
    listed: tender.programme?.listed ?? null,
    isStudy,
    method: tender.evaluation?.method ?? null,
    consulted: tender.consultedCount ?? null,
    definitiveShare: terms?.definitiveGuaranteeShare ?? null,
    retentionShare: terms?.retentionShare ?? null,
    advanceShare: terms?.advanceShare ?? null,
    subcontractingShare: terms?.subcontractingMaxShare ?? null,
    validityDays: terms?.offerValidityDays ?? null,
    ...amountFacts(given),
    ...publicationFacts(given),
    ...fileFacts(given),
    ...Object.fromEntries(Object.entries(NUMBERS).map(([name, id]) => [name, numberIn(law, id)])),
  };
};
