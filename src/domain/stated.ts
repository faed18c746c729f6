import type { Located, Subject } from "./subject.ts";
import type { Requirements, Tender } from "./tender.ts";

/** One requirement of the whole call; `at` is where it stands or would stand. */
const ofWhole = <K extends keyof Requirements>(
  { requirements }: Tender,
  key: K,
): Located<Requirements[K]> => ({ value: requirements?.[key], at: `/requirements/${key}` });

/** One requirement as a lot states it. */
const ofLot = <K extends keyof Requirements>(
  { lots = [] }: Tender,
  index: number,
  key: K,
): Located<Requirements[K]> => ({
  value: lots[index]?.requirements?.[key],
  at: `/lots/${index}/requirements/${key}`,
});

/**
 * Everything that a call states of one requirement: the whole, and each lot that states another of its own. The
 * whole is left out when it is silent and no lot inherits from it.
 */
export const statedOf = <K extends keyof Requirements>(
  tender: Tender,
  key: K,
): readonly Located<Requirements[K]>[] => {
  const whole = ofWhole(tender, key);
  const lots = tender.lots ?? [];
  const own = lots.map((_, index) => ofLot(tender, index, key)).filter(({ value }) => value !== undefined);
  const isInherited = own.length === 0 || own.length < lots.length;
  return whole.value !== undefined || isInherited ? [whole, ...own] : own;
};

/** One requirement as it holds for a subject: a lot inherits from the whole what it omits, each fact by itself. */
export const statedFor = <K extends keyof Requirements>(
  tender: Tender,
  { lot }: Pick<Subject, "lot">,
  key: K,
): Located<Requirements[K]> => {
  const own = lot === null ? undefined : ofLot(tender, (tender.lots ?? []).indexOf(lot), key);
  return own?.value === undefined ? ofWhole(tender, key) : own;
};
