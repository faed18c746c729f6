import { lawOn } from "../domain/law.ts";
import { WHOLE } from "../domain/money.ts";
import {
  GROUPS,
  type Group,
  type GroupContracts,
  isUnknownAmount,
  mayBeOfGroup,
} from "../domain/pack/statutory-pack.ts";
import { reserveParts } from "../domain/year-reserve.ts";
import type { PackContent } from "../usecases/packs.ts";
import { amount, type Cell, count, share, type Table, UNKNOWN, word } from "./table.ts";
import type { Writing } from "./writing.ts";

/** What is known at least, and what it may be at most; unknown where nothing bounds it. */
type Bounds = readonly [low: Cell, high: Cell];

const NOTHING_KNOWN: Bounds = [UNKNOWN, UNKNOWN];

/** A sum with unknown amounts has no upper bound. */
const sums = (low: number, high: number, isOpen: boolean): Bounds => [
  amount(low),
  isOpen ? UNKNOWN : amount(high),
];

const isReservedForSure = (reserved: boolean | undefined): boolean => reserved === true;
const mayBeReserved = (reserved: boolean | undefined): boolean => reserved !== false;

const reserveRows = ({ pack, judged }: PackContent): readonly (readonly [string, Bounds])[] => {
  const parts = reserveParts(pack.year, false);
  const figure = judged.reserve.withoutPurchaseOrders;
  const known = (is: (reserved: boolean | undefined) => boolean): number =>
    (parts ?? []).reduce((sum, { centimes = 0, isReserved }) => sum + (is(isReserved) ? centimes : 0), 0);
  const isOpen = (is: (reserved: boolean | undefined) => boolean): boolean =>
    (parts ?? []).some(({ centimes, isReserved }) => centimes === undefined && is(isReserved));
  return [
    [
      "forecast",
      parts === null
        ? NOTHING_KNOWN
        : sums(
            known(() => true),
            known(() => true),
            isOpen(() => true),
          ),
    ],
    [
      "reserved",
      parts === null
        ? NOTHING_KNOWN
        : sums(known(isReservedForSure), known(mayBeReserved), isOpen(mayBeReserved)),
    ],
    ["reservedShare", figure === null ? NOTHING_KNOWN : [share(figure.share.low), share(figure.share.high)]],
  ];
};

const neededRow = (
  { judged }: PackContent,
  { rulebook }: Writing,
): readonly (readonly [string, Bounds])[] => {
  const needed = lawOn(rulebook, judged.on).numberOn("reserve-share", judged.on);
  if (needed === null) return [];
  const cell = share(needed.scaled / WHOLE);
  return [["neededShare", [cell, cell]]];
};

const contractRows = ({ pack }: PackContent): readonly (readonly [string, Bounds])[] => {
  const { groups, undecided, undated } = pack;
  const all = [...GROUPS.map((group) => groups[group]), undecided];
  const total = (of: (each: GroupContracts) => number): number =>
    all.reduce((sum, each) => sum + of(each), 0);
  const contracts = total((each) => each.contracts.length);
  const centimes = total((each) => each.centimes);
  const isOpen = undated.length > 0 || total((each) => each.unknownAmounts) > 0;
  const ofGroup = (group: Group): readonly (readonly [string, Bounds])[] => {
    const { contracts: held, centimes: low, unknownAmounts } = groups[group];
    const perhaps = [...undecided.contracts, ...undated].filter(({ legalForm }) =>
      mayBeOfGroup(legalForm, group),
    );
    const more = perhaps.reduce((sum, each) => sum + (each.centimes ?? 0), 0);
    const isGroupOpen = unknownAmounts > 0 || perhaps.some((each) => isUnknownAmount(each.centimes));
    return [
      [`${group}Count`, [count(held.length), count(held.length + perhaps.length)]],
      [`${group}Sum`, sums(low, low + more, isGroupOpen)],
    ];
  };
  return [
    ["contractsCount", [count(contracts), count(contracts + undated.length)]],
    ["contractsSum", sums(centimes, centimes, isOpen)],
    ...GROUPS.flatMap(ofGroup),
  ];
};

const orderRows = ({ pack: { orders, unlisted } }: PackContent): readonly (readonly [string, Bounds])[] => {
  if (orders === null)
    return [
      ["ordersCount", NOTHING_KNOWN],
      ["ordersSum", NOTHING_KNOWN],
    ];
  const more = unlisted.reduce((sum, { centimes = 0 }) => sum + centimes, 0);
  const isOpen = orders.unknownAmounts > 0 || unlisted.some(({ centimes }) => isUnknownAmount(centimes));
  return [
    ["ordersCount", [count(orders.count), count(orders.count + unlisted.length)]],
    ["ordersSum", sums(orders.centimes, orders.centimes + more, isOpen)],
  ];
};

/** The figures of the year, each as what is known at least and what it may be at most. */
export const figuresTable = (content: PackContent, writing: Writing): Table => {
  const { printer } = writing;
  const rows = [
    ...reserveRows(content),
    ...neededRow(content, writing),
    ...contractRows(content),
    ...orderRows(content),
  ];
  return {
    key: "figures",
    columns: ["figure", "atLeast", "atMost"].map(printer.word),
    rows: rows.map(([key, [low, high]]) => [word(printer.word(`figure_${key}`)), low, high]),
    sum: null,
  };
};
