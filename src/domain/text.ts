const ARABIC_MARKS = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640]/g;
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** What a letter becomes: itself, other letters, a space, or nothing. */
const foldLetter = (letter: string): string =>
  letter
    .normalize("NFKC")
    .replaceAll(INVISIBLE, "")
    .replaceAll(/[أإآٱ]/g, "ا")
    .replaceAll(/[ىئ]/g, "ي")
    .replaceAll("ؤ", "و")
    .replaceAll("ة", "ه")
    .replaceAll(ARABIC_MARKS, "")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ");

// Notices use few letters: each is folded when it is first met. By UTF-16 unit; pairs are not kept.
const UNITS = 0x1_0000;
const known: (string | undefined)[] = Array.from({ length: UNITS });
const isPair = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

const foldUnit = (unit: number): string => (known[unit] ??= foldLetter(String.fromCharCode(unit)));

/** A letter may open into several words, as "½" does. */
const tidy = (folded: string): string => folded.replaceAll(/ {2,}/g, " ").trim();

/**
 * One spelling for comparison: no case, accents, harakat or tatweel; alef, ya and ta marbuta in one form;
 * whatever is neither letter nor figure becomes one space.
 */
export const foldText = (text: string): string => {
  let folded = "";
  let isGap = false;
  let isTidy = true;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const letters = isPair(unit) ? foldLetter(text.slice(at, at + 2)) : foldUnit(unit);
    if (isPair(unit)) at += 1;
    if (letters === " ") isGap = true;
    else if (letters !== "") {
      folded += isGap && folded !== "" ? ` ${letters}` : letters;
      isGap = false;
      isTidy &&= letters.length === 1 || !letters.includes(" ");
    }
  }
  return isTidy ? folded : tidy(folded);
};
