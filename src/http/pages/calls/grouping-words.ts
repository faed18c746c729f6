import { formatAmount } from "../../../domain/format.ts";
import type { Grouping } from "../../../domain/matching/grouping.ts";
import type { Service } from "../../service.ts";
import type { Page } from "../page.ts";
import { inLanguage } from "./in-print.ts";
import { fill } from "../fill.ts";

/** Who could carry a call together; null when nobody who wishes to be named helps. */
export const groupingWords = async (
  { cooperatives }: Service,
  grouping: Grouping | null,
  { words, language }: Page,
): Promise<string | null> => {
  if (grouping === null) return null;
  const partners = await cooperatives.partners(grouping.members);
  const names = [...partners.values()].map(({ name }) => inLanguage(name, language));
  if (names.length === 0) return null;
  return fill(words["grouping"], {
    names: names.join(`${words["comma"] ?? ","} `),
    capacity: formatAmount(grouping.capacity, language),
  });
};
