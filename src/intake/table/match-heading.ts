import { foldText } from "../../domain/text.ts";

/** Words that join others and tell nothing. */
const IDLE: ReadonlySet<string> = new Set(
  "de du des d la le les l en et a au aux the of dh dhs mad dirhams بالدرهم درهم في من".split(" "),
);

const tokens = (text: string): readonly string[] => {
  const all = foldText(text).split(" ");
  const kept = all.filter((word) => word !== "" && !IDLE.has(word));
  return kept.length > 0 ? kept : all;
};

const MOST_EDITS = 2;

/** Are two words one edit apart, or one the beginning of the other? Plurals, typing errors, abbreviations. */
const isNear = (a: string, b: string): boolean => {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 4 && long.startsWith(short)) return true;
  if (short.length < 5 || long.length - short.length >= MOST_EDITS) return false;
  let head = 0;
  while (head < short.length && short[head] === long[head]) head += 1;
  let tail = 0;
  while (tail < short.length - head && short.at(-1 - tail) === long.at(-1 - tail)) tail += 1;
  return long.length - head - tail <= 1;
};

const shared = (from: readonly string[], to: readonly string[]): number =>
  from.filter((word) => to.some((other) => isNear(word, other))).length;

/** Never as sure as the very words. */
const NEARLY = 0.95;

const likeness = (heading: readonly string[], known: readonly string[]): number => {
  const recall = shared(known, heading) / known.length;
  const precision = shared(heading, known) / heading.length;
  return recall + precision === 0 ? 0 : (NEARLY * 2 * recall * precision) / (recall + precision);
};

/** How surely a heading names a field that is known by these headings: 0 to 1, 1 for the very words. */
export const headingLikeness = (heading: string, known: readonly string[]): number => {
  const folded = foldText(heading);
  if (folded === "") return 0;
  if (known.some((each) => foldText(each) === folded)) return 1;
  const words = tokens(heading);
  return Math.max(...known.map((each) => likeness(words, tokens(each))));
};
