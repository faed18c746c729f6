import { CENTIMES, CURRENCIES, IDLE, MULTIPLIERS, TAX_WORDS } from "./amount-words.ts";
import { type Decimal, readFigures } from "./figures.ts";
import { plainText } from "./plain-text.ts";
import { type Printed, type PrintedProblem, said, unread } from "./printed.ts";

/** A sum in whole centimes, and whether tax is in it when the text says so. */
export interface PrintedAmount {
  readonly centimes: number;
  readonly taxIncluded?: boolean;
}

/** Most that the format takes: 10^12 dirhams, in centimes. */
const LARGEST = 10n ** 14n;
const FIGURES = /\d(?:[ .,']?\d)*/g;

/** Figures, the powers of ten that follow them, and whether they count centimes. */
interface Term {
  readonly figures: string;
  readonly powers: readonly number[];
  readonly isCentimes: boolean;
}

const takeTax = (text: string): { rest: string; taxIncluded: boolean | null | undefined } => {
  let rest = text;
  const found = new Set<boolean>();
  for (const [words, taxIncluded] of TAX_WORDS)
    rest = rest.replaceAll(words, () => {
      found.add(taxIncluded);
      return " ";
    });
  const [only] = found;
  return { rest, taxIncluded: found.size > 1 ? null : only };
};

/** The words between figures; null when one of them is not known. */
const wordsOf = (text: string): readonly string[] | null => {
  const words = text
    .split(/[ :=.,'/*-]+/)
    .map((word) => (word.startsWith("و") && word.slice(1) in MULTIPLIERS ? word.slice(1) : word))
    .filter((word) => word !== "" && !IDLE.has(word));
  return words.every((word) => word in MULTIPLIERS || CENTIMES.has(word)) ? words : null;
};

const termOf = (figures: string, words: readonly string[]): Term => ({
  figures,
  powers: words.flatMap((word) => MULTIPLIERS[word] ?? []),
  isCentimes: words.some((word) => CENTIMES.has(word)),
});

/** `1 million 200 000 dirhams` → two terms; a multiplier with nothing before it counts once (مليون و200 ألف). */
const termsOf = (text: string): readonly Term[] | null => {
  const figures = [...text.matchAll(FIGURES)];
  const first = wordsOf(text.slice(0, figures[0]?.index ?? text.length));
  if (first === null) return null;
  const terms: Term[] = first.length === 0 ? [] : [termOf("1", first)];
  for (const [index, match] of figures.entries()) {
    const words = wordsOf(
      text.slice(match.index + match[0].length, figures[index + 1]?.index ?? text.length),
    );
    if (words === null) return null;
    terms.push(termOf(match[0], words));
  }
  return terms;
};

const centimesOf = ({ units, decimals }: Decimal, { powers, isCentimes }: Term): bigint | null => {
  const power = powers.reduce((sum, each) => sum + each, isCentimes ? 0 : 2) - decimals;
  if (power >= 0) return units * 10n ** BigInt(power);
  const over = 10n ** BigInt(-power);
  return units % over === 0n ? units / over : null;
};

/** In "60 million centimes" both terms count centimes: the word at the end counts for all that multiply. */
const inOneUnit = (terms: readonly Term[]): readonly Term[] =>
  terms.at(-1)?.isCentimes === true && terms.at(-1)?.powers.length !== 0
    ? terms.map((term) => ({ ...term, isCentimes: true }))
    : terms;

/** Centimes in one of what a term counts: a million, a thousand, a dirham, a centime. */
const stepOf = ({ powers, isCentimes }: Term): bigint =>
  10n ** BigInt(powers.reduce((sum, each) => sum + each, isCentimes ? 0 : 2));

/** Terms go down, each less than one of the term before it; anything else is several amounts. */
const sumOf = (terms: readonly Term[]): bigint | PrintedProblem => {
  let sum = 0n;
  let below = LARGEST + 1n;
  for (const term of terms) {
    const figures = readFigures(term.figures, term.powers.length > 0);
    if (!figures.ok) return figures.problem;
    const centimes = centimesOf(figures.value, term);
    if (centimes === null) return "AMOUNT_DECIMALS";
    if (centimes >= below) return sum === 0n ? "AMOUNT_TOO_LARGE" : "AMOUNTS_SEVERAL";
    sum += centimes;
    below = stepOf(term);
  }
  return sum;
};

/** Letters in brackets repeat the figures: `60 000,00 DH (soixante mille dirhams)`. */
const withoutBrackets = (text: string): string => {
  const outside = text.replaceAll(/\([^)]*\)/g, " ").trim();
  return /\d/.test(outside) ? outside : text.replaceAll(/[()]/g, " ");
};

const tidy = (text: string): string =>
  withoutBrackets(text)
    .replaceAll(/(\d) ?([.,]) ?(?=\d)/g, "$1$2")
    .replaceAll(/(\d)[.,]-/g, "$1")
    .trim();

/** No amount is printed in more characters, in figures and in letters. */
const LONGEST = 300;

/**
 * An amount as Moroccan papers print it → whole centimes: `60 000,00`, `1.999.800,00 DH TTC`, `٦٠٬٠٠٠٫٠٠ درهم`,
 * `60 millions de centimes`, `مليون و200 ألف درهم`, `1,2 MDH`. A number is dirhams, rounded to the centime as
 * a spreadsheet shows it. What could mean two sums is refused.
 */
export const readAmount = (printed: string | number): Printed<PrintedAmount> => {
  if (typeof printed === "number") return fromNumber(printed);
  if (printed.length > LONGEST) return unread("AMOUNT_EXPECTED");
  const { rest, taxIncluded } = takeTax(tidy(plainText(printed)));
  if (CURRENCIES.test(rest)) return unread("OTHER_CURRENCY");
  if (/(?:^|[^\d])-\s*\d/.test(rest)) return unread("AMOUNT_NEGATIVE");
  if (taxIncluded === null) return unread("AMOUNT_UNCLEAR");
  const terms = termsOf(rest);
  if (terms === null || terms.length === 0) return unread("AMOUNT_EXPECTED");
  const sum = sumOf(inOneUnit(terms));
  if (typeof sum === "string") return unread(sum);
  return said({ centimes: Number(sum), ...(taxIncluded === undefined ? {} : { taxIncluded }) });
};

const fromNumber = (dirhams: number): Printed<PrintedAmount> => {
  if (dirhams < 0) return unread("AMOUNT_NEGATIVE");
  if (!(dirhams <= 1e12)) return unread("AMOUNT_TOO_LARGE");
  return said({ centimes: Math.round(dirhams * 100) });
};
