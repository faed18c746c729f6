import type { Figure, SingleFigure } from "./finding.ts";
import { LIST_SEPARATOR, formatAmount, formatNumber } from "./format.ts";
import { formatDate } from "./format-date.ts";
import type { Rulebook } from "./rulebook.ts";
import type { Language, LocalText } from "./tender.ts";

/** What printing needs from outside the domain. */
export interface Pen {
  /** Whole centimes in letters. */
  readonly letters: (centimes: number, language: Language) => string;
  /** A user's text as this medium can show it. */
  readonly said: (text: string) => string;
}

/** What is not known stays for the officer to write. */
const BLANK = "…………";
const FSI = "\u2068";
const PDI = "\u2069";

/** A user's text keeps its own direction inside an Arabic line. */
const quoted = (text: string, language: Language, pen: Pen): string =>
  language === "ar" ? `${FSI}${pen.said(text)}${PDI}` : pen.said(text);

const amount = (dirhams: number, language: Language, pen: Pen): string => {
  const centimes = Math.round(dirhams * 100);
  return `${formatAmount(centimes, language)} (${pen.letters(centimes, language)})`;
};

const inOneLanguage = (text: LocalText, language: Language): string | undefined =>
  [text[language], text.fr, text.ar, text.en].find((each) => each !== undefined && each !== "");

const numbered = (names: readonly string[], language: Language): string =>
  names.map((name, index) => `${index + 1}) ${name}`).join(LIST_SEPARATOR[language]);

const printSingle = (figure: SingleFigure, { common }: Rulebook, language: Language, pen: Pen): string => {
  if ("amount" in figure) return amount(figure.amount, language, pen);
  if ("day" in figure) return formatDate(figure.day, language);
  if ("count" in figure) return formatNumber(figure.count, language);
  if ("text" in figure) return quoted(figure.text, language, pen);
  if ("families" in figure)
    return numbered(
      figure.families.map((family) => common.families[family]?.[language] ?? family),
      language,
    );
  const text = inOneLanguage(figure.words, language);
  return text === undefined ? BLANK : quoted(text, language, pen);
};

/**
 * A figure as printed: amounts in figures and letters, days in words, families and figures of several things numbered;
 * blank when unknown.
 */
export const printFigure = (
  figure: Figure | undefined,
  rulebook: Rulebook,
  language: Language,
  pen: Pen,
): string => {
  const single = (one: SingleFigure | null | undefined): string =>
    one === null || one === undefined ? BLANK : printSingle(one, rulebook, language, pen);
  return figure !== undefined && "each" in figure
    ? numbered(figure.each.map(single), language)
    : single(figure);
};
