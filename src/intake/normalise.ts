import { WHOLE } from "../domain/money.ts";
import type {
  Amendment,
  Amount,
  Award,
  Estimate,
  Lot,
  Offer,
  Paper,
  Payment,
  Publication,
  Requirements,
  Reservation,
  Tender,
  Tenderer,
  Terms,
} from "../domain/tender.ts";
import { toMoment } from "./moment.ts";
import type { TenderDocument } from "./schema/tender-schema.ts";

// From the format to the domain: dirhams become whole centimes, shares ten-thousandths, moments get their day.
// What is absent stays undefined.

type Doc = TenderDocument;
type Element<T> = T extends readonly (infer E)[] ? E : never;

/** Every property stands, unknown ones as undefined: the domain reads objects of one shape much faster. */
const shaped = <T>(properties: { readonly [K in keyof Required<T>]: T[K] | undefined }): T => properties as T;

/** What is known is changed; what is not stays unknown. */
const known = <A, B>(value: A | undefined, change: (value: A) => B): B | undefined =>
  value === undefined ? undefined : change(value);

const toCentimes = (dirhams: number): number => Math.round(dirhams * 100);
const toAmount = (dirhams: number): Amount => ({ centimes: toCentimes(dirhams) });
const toParts = (share: number): number => Math.round(share * WHOLE);
const fromAmount = ({ amount }: { readonly amount: number }): Amount => toAmount(amount);

const toEstimate = ({ amount, taxIncluded, vatRate }: NonNullable<Doc["estimate"]>): Estimate =>
  shaped<Estimate>({ centimes: toCentimes(amount), taxIncluded, vatRate: known(vatRate, toParts) });

const toReservation = (each: NonNullable<Doc["reservation"]>): Reservation =>
  shaped<Reservation>({
    reserved: each.reserved,
    beneficiaries: each.beneficiaries,
    portalFlag: each.portalFlag,
    noticeText: each.noticeText,
    rulesText: each.rulesText,
  });

const toPaper = ({ kind, phase, appliesTo }: Element<NonNullable<Doc["requirements"]>["papers"]>): Paper =>
  shaped<Paper>({ kind, phase, appliesTo });

const toReferences = ({
  count,
  minimumAmount,
}: NonNullable<NonNullable<Doc["requirements"]>["similarReferences"]>) =>
  shaped<NonNullable<Requirements["similarReferences"]>>({
    count,
    minimumAmount: known(minimumAmount, toAmount),
  });

const toRequirements = (each: NonNullable<Doc["requirements"]>): Requirements =>
  shaped<Requirements>({
    papers: each.papers?.map(toPaper),
    completionDays: each.completionDays,
    legalForms: each.legalForms,
    minimumTurnover: known(each.minimumTurnover, fromAmount),
    similarReferences: known(each.similarReferences, toReferences),
    minimumStaff: each.minimumStaff,
    minimumYears: each.minimumYears,
    classifications: each.classifications,
    siteVisit: each.siteVisit,
    fileFee: known(each.fileFee, fromAmount),
    languages: each.languages,
    brands: each.brands,
  });

const toLot = (each: Element<Doc["lots"]>): Lot =>
  shaped<Lot>({
    id: each.id,
    title: each.title,
    estimate: known(each.estimate, toEstimate),
    provisionalGuarantee: known(each.provisionalGuarantee, fromAmount),
    reservation: known(each.reservation, toReservation),
    requirements: known(each.requirements, toRequirements),
    family: each.family,
    cpv: each.cpv,
    suitableForSmallFirms: each.suitableForSmallFirms,
  });

const toPublication = ({ medium, name, language, publishedAt }: Element<Doc["publications"]>): Publication =>
  shaped<Publication>({ medium, name, language, publishedAt: known(publishedAt, toMoment) });

const toAmendment = ({ changedOn, noticePublishedOn, newOpeningAt }: Element<Doc["amendments"]>): Amendment =>
  shaped<Amendment>({ changedOn, noticePublishedOn, newOpeningAt: known(newOpeningAt, toMoment) });

const toTerms = (each: NonNullable<Doc["terms"]>): Terms =>
  shaped<Terms>({
    offerValidityDays: each.offerValidityDays,
    paymentDays: each.paymentDays,
    subcontractingMaxShare: known(each.subcontractingMaxShare, toParts),
    definitiveGuaranteeShare: known(each.definitiveGuaranteeShare, toParts),
    retentionShare: known(each.retentionShare, toParts),
    advanceShare: known(each.advanceShare, toParts),
    reservedExecution: each.reservedExecution,
    socialClauses: each.socialClauses,
  });

const toTenderer = ({ name, legalForm, ice, foreign }: NonNullable<Element<Doc["offers"]>["tenderer"]>) =>
  shaped<Tenderer>({ name, legalForm, ice, foreign });

const toOffer = ({ id, tenderer, lot, amount, admitted, receivedAt }: Element<Doc["offers"]>): Offer =>
  shaped<Offer>({
    id,
    tenderer: known(tenderer, toTenderer),
    lot,
    amount: known(amount, toAmount),
    admitted,
    receivedAt: known(receivedAt, toMoment),
  });

const toAward = (each: NonNullable<Doc["award"]>, pointer: string): Award =>
  shaped<Award>({
    pointer,
    offerId: each.offerId,
    tenderer: known(each.tenderer, toTenderer),
    lot: each.lot,
    amount: known(each.amount, toAmount),
    decidedOn: each.decidedOn,
    drawHeld: each.drawHeld,
    winnerInformedOn: each.winnerInformedOn,
    minutesPublishedAt: known(each.minutesPublishedAt, toMoment),
    approvedOn: each.approvedOn,
    notifiedOn: each.notifiedOn,
  });

const toAwards = ({ award, awards }: Doc): readonly Award[] | undefined =>
  award === undefined
    ? awards?.map((each, index) => toAward(each, `/awards/${index}`))
    : [toAward(award, "/award")];

const toPayment = ({ serviceRenderedOn, paidOn, amount }: Element<Doc["payments"]>): Payment =>
  shaped<Payment>({ serviceRenderedOn, paidOn, amount: known(amount, toAmount) });

/** The tender that the domain judges, from a document that the schema has accepted. */
export const normalise = (document: Doc): Tender =>
  shaped<Tender>({
    reference: document.reference,
    buyer: document.buyer,
    ocid: document.ocid,
    portal: document.portal,
    title: document.title,
    description: document.description,
    category: document.category,
    sector: document.sector,
    cpv: document.cpv,
    suitableForSmallFirms: document.suitableForSmallFirms,
    places: document.places,
    procedure: document.procedure,
    scope: document.scope,
    launchedOn: document.launchedOn,
    stage: document.stage,
    studies: document.studies,
    estimate: known(document.estimate, toEstimate),
    provisionalGuarantee: known(document.provisionalGuarantee, fromAmount),
    reservation: known(document.reservation, toReservation),
    lots: document.lots?.map(toLot),
    maxLotsPerTenderer: document.maxLotsPerTenderer,
    publications: document.publications?.map(toPublication),
    submissionDeadline: known(document.submissionDeadline, toMoment),
    openingAt: known(document.openingAt, toMoment),
    amendments: document.amendments?.map(toAmendment),
    programme: document.programme,
    requirements: known(document.requirements, toRequirements),
    evaluation: document.evaluation,
    terms: known(document.terms, toTerms),
    purchaseOrder: document.purchaseOrder,
    consultedCount: document.consultedCount,
    offers: document.offers?.map(toOffer),
    awards: toAwards(document),
    payments: document.payments?.map(toPayment),
  });
