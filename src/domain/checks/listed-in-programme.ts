import { type Given, seen } from "../given.ts";
import { broken, type Judgement, judge, met, unknown } from "../judgement.ts";

/** The call stands in the buyer's published forecast programme. */
export const listedInProgramme = ({ tender }: Given): Judgement => {
  const at = "/programme/listed";
  const listed = tender.programme?.listed;
  if (listed === undefined) return judge("", [unknown("listingUnknown", [at])]);
  const evidence = [seen(at, listed)];
  return judge("listed", [
    listed
      ? met({ evidence })
      : broken("notListed", { evidence, figures: { title: { words: tender.title } } }),
  ]);
};
