import { WHOLE } from "../domain/money.ts";
import type {
  Amendment,
  Amount,
  Award,
  Estimate,
  Lot,
  Offer,
  Payment,
  Publication,
  Requirements,
  Tender,
  Terms,
} from "../domain/tender.ts";
import { toMoment } from "./moment.ts";
import type { TenderDocument } from "./schema/tender-schema.ts";

// From the format to the domain: dirhams become whole centimes, shares ten-thousandths, moments get their day.
// What is absent stays absent.

type Doc = TenderDocument;
type Element<T> = T extends readonly (infer E)[] ? E : never;

/** Keeps absent what is absent: `{ key: change(value) }`, or nothing. */
const keep = <K extends string, A, B>(
  key: K,
  value: A | undefined,
  change: (value: A) => B,
): { [P in K]?: B } => (value === undefined ? {} : ({ [key]: change(value) } as { [P in K]?: B }));

const same = <T>(value: T): T => value;
const toCentimes = (dirhams: number): number => Math.round(dirhams * 100);
const toAmount = (dirhams: number): Amount => ({ centimes: toCentimes(dirhams) });
const toParts = (share: number): number => Math.round(share * WHOLE);
const fromAmount = ({ amount }: { readonly amount: number }): Amount => toAmount(amount);

const toEstimate = ({ amount, taxIncluded, vatRate }: NonNullable<Doc["estimate"]>): Estimate => ({
  ...toAmount(amount),
  ...keep("taxIncluded", taxIncluded, same),
  ...keep("vatRate", vatRate, toParts),
});

const toRequirements = (requirements: NonNullable<Doc["requirements"]>): Requirements => {
  const { minimumTurnover, similarReferences, fileFee, ...rest } = requirements;
  return {
    ...rest,
    ...keep("minimumTurnover", minimumTurnover, fromAmount),
    ...keep("fileFee", fileFee, fromAmount),
    ...keep("similarReferences", similarReferences, ({ count, minimumAmount }) => ({
      ...keep("count", count, same),
      ...keep("minimumAmount", minimumAmount, toAmount),
    })),
  };
};

const toLot = (lot: Element<Doc["lots"]>): Lot => {
  const { estimate, provisionalGuarantee, requirements, ...rest } = lot;
  return {
    ...rest,
    ...keep("estimate", estimate, toEstimate),
    ...keep("provisionalGuarantee", provisionalGuarantee, fromAmount),
    ...keep("requirements", requirements, toRequirements),
  };
};

const toPublication = ({ publishedAt, ...rest }: Element<Doc["publications"]>): Publication => ({
  ...rest,
  ...keep("publishedAt", publishedAt, toMoment),
});

const toAmendment = ({ newOpeningAt, ...rest }: Element<Doc["amendments"]>): Amendment => ({
  ...rest,
  ...keep("newOpeningAt", newOpeningAt, toMoment),
});

const toTerms = (terms: NonNullable<Doc["terms"]>): Terms => {
  const { subcontractingMaxShare, definitiveGuaranteeShare, retentionShare, advanceShare, ...rest } = terms;
  return {
    ...rest,
    ...keep("subcontractingMaxShare", subcontractingMaxShare, toParts),
    ...keep("definitiveGuaranteeShare", definitiveGuaranteeShare, toParts),
    ...keep("retentionShare", retentionShare, toParts),
    ...keep("advanceShare", advanceShare, toParts),
  };
};

const toOffer = ({ amount, ...rest }: Element<Doc["offers"]>): Offer => ({
  ...rest,
  ...keep("amount", amount, toAmount),
});

const toAward = (
  { amount, minutesPublishedAt, ...rest }: NonNullable<Doc["award"]>,
  pointer: string,
): Award => ({
  ...rest,
  pointer,
  ...keep("amount", amount, toAmount),
  ...keep("minutesPublishedAt", minutesPublishedAt, toMoment),
});

const toAwards = ({ award, awards }: Doc): readonly Award[] | undefined =>
  award === undefined
    ? awards?.map((each, index) => toAward(each, `/awards/${index}`))
    : [toAward(award, "/award")];

const toPayment = ({ amount, ...rest }: Element<Doc["payments"]>): Payment => ({
  ...rest,
  ...keep("amount", amount, toAmount),
});

/** The tender that the domain judges, from a document that the schema has accepted. */
export const normalise = (document: Doc): Tender => {
  const {
    estimate,
    provisionalGuarantee,
    lots,
    publications,
    submissionDeadline,
    openingAt,
    amendments,
    requirements,
    terms,
    offers,
    award: _award,
    awards: _awards,
    payments,
    ...rest
  } = document;
  return {
    ...rest,
    ...keep("estimate", estimate, toEstimate),
    ...keep("provisionalGuarantee", provisionalGuarantee, fromAmount),
    ...keep("lots", lots, (list) => list.map(toLot)),
    ...keep("publications", publications, (list) => list.map(toPublication)),
    ...keep("submissionDeadline", submissionDeadline, toMoment),
    ...keep("openingAt", openingAt, toMoment),
    ...keep("amendments", amendments, (list) => list.map(toAmendment)),
    ...keep("requirements", requirements, toRequirements),
    ...keep("terms", terms, toTerms),
    ...keep("offers", offers, (list) => list.map(toOffer)),
    ...keep("awards", toAwards(document), same),
    ...keep("payments", payments, (list) => list.map(toPayment)),
  };
};
