import type { TenderDocument } from "../../intake/schema/tender-schema.ts";
import { compact, dateOf, filled, type Json, sumOf } from "./parts.ts";
import type { Parties } from "./parties.ts";

type Award = NonNullable<TenderDocument["award"]>;

const STATUS = (admitted: boolean | undefined): string | undefined => {
  if (admitted === undefined) return undefined;
  return admitted ? "valid" : "disqualified";
};

const related = (lot: string | undefined): readonly string[] | undefined =>
  lot === undefined ? undefined : [lot];

export const bidsOf = ({ offers }: TenderDocument, parties: Parties): Json | undefined => {
  const details = filled(
    offers?.map(({ id, tenderer, lot, amount, admitted, receivedAt }) => ({
      id,
      ...compact({
        date: dateOf(receivedAt),
        status: STATUS(admitted),
        tenderers: parties.refer(tenderer, "tenderer"),
        value: sumOf(amount),
        relatedLots: related(lot),
      }),
    })),
  );
  return details && { details };
};

const awardOf = (award: Award, index: number, parties: Parties): Json => ({
  id: String(index + 1),
  status: "active",
  ...compact({
    date: dateOf(award.decidedOn),
    suppliers: parties.refer(award.tenderer, "supplier"),
    value: sumOf(award.amount),
    relatedBid: award.offerId,
    relatedLots: related(award.lot),
    drawHeld: award.drawHeld,
    winnerInformedDate: dateOf(award.winnerInformedOn),
    minutesDate: dateOf(award.minutesPublishedAt),
    approvalDate: dateOf(award.approvedOn),
    notificationDate: dateOf(award.notifiedOn),
  }),
});

export const awardsOf = ({ award, awards }: TenderDocument, parties: Parties): readonly Json[] | undefined =>
  filled((award === undefined ? awards : [award])?.map((each, index) => awardOf(each, index, parties)));

/** The format knows payments, not contracts: one contract holds them all, under the first award. */
export const contractsOf = ({ payments }: TenderDocument): readonly Json[] | undefined => {
  const transactions = filled(
    payments?.map(({ serviceRenderedOn, paidOn, amount }, index) => ({
      id: String(index + 1),
      ...compact({ date: dateOf(paidOn), value: sumOf(amount), serviceDate: dateOf(serviceRenderedOn) }),
    })),
  );
  return transactions && [{ id: "1", awardID: "1", implementation: { transactions } }];
};
