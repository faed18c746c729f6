import { PATTERNS } from "./notice-patterns.ts";

/** A fact that the text of a notice states, with the words it was read from. */
export interface NoticeFact {
  readonly pointer: string;
  readonly value: unknown;
  /** The words as they stand in the text. */
  readonly quote: string;
}

/** Longest text that is read, in characters: a notice has a few pages, consultation rules a few dozen. */
export const LONGEST_NOTICE = 200_000;

const QUOTE = 300;

/**
 * Lines that a PDF broke, and the marks of direction that word processors leave, no longer part words. No space is
 * longer than a blank line: a pattern that tries each length of one, at each place, would take minutes.
 */
const tidy = (text: string): string =>
  text
    .slice(0, LONGEST_NOTICE)
    .normalize("NFKC")
    .replaceAll(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\u0640]/g, "")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\S\n]+/g, " ")
    .replaceAll(/ ?\n ?/g, "\n")
    .replaceAll(/\n{3,}/g, "\n\n");

/** A second lot: the sums that a notice prints are then each of one lot, and are left to the person. */
const IN_LOTS =
  /\blot\s*(?:n\s?[°ºo]\s*)?:?\s*0?2\b|\b(?:deux|trois|quatre|cinq|plusieurs)\s+lots\b|حصتين|(?:ال)?حصة\s+(?:رقم\s*)?(?:2|٢|(?:ال)?ثانية)/iu;
const isOfWhole = (pointer: string): boolean =>
  !pointer.startsWith("/estimate/") && !pointer.startsWith("/provisionalGuarantee/");

/**
 * The facts that the text of an avis or of consultation rules states, in French or Arabic, each once and with its
 * words. Nothing is guessed: what no pattern finds stays unknown, and a person confirms what was found.
 */
export const readNotice = (text: string): readonly NoticeFact[] => {
  const plain = tidy(text);
  const isInLots = IN_LOTS.test(plain);
  const facts = new Map<string, NoticeFact>();
  for (const { words, read } of PATTERNS) {
    const match = words.exec(plain);
    if (match === null) continue;
    const quote = match[0].trim().slice(0, QUOTE);
    for (const { pointer, value } of read(match.groups?.["said"] ?? match[0], match[0]))
      if (!facts.has(pointer) && (!isInLots || isOfWhole(pointer)))
        facts.set(pointer, { pointer, value, quote });
  }
  return [...facts.values()];
};
