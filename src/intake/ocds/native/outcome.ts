import type { TenderDocument } from "../../schema/tender-schema.ts";
import { type Fields, present } from "./fields.ts";
import type { Parties } from "./parties.ts";

type Offer = NonNullable<TenderDocument["offers"]>[number];
type Award = NonNullable<TenderDocument["award"]>;
type Payment = NonNullable<TenderDocument["payments"]>[number];

/** What offers and awards may refer to; undefined while it is not known what there is. */
interface Known {
  readonly lots: readonly string[] | undefined;
  readonly offers: readonly string[] | undefined;
}

/** The one lot that is referred to; the format has no place for several. */
const lotIn = (fields: Fields, { lots }: Known): string | undefined => {
  const related = fields.texts("relatedLots") ?? [];
  const [lot] = related;
  if (lot === undefined) return undefined;
  if (related.length > 1)
    return fields.note("relatedLots", "SEVERAL_LOTS", "names several lots; the format has one");
  if (lots?.includes(lot) !== false) return lot;
  return fields.note("relatedLots", "UNKNOWN_LOT", "names a lot that is not there");
};

const amountIn = (fields: Fields): number | undefined => fields.money("value")?.amount;

const ADMISSION: Readonly<Record<string, boolean>> = { valid: true, disqualified: false };
/** Not offers that were received and kept. */
const NO_OFFER = new Set(["invited", "withdrawn"]);

const offerIn = (bid: Fields, parties: Parties, known: Known): readonly Offer[] => {
  const status = bid.text("status");
  if (status !== undefined && NO_OFFER.has(status)) {
    bid.note("", "NO_OFFER", `is ${status}: no offer that was kept`);
    return [];
  }
  const offer = {
    id: bid.text("id", 100) ?? "",
    ...present({
      tenderer: parties.tenderer(bid.objects("tenderers")),
      lot: lotIn(bid, known),
      amount: amountIn(bid),
      admitted: status === undefined ? undefined : ADMISSION[status],
      receivedAt: bid.moment("date"),
    }),
  };
  bid.rest();
  return [offer];
};

/** Offers from the bids or, where only tenderers are named, from those. */
export const offersIn = (
  release: Fields,
  tender: Fields,
  parties: Parties,
  lots: readonly string[] | undefined,
): Offer[] | undefined => {
  const bids = release.object("bids");
  const details = bids?.objects("details");
  bids?.rest();
  const known = { lots, offers: undefined };
  const named = tender.objects("tenderers");
  if (details !== undefined) return details.flatMap((bid) => offerIn(bid, parties, known));
  return named?.map((tenderer, index) => ({
    id: tenderer.text("id", 100) ?? String(index + 1),
    ...present({ tenderer: parties.tenderer([tenderer]) }),
  }));
};

const NO_AWARD = new Set(["pending", "cancelled", "unsuccessful"]);

const offerOf = (award: Fields, { offers }: Known): string | undefined => {
  const related = award.texts("relatedBids") ?? [];
  const bid = award.text("relatedBid", 100) ?? (related.length === 1 ? related[0] : undefined);
  if (bid === undefined || offers?.includes(bid) !== false) return bid;
  return award.note("relatedBid", "UNKNOWN_BID", "names a bid that is not there");
};

const awardIn = (award: Fields, parties: Parties, known: Known): readonly Award[] => {
  const status = award.text("status");
  award.skip("id");
  if (status !== undefined && NO_AWARD.has(status)) {
    award.note("", "NO_AWARD", `is ${status}: nothing was awarded by it`);
    return [];
  }
  const read = present({
    offerId: offerOf(award, known),
    tenderer: parties.tenderer(award.objects("suppliers")),
    lot: lotIn(award, known),
    amount: amountIn(award),
    decidedOn: award.day("date"),
    drawHeld: award.flag("drawHeld"),
    winnerInformedOn: award.day("winnerInformedDate"),
    minutesPublishedAt: award.moment("minutesDate"),
    approvedOn: award.day("approvalDate"),
    notifiedOn: award.day("notificationDate"),
  });
  award.rest();
  return [read ?? {}];
};

/** One award alone is `award`, several are `awards`; none at all is unknown. */
export const awardsIn = (
  release: Fields,
  parties: Parties,
  known: Known,
  isStatedEmpty: boolean,
): Pick<TenderDocument, "award" | "awards"> => {
  const awards = release.objects("awards")?.flatMap((award) => awardIn(award, parties, known));
  const [first] = awards ?? [];
  if (awards?.length === 1 && first !== undefined) return { award: first };
  if (awards !== undefined && awards.length > 0) return { awards };
  return isStatedEmpty ? { awards: [] } : {};
};

const paymentIn = (transaction: Fields): Payment => {
  transaction.skip("id", "payer", "payee");
  const payment = present({
    serviceRenderedOn: transaction.day("serviceDate"),
    paidOn: transaction.day("date"),
    amount: amountIn(transaction) ?? transaction.money("amount")?.amount,
  });
  transaction.rest();
  return payment ?? {};
};

/** Payments from the transactions of all contracts. */
export const paymentsIn = (release: Fields): Payment[] | undefined => {
  const contracts = release.objects("contracts");
  const all = (contracts ?? []).map((contract) => {
    contract.skip("id", "awardID");
    const implementation = contract.object("implementation");
    const payments = implementation?.objects("transactions")?.map(paymentIn);
    implementation?.rest();
    contract.rest();
    return payments;
  });
  const told = all.filter((payments) => payments !== undefined);
  return told.length === 0 ? undefined : told.flat();
};
