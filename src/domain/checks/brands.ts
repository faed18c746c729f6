import { type Given, seen } from "../given.ts";
import { broken, type Condition, inapplicable, type Judgement, judge, met, unknown } from "../judgement.ts";

const AT = "/requirements/brands";

interface Brand {
  readonly text: string;
  readonly orEquivalent?: boolean;
}

const openToEquivalent = ({ text, orEquivalent }: Brand, index: number): Condition => {
  const at = `${AT}/${index}`;
  const evidence = [
    seen(`${at}/text`, text),
    ...(orEquivalent === undefined ? [] : [seen(`${at}/orEquivalent`, orEquivalent)]),
  ];
  if (orEquivalent === undefined) return unknown("equivalentUnknown", [`${at}/orEquivalent`], { evidence });
  return orEquivalent ? met({ evidence }) : broken("brandImposed", { evidence });
};

/** Each brand that the file names is followed by "or equivalent". */
export const brands = ({ tender }: Given): Judgement => {
  const named = tender.requirements?.brands;
  if (named === undefined) return judge("", [unknown("brandsUnknown", [AT])]);
  if (named.length === 0) return inapplicable("noBrand", { evidence: [seen(AT, [])] });
  return judge("equivalentAllowed", named.map(openToEquivalent));
};
