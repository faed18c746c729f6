// Letters are small numbers, so that a word is found by walking a table and no string is built.

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789ابتثجحخدذرزسشصضطظعغفقكلمنهوي";

/** What stands between words. */
export const SEPARATOR = 0;
/** A letter lost at the source: an accented letter, an apostrophe, or a true question mark. */
export const LOST = LETTERS.length + 1;
/** How many codes there are. */
export const ALPHABET = LETTERS.length + 2;

/** The code of a letter already folded; SEPARATOR when it is not a letter. */
export const codeOf = (letter: string): number => LETTERS.indexOf(letter) + 1;

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

const westernDigit = (unit: number): string | null => {
  const zero = DIGIT_ZEROS.find((first) => unit >= first && unit < first + 10);
  return zero === undefined ? null : String(unit - zero);
};

const foldedUnit = (unit: number): string => {
  const letters = String.fromCharCode(unit).normalize("NFKD").replace(INVISIBLE, "").toLowerCase();
  return westernDigit(unit) ?? [...letters].map((letter) => SAME[letter] ?? letter).join("");
};

/** The codes of one UTF-16 unit: none when it is invisible. */
const codesOf = (unit: number): readonly number[] => {
  const char = String.fromCharCode(unit);
  return char === "?" || char === "\uFFFD" ? [LOST] : [...foldedUnit(unit)].map(codeOf);
};

// Latin, Arabic, punctuation and presentation forms: nothing else is a word of a notice.
const BLOCKS = [
  { first: 0x0000, last: 0x07ff },
  { first: 0x1e00, last: 0x214f },
  { first: 0xfb00, last: 0xffff },
];

// Most letters have one code: a flat table; the few that open into none or many are kept apart.
const NOT_ONE = 255;
const ONE = new Uint8Array(0x10000);
const OTHERS = new Map<number, readonly number[]>();
for (const { first, last } of BLOCKS)
  for (let unit = first; unit <= last; unit += 1) {
    const [code = SEPARATOR, ...more] = codesOf(unit);
    ONE[unit] = code;
    if (more.length > 0 || codesOf(unit).length === 0) {
      ONE[unit] = NOT_ONE;
      OTHERS.set(unit, codesOf(unit));
    }
  }

/** A text as codes; code `i` comes from the letter of the text at `from[i]`. */
export interface Folded {
  readonly text: string;
  readonly codes: readonly number[];
  readonly from: readonly number[];
}

/** Folds a text: case, accents, vowel marks and variant letters no longer tell words apart. */
export const fold = (text: string): Folded => {
  // Plain arrays: for a title they are made faster than typed ones.
  const codes: number[] = [];
  const from: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = ONE[text.charCodeAt(at)] ?? SEPARATOR;
    if (code === NOT_ONE)
      for (const each of OTHERS.get(text.charCodeAt(at)) ?? []) {
        codes.push(each);
        from.push(at);
      }
    // A letter of two bytes leaves two marks.
    else if (code !== LOST || codes.at(-1) !== LOST) {
      codes.push(code);
      from.push(at);
    }
  }
  return { text, codes, from };
};
