import type { AwardedContract } from "../awarded-share.ts";
import type { BuyerYear, YearEntry } from "../year.ts";
import { GROUPS, isUnknownAmount, type StatutoryPack } from "./statutory-pack.ts";

/** What a pack cannot say; none of it is ever counted as zero. */
export const UNDETERMINED = [
  "programmeUnknown",
  "entryAmountUnknown",
  "entryReservedUnknown",
  "entryProcedureUnknown",
  "entryNotAwarded",
  "programmeDayUnknown",
  "listDayUnknown",
  "awardAmountUnknown",
  "holderFormUnknown",
  "holderMayBeSmall",
  "awardDayUnknown",
  "ordersUnknown",
  "orderAmountUnknown",
  "orderNatureUnknown",
  "orderNotListed",
] as const;

/** One thing that a pack cannot say, how often, and of what. */
export interface Undetermined {
  readonly key: (typeof UNDETERMINED)[number];
  readonly count: number;
  /** References, as printed; shorter than `count` where something has none. */
  readonly references: readonly string[];
}

type Referenced = { readonly reference?: string };

const found = (key: Undetermined["key"], things: readonly Referenced[]): readonly Undetermined[] =>
  things.length === 0
    ? []
    : [{ key, count: things.length, references: things.flatMap(({ reference }) => reference ?? []) }];

const lacking = (key: Undetermined["key"], isLacking: boolean): readonly Undetermined[] =>
  isLacking ? [{ key, count: 1, references: [] }] : [];

const named = (contracts: readonly AwardedContract[]): readonly Referenced[] =>
  contracts.map(({ tender }) => ({ reference: tender.reference }));

const ofProgramme = (
  { entries, programmePublishedOn, awardedListPublishedOn }: BuyerYear,
  unawarded: readonly YearEntry[],
) => [
  ...lacking("programmeUnknown", entries === undefined),
  ...found(
    "entryAmountUnknown",
    (entries ?? []).filter(({ amount }) => isUnknownAmount(amount?.centimes)),
  ),
  ...found(
    "entryReservedUnknown",
    (entries ?? []).filter(({ reserved }) => reserved === undefined),
  ),
  // Whether it counts for the reserved share hangs on its procedure.
  ...found(
    "entryProcedureUnknown",
    (entries ?? []).filter(({ procedure }) => procedure === undefined),
  ),
  ...found("entryNotAwarded", unawarded),
  ...lacking("programmeDayUnknown", programmePublishedOn === undefined),
  ...lacking("listDayUnknown", awardedListPublishedOn === undefined),
];

const isSilent = ({ legalForm }: AwardedContract): boolean =>
  legalForm === undefined || legalForm === "unknown";

const ofAwards = ({ groups, undecided, undated }: StatutoryPack) => {
  const all = [...GROUPS.flatMap((group) => groups[group].contracts), ...undecided.contracts];
  return [
    ...found("awardAmountUnknown", named(all.filter(({ centimes }) => isUnknownAmount(centimes)))),
    ...found("holderFormUnknown", named(undecided.contracts.filter(isSilent))),
    ...found("holderMayBeSmall", named(undecided.contracts.filter((each) => !isSilent(each)))),
    ...found("awardDayUnknown", named(undated)),
  ];
};

const ofOrders = ({ year, orders, unlisted }: StatutoryPack) => [
  ...lacking("ordersUnknown", orders === null),
  ...found(
    "orderAmountUnknown",
    (year.purchaseOrders ?? []).filter(({ amount }) => isUnknownAmount(amount?.centimes)),
  ),
  ...found("orderNatureUnknown", orders?.withoutNature ?? []),
  ...found("orderNotListed", named(unlisted)),
];

/** All that the pack of a year cannot say, in the order in which its parts speak. */
export const undeterminedIn = (pack: StatutoryPack): readonly Undetermined[] => [
  ...ofProgramme(pack.year, pack.unawarded),
  ...ofAwards(pack),
  ...ofOrders(pack),
];
