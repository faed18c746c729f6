import { foldText } from "../text.ts";

/** A word of a text: folded, and where it stands in the text as printed. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

// Two bytes of UTF-8 that were read as Latin-1 or Windows-1252: "rÃ©ception", "Ã‰vÃ©nement", "Ø§Ù„".
const MISREAD =
  /[\u00C2-\u00DF][\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]/g;
const BYTES_FROM_80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009Džź";
const WINDOWS_1252: ReadonlyMap<string, number> = new Map(
  Array.from({ length: BYTES_FROM_80.length }, (_, at) => [BYTES_FROM_80.charAt(at), 0x80 + at] as const),
);
const byteOf = (char: string): number => WINDOWS_1252.get(char) ?? char.charCodeAt(0);
const reread = (pair: string): string =>
  String.fromCharCode(((pair.charCodeAt(0) & 0x1f) << 6) | (byteOf(pair[1] ?? "") & 0x3f));

// A letter lost at the source ("r�ception"); most accented letters of French are an e.
const LOST = /(?<=\p{L})[\uFFFD?]+(?=\p{L})|[\uFFFD]+(?=\p{L})|(?<=\p{L})[\uFFFD]+/gu;

/** However many were lost, one stands for them: to try each length of a long run takes seconds. */
const LOST_RUN = /\uFFFD{2,}/g;

/** Letters that Moroccan writing uses for one another; hamza alone is dropped, figures become Western ones. */
const VARIANTS: Readonly<Record<string, string>> = {
  ء: "",
  ی: "ي",
  گ: "ك",
  ڭ: "ك",
  ݣ: "ك",
  ڴ: "ك",
  ک: "ك",
  ڤ: "ف",
  ڥ: "ف",
  پ: "ب",
  چ: "ج",
};
const VARIANT = new RegExp(`[${Object.keys(VARIANTS).join("")}]`, "g");
const EASTERN_DIGIT = /[\u0660-\u0669\u06F0-\u06F9]/g;

/** One spelling of a word: no case, accents, vowel marks or tatweel; one form of alef, ya, kaf, ta marbuta. */
export const foldWord = (word: string): string =>
  foldText(word.replaceAll(MISREAD, reread).replaceAll(LOST_RUN, "\uFFFD").replaceAll(LOST, "e"))
    .replaceAll(VARIANT, (letter) => VARIANTS[letter] ?? "")
    .replaceAll(EASTERN_DIGIT, (digit) => String(digit.charCodeAt(0) & 0xf));

// Marks and invisible characters stay inside a word; lost letters and misread bytes are mended by the folding.
const RUN =
  /[\p{L}\p{N}\p{M}\u0640\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFD]+(?:\?(?=\p{L})[\p{L}\p{N}\p{M}]+)*/gu;
const MISREAD_RUN = /[\u00C2-\u00DF][\u0080-\u00BF\u2013-\u203A\u20AC\u2122]/;

/** A misread text is put right before it is cut into words: places then are those of the text put right. */
const mended = (text: string): string => (MISREAD_RUN.test(text) ? text.replaceAll(MISREAD, reread) : text);

/** Longest run that is still a word; a longer one is noise. */
const LONGEST = 60;

/** The words of a text, in order. A lone surrogate, a control or a bidi character is none and hides none. */
export const wordsIn = (text: string): readonly Word[] =>
  [...mended(text).matchAll(RUN)].flatMap(({ 0: run, index }) => {
    if (run.length > LONGEST) return [];
    const folded = foldWord(run);
    // A compatibility character may open into several words.
    return folded === ""
      ? []
      : folded.split(" ").map((word) => ({ word, start: index, end: index + run.length }));
  });
