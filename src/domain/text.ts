const ARABIC_MARKS = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640]/g;
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/**
 * One spelling for comparison: no case, accents, harakat or tatweel; alef, ya and ta marbuta in one form;
 * whatever is neither letter nor figure becomes one space.
 */
export const foldText = (text: string): string =>
  text
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
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
