import { isUnknownAmount } from "../domain/pack/statutory-pack.ts";
import type { YearOrder } from "../domain/year.ts";
import type { PackContent } from "../usecases/packs.ts";
import { amount, type Cell, count, said, type Table, word } from "./table.ts";
import type { Writing } from "./writing.ts";

const row = (name: Cell, orders: readonly YearOrder[]): readonly Cell[] => [
  name,
  count(orders.length),
  amount(orders.reduce((sum, each) => sum + (each.amount?.centimes ?? 0), 0)),
  count(orders.filter((each) => isUnknownAmount(each.amount?.centimes)).length),
];

/** How many purchase orders were placed and for how much, nature by nature; no line when they are not known. */
export const ordersTable = ({ pack: { orders } }: PackContent, { printer }: Writing): Table => {
  const columns = ["nature", "ordersPlaced", "amount", "unknownAmounts"].map(printer.word);
  if (orders === null || orders.count === 0) return { key: "orders", columns, rows: [], sum: null };
  const natures = orders.natures.map(({ code, orders: placed }) =>
    row(
      said(code),
      placed.map(({ order }) => order),
    ),
  );
  const without = orders.withoutNature;
  return {
    key: "orders",
    columns,
    rows: without.length === 0 ? natures : [...natures, row(word(printer.word("natureUnknown")), without)],
    sum: [
      word(printer.word("knownSum")),
      count(orders.count),
      amount(orders.centimes),
      count(orders.unknownAmounts),
    ],
  };
};
