/** What ties a word to those before it; of two, the greater counts. */
export const Link = {
  /** It stands alone, or after a word that ties nothing. */
  None: 0,
  /** It is where, whereby or to whom they are: "au musée", "بالمؤسسات". */
  At: 1,
  /** It is their complement: "du festival", "خدمات الإطعام". */
  Of: 2,
  /** It stands beside them: "et". */
  And: 3,
  /** It stands after them in a list. */
  List: 4,
  /** It is what they are for: "للمهرجان". */
  For: 5,
  /** It begins anew: after a colon, a dash, a bracket. */
  Break: 6,
} as const;
export type Link = (typeof Link)[keyof typeof Link];

/** The tie that counts when a word has two: "et de". */
export const tighter = (one: Link, other: Link): Link => (one > other ? one : other);

/** A word that ties nothing. */
export const UNTIED = -1;

const unitsOf = (marks: string): ReadonlySet<number> =>
  new Set(Array.from(marks, (mark) => mark.charCodeAt(0)));
const LISTS = unitsOf("،,");
const BREAKS = unitsOf(":;()[]/|•\n؛");
// These tie or part words only when they stand free: "pause-café", "A.R.E.F", "Aïn–Sebaa".
const FREE = unitsOf("-–—.");
const POINT = 0x2e;
const SPACE = 0x20;

const isSpaceAt = (text: string, at: number): boolean =>
  at < 0 || at >= text.length || text.charCodeAt(at) <= SPACE;

/** What a mark between words ties or parts; a point ends a sentence, a dash parts when it is between spaces. */
export const linkOfMark = (text: string, at: number): Link => {
  const unit = text.charCodeAt(at);
  if (unit === SPACE) return Link.None;
  if (LISTS.has(unit)) return Link.List;
  if (BREAKS.has(unit)) return Link.Break;
  if (!FREE.has(unit) || !isSpaceAt(text, at + 1)) return Link.None;
  return unit === POINT || isSpaceAt(text, at - 1) ? Link.Break : Link.None;
};
