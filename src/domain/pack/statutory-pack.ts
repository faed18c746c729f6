import { type AwardedContract, awardsOf } from "../awarded-share.ts";
import type { LegalForm, Tender } from "../tender.ts";
import { type OrdersOfNature, ordersByNature } from "../year-natures.ts";
import type { BuyerYear, YearEntry, YearOrder } from "../year.ts";
import { foldText } from "../text.ts";

/** For whom the yearly list of contracts is published, each apart; the decree names small firms of any size once. */
export const GROUPS = ["smallFirms", "cooperatives", "unions", "selfEntrepreneurs"] as const;
export type Group = (typeof GROUPS)[number];

/** Contracts of one group of holders; `centimes` adds the amounts that are known. */
export interface GroupContracts {
  readonly contracts: readonly AwardedContract[];
  readonly centimes: number;
  readonly unknownAmounts: number;
}

/** Purchase orders of the year: how many, and the sum of the amounts that are known. */
export interface OrderFigures {
  readonly count: number;
  readonly centimes: number;
  readonly unknownAmounts: number;
  readonly natures: readonly OrdersOfNature[];
  /** Those whose nature is not known. */
  readonly withoutNature: readonly YearOrder[];
}

/** What a buyer publishes of its year, and what cannot be said of it. */
export interface StatutoryPack {
  readonly year: BuyerYear;
  readonly groups: Readonly<Record<Group, GroupContracts>>;
  /** Holders that may be of the group or not: a company may be small, a consortium may hold a cooperative. */
  readonly undecided: GroupContracts;
  /** Awards whose day is not known, of calls that may have been awarded in the year: in no list and in no sum. */
  readonly undated: readonly AwardedContract[];
  /** Contracts of the programme that were launched and of which no award is known, of any year. */
  readonly unawarded: readonly YearEntry[];
  /** null: the orders of the year are not known. */
  readonly orders: OrderFigures | null;
  /** Orders among the stored tenders of the year that the list of orders does not hold. */
  readonly unlisted: readonly AwardedContract[];
}

const GROUP_OF: Readonly<Partial<Record<LegalForm, Group>>> = {
  verySmallEnterprise: "smallFirms",
  smallMediumEnterprise: "smallFirms",
  cooperative: "cooperatives",
  cooperativeUnion: "unions",
  selfEntrepreneur: "selfEntrepreneurs",
};

/**
 * May a holder of this form be of the group? A company may be a small firm; a consortium, or a holder whose form is
 * not known, may be of any.
 */
export const mayBeOfGroup = (form: LegalForm | undefined, group: Group): boolean => {
  const known = GROUP_OF[form ?? "unknown"];
  if (known !== undefined) return known === group;
  return form !== "company" || group === "smallFirms";
};

/** 0 means that the amount was not disclosed. */
export const isUnknownAmount = (centimes: number | undefined): boolean =>
  centimes === undefined || centimes === 0;

const figuresOf = (contracts: readonly AwardedContract[]): GroupContracts => ({
  contracts,
  centimes: contracts.reduce((sum, { centimes = 0 }) => sum + centimes, 0),
  unknownAmounts: contracts.filter(({ centimes }) => isUnknownAmount(centimes)).length,
});

const orderFigures = (orders: readonly YearOrder[]): OrderFigures => ({
  count: orders.length,
  centimes: orders.reduce((sum, { amount }) => sum + (amount?.centimes ?? 0), 0),
  unknownAmounts: orders.filter(({ amount }) => isUnknownAmount(amount?.centimes)).length,
  natures: ordersByNature(orders),
  withoutNature: orders.filter(({ natureCode }) => natureCode === undefined),
});

const launchYear = ({ launchedOn, publications }: Tender): number | null => {
  const [day] =
    launchedOn === undefined
      ? (publications ?? []).flatMap((each) => each.publishedAt?.day ?? []).toSorted()
      : [launchedOn];
  return day === undefined ? null : Number(day.slice(0, 4));
};

/** A call of this year or of the year before, or of an unknown one, may have been awarded in the year. */
const mayBeOf = (tender: Tender, year: number): boolean => {
  const launched = launchYear(tender);
  return launched === null || launched === year || launched === year - 1;
};

const isContract = ({ procedure }: Tender): boolean =>
  procedure !== "purchaseOrder" && procedure !== "ordinaryLaw";

const byDay = (a: AwardedContract, b: AwardedContract): number => {
  const [one, other] = [a, b].map(({ decidedOn = "", tender, lot = "" }) =>
    [decidedOn, tender.reference, lot].join("\n"),
  );
  return one === other ? 0 : (one ?? "") < (other ?? "") ? -1 : 1;
};

/** Does the pack of the year speak of this tender? */
export const speaksOf = (tender: Tender, year: number): boolean =>
  (tender.awards ?? []).some(({ decidedOn }) =>
    decidedOn === undefined ? mayBeOf(tender, year) : decidedOn.startsWith(`${year}-`),
  );

const isLaunched = ({ launched, procedure }: YearEntry): boolean =>
  launched === true && procedure !== "purchaseOrder" && procedure !== "ordinaryLaw";

/**
 * What is to be published of a year, from the year as it was kept and the buyer's tenders that speak of it. Pure.
 * @param awardedReferences folded references of all tenders of the buyer that speak of an award
 */
export const statutoryPack = (
  year: BuyerYear,
  tenders: readonly Tender[],
  awardedReferences: ReadonlySet<string>,
): StatutoryPack => {
  const awards = tenders.flatMap(awardsOf);
  const dated = awards
    .filter(({ decidedOn }) => decidedOn?.startsWith(`${year.year}-`) === true)
    .toSorted(byDay);
  const contracts = dated.filter(({ tender }) => isContract(tender));
  const ofGroup = (group: Group | undefined): GroupContracts =>
    figuresOf(contracts.filter(({ legalForm }) => GROUP_OF[legalForm ?? "unknown"] === group));
  const listed = new Set(year.purchaseOrders?.map(({ reference = "" }) => foldText(reference)));
  return {
    year,
    groups: {
      smallFirms: ofGroup("smallFirms"),
      cooperatives: ofGroup("cooperatives"),
      unions: ofGroup("unions"),
      selfEntrepreneurs: ofGroup("selfEntrepreneurs"),
    },
    undecided: ofGroup(undefined),
    undated: awards
      .filter(
        ({ decidedOn, tender }) =>
          decidedOn === undefined && isContract(tender) && mayBeOf(tender, year.year),
      )
      .toSorted(byDay),
    unawarded: (year.entries ?? []).filter(
      (entry) => isLaunched(entry) && !awardedReferences.has(foldText(entry.reference ?? "")),
    ),
    orders: year.purchaseOrders === undefined ? null : orderFigures(year.purchaseOrders),
    unlisted: dated.filter(
      ({ tender }) => tender.procedure === "purchaseOrder" && !listed.has(foldText(tender.reference)),
    ),
  };
};
