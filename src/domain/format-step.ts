import type { ArithmeticStep } from "./finding.ts";
import { formatMoment } from "./format-date.ts";
import { formatDecimal, formatDirhams } from "./format.ts";
import type { Language } from "./tender.ts";

const RLI = "\u2067";
const PDI = "\u2069";
const NBSP = "\u00A0";
const MINUS = "\u2212";
const HOUR: Readonly<Record<Language, string>> = { ar: "س", fr: "h", en: "h" };

/** What may stand in a formula: the name of a table with its version, a day, a percentage, hours, a rate of tax
 * after × or ÷, a sum in dirhams (always two decimals), any other number. */
const TOKEN = new RegExp(
  [
    String.raw`(?<table>[a-z-]+\.json \S+)`,
    String.raw`(?<day>\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?)`,
    String.raw`(?<share>-?[\d.]+) %`,
    String.raw`(?<hours>-?[\d.]+) h(?!\p{L})`,
    String.raw`(?<=[÷×] )(?<factor>\d\.\d\d)(?!\d)`,
    String.raw`(?<sum>-?\d+\.\d\d)(?!\d)`,
    String.raw`(?<number>-?\d+(?:\.\d+)?)`,
  ].join("|"),
  "gu",
);

type Token = Readonly<Record<"table" | "day" | "share" | "hours" | "factor" | "sum" | "number", string>>;

/** In Arabic a unit or a month stands to the left of its figure, inside a formula that runs to the right. */
const turned = (text: string, language: Language): string =>
  language === "ar" ? `${RLI}${text}${PDI}` : text;

const printed = ({ table, day, share, hours, factor, sum, number }: Partial<Token>, language: Language) => {
  const decimal = (text: string): string => formatDecimal(text, language).replace("-", MINUS);
  if (table !== undefined) return table;
  if (day !== undefined) return turned(formatMoment(day, language), language);
  if (share !== undefined) return `${decimal(share)}${language === "en" ? "" : NBSP}%`;
  if (hours !== undefined) return turned(`${decimal(hours)}${NBSP}${HOUR[language]}`, language);
  if (sum !== undefined) return turned(formatDirhams(sum, language).replace("-", MINUS), language);
  return decimal(factor ?? number ?? "");
};

const inWords = (formula: string, language: Language): string =>
  formula
    .replaceAll(TOKEN, (...found: readonly unknown[]) => printed(found.at(-1) as Partial<Token>, language))
    .replaceAll(" / ", " ÷ ")
    // The sign of "less or greater, not known which" is in few fonts.
    .replaceAll(" ≶ ", " ? ");

const RELATION = / [≤≥<>≶] .*$/u;

/** The formula with its result, where it does not stand there already: before what it is set against. */
const withResult = (formula: string, result: string): string => {
  const isStated = `${formula} `.startsWith(`${result} `) || `${formula} `.includes(`= ${result} `);
  if (isStated) return formula;
  const relation = RELATION.exec(formula)?.[0] ?? "";
  return `${formula.slice(0, formula.length - relation.length)} = ${result}${relation}`;
};

/** `name: formula`, where the name is the buyer's own word. */
const NAMED = /^(.*: )?(.*)$/su;

/**
 * One line of a calculation as a person writes it: `1 999 800,00 DH ÷ 1,20 = 1 666 500,00 DH > 1 000 000,00 DH`,
 * `27 mars 2026 − 3 mars 2026 = 24 ≤ 60`. It runs from left to right in every language; in Arabic it belongs
 * in a left-to-right isolate.
 */
export const formatStep = ({ expression, value }: ArithmeticStep, language: Language): string => {
  const [, name = "", formula = ""] = NAMED.exec(expression) ?? [];
  return `${name}${inWords(withResult(formula, String(value)), language)}`;
};
