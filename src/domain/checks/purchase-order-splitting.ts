import type { Evidence } from "../finding.ts";
import { seen, seenSum } from "../given.ts";
import { broken, type Condition, inapplicable, type Judgement, judge, met, unknown } from "../judgement.ts";
import { dirhams } from "../money.ts";
import { delayStep } from "../steps.ts";
import type { YearGiven, YearOrder } from "../year.ts";
import { likeOrders } from "../year-like-orders.ts";
import { type OrdersOfNature, ordersByNature } from "../year-natures.ts";

const AT = "/purchaseOrders";

const evidenceOf = ({ natureCode, amount }: YearOrder, index: number): readonly Evidence[] => [
  ...(natureCode === undefined ? [] : [seen(`${AT}/${index}/natureCode`, natureCode)]),
  ...(amount === undefined ? [] : [seenSum(`${AT}/${index}/amount`, amount.centimes)]),
];

const withinCeiling = ({ code, orders, centimes }: OrdersOfNature, ceiling: number): Condition => {
  const fits = centimes <= ceiling;
  const expression = `${code}: ${dirhams(centimes)} ${fits ? "≤" : ">"} ${dirhams(ceiling)}`;
  const facts = {
    evidence: fits ? [] : orders.flatMap(({ order, index }) => evidenceOf(order, index)),
    arithmetic: [{ label: "ordersOfNature", expression, value: dirhams(centimes) }],
  };
  return fits ? met(facts) : broken("natureOverCeiling", facts);
};

/** Where a fact of an order is not known; as for an estimate, an amount of 0 was not disclosed. */
const pointersWithout = (orders: readonly YearOrder[], key: "amount" | "natureCode"): readonly string[] =>
  orders.flatMap((order, index) => {
    const isKnown = key === "amount" ? (order.amount?.centimes ?? 0) > 0 : order.natureCode !== undefined;
    return isKnown ? [] : [`${AT}/${index}/${key}`];
  });

/** Orders of unknown amount or nature might take any nature over the ceiling, unless all of them fit under it. */
const open = (
  orders: readonly YearOrder[],
  natures: readonly OrdersOfNature[],
  ceiling: number,
): Condition => {
  const amounts = pointersWithout(orders, "amount");
  if (amounts.length > 0) return unknown("amountsUnknown", amounts);
  const loose = orders.reduce(
    (sum, { natureCode, amount }) => sum + (natureCode === undefined ? (amount?.centimes ?? 0) : 0),
    0,
  );
  const largest = Math.max(0, ...natures.map(({ centimes }) => centimes));
  if (loose === 0 || loose + largest <= ceiling) return met();
  return unknown("naturesUnknown", pointersWithout(orders, "natureCode"));
};

const apart = (orders: readonly YearOrder[], window: number): Condition => {
  const pairs = likeOrders(orders, window);
  const places = [...new Set(pairs.flatMap(({ earlier, later }) => [earlier, later]))];
  const dayOf = (place: number): string => orders[place]?.orderedOn ?? "";
  const facts = {
    evidence: places.map((place) => seen(`${AT}/${place}/orderedOn`, dayOf(place))),
    arithmetic: pairs.map(({ earlier, later }) =>
      delayStep("daysBetweenOrders", dayOf(earlier), dayOf(later), window),
    ),
  };
  return pairs.length === 0 ? met() : broken("nearIdentical", { ...facts, effect: "info" });
};

/** Orders of one nature stay under the ceiling in sum; nearly identical ones close together are shown. */
export const purchaseOrderSplitting = ({ year, read }: YearGiven): Judgement => {
  const ceiling = read("purchase-order-ceiling");
  const window = read("splitting-window-days");
  const orders = year.purchaseOrders;
  if (orders === undefined) return judge("", [unknown("ordersUnknown", [AT])]);
  if (orders.length === 0) return inapplicable("noOrder", { evidence: [seen(AT, [])] });
  const natures = ordersByNature(orders);
  return judge("noSplitting", [
    ...natures.map((nature) => withinCeiling(nature, ceiling)),
    open(orders, natures, ceiling),
    apart(orders, window),
  ]);
};
