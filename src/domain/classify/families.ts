import type { Family } from "../tender.ts";
import type { Lexicon } from "./lexicon.ts";
import { Link } from "./link.ts";
import type { FamilyMeaning } from "./meanings.ts";
import { type Hit, hitsIn } from "./phrases.ts";
import { read } from "./reading.ts";
import { unmasked } from "./unmask.ts";

/** A comma, a colon, or something more that is hired or bought ends what the purchase is for. */
const endsPurpose = (link: Link, meaning: FamilyMeaning): boolean =>
  link === Link.List || link === Link.Break || (meaning === "act" && link !== Link.Of);

const isFamily = (meaning: FamilyMeaning | undefined): meaning is Family =>
  meaning !== undefined && meaning !== "act" && meaning !== "purpose" && meaning !== "neutral";

/** "nettoyage des espaces verts" is cleaning: what a family is done to, or where, is not bought. */
const isObject = (hit: Hit<FamilyMeaning>, before: Hit<FamilyMeaning> | undefined, link: Link): boolean =>
  link === Link.At || (link === Link.Of && before?.end === hit.first && isFamily(before.meaning));

/** The families that a text names as bought, in its order; one may come twice. */
export const familiesIn = (text: string, lexicon: Lexicon): readonly Family[] => {
  const reading = read(text, lexicon);
  const hits = hitsIn(lexicon.families, reading.numbers);
  const families: Family[] = [];
  let isPurpose = false;
  for (const [index, hit] of hits.entries()) {
    const { meaning } = hit;
    const link = reading.words[hit.first]?.link ?? Link.None;
    if (endsPurpose(link, meaning)) isPurpose = false;
    if (meaning === "purpose" || link === Link.For) isPurpose = families.length > 0;
    if (!isFamily(meaning) || isPurpose) continue;
    if (families.length > 0 && isObject(hit, hits[index - 1], link)) continue;
    if (unmasked(reading, hit, { since: 0, until: Infinity }, lexicon) === null) families.push(meaning);
  }
  return families;
};
