import { type Given, seen } from "../given.ts";
import { broken, type Condition, inapplicable, type Judgement, judge, met, unknown } from "../judgement.ts";
import { statedOf } from "../stated.ts";

interface Brand {
  readonly text: string;
  readonly orEquivalent?: boolean;
}

const openToEquivalent = ({ text, orEquivalent }: Brand, at: string): Condition => {
  const evidence = [
    seen(`${at}/text`, text),
    ...(orEquivalent === undefined ? [] : [seen(`${at}/orEquivalent`, orEquivalent)]),
  ];
  if (orEquivalent === undefined) return unknown("equivalentUnknown", [`${at}/orEquivalent`], { evidence });
  return orEquivalent ? met({ evidence }) : broken("brandImposed", { evidence });
};

/** Each brand that the file names, of the call or of a lot, is followed by "or equivalent". */
export const brands = ({ tender }: Given): Judgement => {
  const conditions = statedOf(tender, "brands").flatMap(({ value: named, at }) =>
    named === undefined
      ? [unknown("brandsUnknown", [at])]
      : named.map((brand, index) => openToEquivalent(brand, `${at}/${index}`)),
  );
  if (conditions.length === 0)
    return inapplicable("noBrand", { evidence: [seen("/requirements/brands", [])] });
  return judge("equivalentAllowed", conditions);
};
