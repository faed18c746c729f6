import { codeOf, type Call, type Search } from "../../domain/search/call.ts";
import type { FoundCall, SearchPage } from "../../usecases/calls/search-calls.ts";
import { cursorOf } from "./search-query.ts";

const dirhams = (centimes: number | null): number | null => (centimes === null ? null : centimes / 100);

/** A call as the API shows it: sums in dirhams, what is unknown is null. */
export const callAnswer = (call: Call) => ({
  tenderId: call.id,
  reference: call.reference,
  title: call.title,
  buyer: call.buyer,
  sector: call.sector,
  region: call.region,
  province: call.province,
  commune: call.commune,
  procedure: call.procedure,
  reserved: codeOf(call.reserved),
  amount: dirhams(call.estimate),
  smallestLot: dirhams(call.smallestLot),
  lots: call.lots,
  provisionalGuarantee: dirhams(call.guarantee),
  publishedOn: call.publishedOn,
  submissionDeadline: call.deadline?.text ?? null,
});

const itemAnswer = ({ call, distance }: FoundCall) => ({ ...callAnswer(call), distance });

/** A page of a search as the API shows it. */
export const searchAnswer = (search: Search, page: SearchPage) => ({
  items: page.items.map(itemAnswer),
  total: page.total,
  facets: page.facets,
  amountUnknown: page.amountUnknown,
  relaxed: page.relaxed,
  next: page.next === null ? null : cursorOf(search.sort, page.next),
});
