// Letters are small numbers, so that a word is found by walking a table and no string is built.

const LATIN = "abcdefghijklmnopqrstuvwxyz0";
const ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";

/** What stands between words. */
export const SEPARATOR = 0;
/** Arabic letters begin here: such a word may hide behind what is glued before it. */
export const ALIF = 32;
/** A letter lost at the source: an accented letter, an apostrophe, or a true question mark. */
export const LOST = 60;
/** One unit that is no letter, as a vowel mark, or two, as "œ": fold it with care. */
export const NOT_ONE = 61;
/** A row of the table has room for every code: its place is the row shifted by this. */
export const ROW_SHIFT = 6;

/** The code of a letter already folded; SEPARATOR when it is not a letter. All digits are one letter. */
export const codeOf = (letter: string): number => {
  const latin = LATIN.indexOf(letter >= "0" && letter <= "9" ? "0" : letter);
  if (latin >= 0) return latin + 1;
  const arabic = ARABIC.indexOf(letter);
  return arabic >= 0 ? arabic + ALIF : SEPARATOR;
};

/** What NFKD leaves apart and Moroccan notices write for one another. */
const SAME: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ى: "ي",
  ی: "ي",
  ٱ: "ا",
  ة: "ه",
  ء: "",
  گ: "ك",
  ڭ: "ك",
  ݣ: "ك",
  ڴ: "ك",
  ک: "ك",
  ڤ: "ف",
  ڥ: "ف",
};

const DIGIT_ZEROS = [0x0660, 0x06f0];
// Accents and vowel marks, the tatweel, the soft hyphen, joiners and marks of direction.
const INVISIBLE = /[\p{M}\u0640\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

const isEasternDigit = (unit: number): boolean =>
  DIGIT_ZEROS.some((zero) => unit >= zero && unit < zero + 10);

const foldedUnit = (unit: number): string => {
  if (isEasternDigit(unit)) return "0";
  const letters = String.fromCharCode(unit).normalize("NFKD").replace(INVISIBLE, "").toLowerCase();
  return [...letters].map((letter) => SAME[letter] ?? letter).join("");
};

/** The codes of one UTF-16 unit: none when it is invisible. */
const codesOf = (unit: number): readonly number[] => {
  const char = String.fromCharCode(unit);
  if (char === "?" || char === "\uFFFD") return [LOST];
  const codes = [...foldedUnit(unit)].map(codeOf);
  // "…" opens into three points, and is one mark.
  return codes.length > 1 && codes.every((code) => code === SEPARATOR) ? [SEPARATOR] : codes;
};

// Latin, Arabic, punctuation and presentation forms: nothing else is a word of a notice.
const BLOCKS = [
  { first: 0x0000, last: 0x07ff },
  { first: 0x1e00, last: 0x214f },
  { first: 0xfb00, last: 0xffff },
];

const UNMET = 0xff;
const CODES = new Uint8Array(0x10000);
for (const { first, last } of BLOCKS) CODES.fill(UNMET, first, last + 1);
const OPENED = new Map<number, readonly number[]>();

// "é" written in UTF-8 and read in Latin 1 is "Ã©": the first of the two marks gives it away.
const MISREAD = "Ã".charCodeAt(0);
CODES[MISREAD] = NOT_ONE;

/** Thousands of letters have a code, of which a text uses few: each is worked out when it is first met. */
const meet = (unit: number): number => {
  const codes = codesOf(unit);
  const code = codes.length === 1 ? (codes[0] ?? SEPARATOR) : NOT_ONE;
  CODES[unit] = code;
  if (code === NOT_ONE) OPENED.set(unit, codes);
  return code;
};

/** The code of the UTF-16 unit at a place of a text. */
export const codeAt = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  const code = CODES[unit] ?? SEPARATOR;
  return code === UNMET ? meet(unit) : code;
};

const LAST_ASCII = 0x7f;

/** Whether a letter at a place of the text was misread as two. */
export const isMisread = (text: string, at: number): boolean =>
  text.charCodeAt(at) === MISREAD && text.charCodeAt(at + 1) > LAST_ASCII;

const NONE: readonly number[] = [];
const A: readonly number[] = [codeOf("a")];

/** The codes of a unit that is no single letter. */
const openedAt = (text: string, at: number): readonly number[] => {
  if (isMisread(text, at)) return [LOST];
  return text.charCodeAt(at) === MISREAD ? A : (OPENED.get(text.charCodeAt(at)) ?? NONE);
};

/** A word as codes, from `start` up to `end`; code `i` comes from the unit of the text at `from[i]`. */
export interface Span {
  readonly codes: readonly number[];
  readonly from: readonly number[];
  readonly start: number;
  readonly end: number;
}

/** A part of a span. */
export const part = ({ codes, from }: Span, start: number, end: number): Span => ({
  codes,
  from,
  start,
  end,
});

/** Folds a text, or a part of it: case, accents, vowel marks and variant letters no longer tell words apart. */
export const fold = (text: string, first = 0, last = text.length): Span => {
  const codes: number[] = [];
  const from: number[] = [];
  for (let at = first; at < last; at += 1) {
    const code = codeAt(text, at);
    // A letter of two bytes leaves two marks.
    if (code === LOST && codes.at(-1) === LOST) continue;
    const isOne = code !== NOT_ONE;
    const opened = isOne ? NONE : openedAt(text, at);
    if (isOne) codes.push(code);
    else codes.push(...opened);
    for (let count = isOne ? 1 : opened.length; count > 0; count -= 1) from.push(at);
    if (!isOne && isMisread(text, at)) at += 1;
  }
  from.push(last);
  return { codes, from, start: 0, end: codes.length };
};
