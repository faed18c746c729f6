import type { Says } from "./lexicon-file.ts";
import { type Lexicon, REACH, type Unmasking } from "./lexicon.ts";
import { Link } from "./link.ts";
import type { Hit } from "./phrases.ts";
import type { Reading } from "./reading.ts";
import { UNKNOWN } from "./vocabulary.ts";
import type { Word } from "./words.ts";

const REACH_BEFORE = 3;
const REACH_SERVING = 3;

/** The noun phrase of a hit: from the word after the last word of purpose, up to the next one. */
export interface Bounds {
  readonly since: number;
  readonly until: number;
}

const isIn = (set: ReadonlySet<number>, word: Word | undefined): boolean => set.has(word?.number ?? UNKNOWN);

const isBefore = (
  words: readonly Word[],
  first: number,
  since: number,
  set: ReadonlySet<number>,
): boolean => {
  for (let at = first - 1; at >= since; at -= 1) {
    if (words[at + 1]?.link === Link.Break) return false;
    if (isIn(set, words[at])) return true;
  }
  return false;
};

const isAfter = (words: readonly Word[], end: number, until: number, set: ReadonlySet<number>): boolean => {
  for (let at = end; at < until; at += 1) {
    const link = words[at]?.link ?? Link.None;
    if (link === Link.At || link >= Link.For) return false;
    if (isIn(set, words[at])) return true;
  }
  return false;
};

/** Is it for one of these: does one stand behind the next tie of purpose, as its complement? */
const isServing = (
  words: readonly Word[],
  end: number,
  { until }: Bounds,
  set: ReadonlySet<number>,
): boolean => {
  if (set.size === 0) return false;
  const far = end + REACH;
  for (let at = end; at < far; at += 1)
    if (at === until || words[at]?.link === Link.For)
      return words.slice(at, at + REACH_SERVING).some((word) => isIn(set, word));
  return false;
};

/** A word not known that stands beside a hit: a name, perhaps of what is done to. */
const isNamed = (words: readonly Word[], { first, end }: Hit<unknown>, friend: Unmasking): boolean =>
  words[end]?.link === Link.None &&
  words[end].number === UNKNOWN &&
  !isIn(friend.unlessAfter, words[first - 1]);

const judged = (
  words: readonly Word[],
  hit: Hit<unknown>,
  bounds: Bounds,
  friend: Unmasking,
): Says | null => {
  const { first, end } = hit;
  const isComplement = words[end]?.link === Link.Of;
  if (isComplement && isIn(friend.unlessOf, words[end])) return null;
  const since = Math.max(bounds.since, first - Math.min(friend.reach, REACH_BEFORE));
  if (isBefore(words, first, since, friend.before)) return friend.says;
  if (isServing(words, end, bounds, friend.serving)) return friend.says;
  // "restauration scolaire" has already said what is restored.
  if (end > first + 1) return null;
  const until = Math.min(bounds.until, end + friend.reach, words.length);
  if (isAfter(words, end, until, friend.after)) return friend.says;
  return isComplement || isNamed(words, hit, friend) ? friend.otherwise : null;
};

/** Whether a hit may be a false friend at all. */
export const isMasked = ({ numbers }: Reading, { first }: Hit<unknown>, { falseFriends }: Lexicon): boolean =>
  (falseFriends[numbers[first] ?? UNKNOWN]?.length ?? 0) > 0;

/**
 * What a hit says when it only looks like one of a sector, as "restauration" of a wall or "hébergement" of a
 * site; null when it is no false friend.
 */
export const unmasked = (
  { words, numbers }: Reading,
  hit: Hit<unknown>,
  bounds: Bounds,
  { falseFriends }: Lexicon,
): Says | null => {
  for (const friend of falseFriends[numbers[hit.first] ?? UNKNOWN] ?? []) {
    const says = judged(words, hit, bounds, friend);
    if (says !== null) return says;
  }
  return null;
};
