import type { DefaultTreeAdapterTypes as Tree } from "parse5";
import type { ChartData } from "../../charts/chart-data.ts";
import { attributeOf } from "./tree.ts";

const numberIn = (element: Tree.Element, name: string): number => {
  const value = Number(attributeOf(element, name));
  if (!Number.isFinite(value)) throw new Error(`<figure> has no number in ${name}`);
  return value;
};

/** The data of a chart out of the attributes of its figure. */
export const readChart = (figure: Tree.Element): ChartData => {
  const kind = attributeOf(figure, "data-chart");
  if (kind === "coverage") return { kind, share: numberIn(figure, "data-share") };
  if (kind !== "gauge") throw new Error(`there is no chart "${kind}"`);
  const score = attributeOf(figure, "data-score") === undefined ? null : numberIn(figure, "data-score");
  return { kind, low: numberIn(figure, "data-low"), high: numberIn(figure, "data-high"), score };
};
