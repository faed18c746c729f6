import type { Finding } from "./finding.ts";
import { formatMonthDay } from "./format-date.ts";
import { formatAmount, formatNumber, formatShare, isolateReferences } from "./format.ts";
import type { LocalDate } from "./local-date.ts";
import { type Pen, printFigure } from "./print-figure.ts";
import {
  type Parameter,
  type ParameterValue,
  type QuestionText,
  type Rule,
  type Rulebook,
  valueOn,
} from "./rulebook.ts";
import type { Language } from "./tender.ts";

/** The words of one finding in one language. */
export interface Explanation {
  readonly title: string;
  /** What the rule asks. */
  readonly demand: string;
  /** What was found, and why it matters. */
  readonly explanation: string;
  /** A text to paste that mends it; null when there is none. */
  readonly remedyText: string | null;
}

const DAYS: Readonly<Record<Language, string>> = { ar: "يوما", fr: "jours", en: "days" };
const HOURS: Readonly<Record<Language, string>> = { ar: "ساعة", fr: "heures", en: "hours" };

const YES: Readonly<Record<Language, string>> = { ar: "نعم", fr: "oui", en: "yes" };
const NO: Readonly<Record<Language, string>> = { ar: "لا", fr: "non", en: "no" };

/** Arabic counts 3 to 10 with the plural: 7 أيام, 21 يوما. */
const arabicUnit = (value: number, few: string, many: string): string =>
  value % 100 >= 3 && value % 100 <= 10 ? few : many;

const daysIn = (value: number, language: Language): string =>
  language === "ar" ? arabicUnit(value, "أيام", DAYS.ar) : DAYS[language];

/** The word for hours after a number: `24 heures`, `24 ساعة`. */
export const hoursIn = (value: number, language: Language): string =>
  language === "ar" ? arabicUnit(value, "ساعات", HOURS.ar) : HOURS[language];

/** A number of the law with its unit, as printed. */
export const formatParameter = (parameter: Parameter, value: number, language: Language): string => {
  if (parameter.unit === "dirhams") return formatAmount(Math.round(value * 100), language);
  if (parameter.unit === "share") return formatShare(value, language);
  if (parameter.unit === "monthDay") return formatMonthDay(Math.trunc(value / 100), value % 100, language);
  if (parameter.unit === "yesNo") return (value === 1 ? YES : NO)[language];
  const number = formatNumber(value, language);
  if (parameter.unit === "count") return number;
  return `${number} ${parameter.unit === "days" ? daysIn(value, language) : hoursIn(value, language)}`;
};

const latest = ({ values }: Parameter): ParameterValue | undefined => values.at(-1);

/** Puts the value in force in the place of each `{parameter-id}`; of no known day, the latest. */
export const withNumbers = (
  text: string,
  rulebook: Rulebook,
  on: LocalDate | null,
  language: Language,
): string =>
  text.replaceAll(/\{([a-z0-9-]+)\}/g, (whole, id: string) => {
    const parameter = rulebook.parameters.get(id);
    const value = parameter && ((on === null ? null : valueOn(parameter, on)) ?? latest(parameter));
    return parameter === undefined || value === undefined
      ? whole
      : formatParameter(parameter, value.value, language);
  });

/** A reference that says itself that it is a number: "AO N° 12/2026". */
const OWN_SIGN = /n\s*[°º]|رقم/i;

/** Puts the figures of the case in the place of each `{=name}`; the sign of a number stands before it once. */
const fillFigures = (
  text: string,
  { figures }: Finding,
  rulebook: Rulebook,
  language: Language,
  pen: Pen,
): string =>
  text.replaceAll(/((?:n°|رقم)\s)?\{=([a-zA-Z]+)\}/g, (_, sign: string | undefined, name: string) => {
    const figure = printFigure(figures?.[name], rulebook, language, pen);
    return sign === undefined || OWN_SIGN.test(figure) ? figure : `${sign}${figure}`;
  });

/** The rule of that id. */
export const ruleOf = (rulebook: Rulebook, id: string): Rule | undefined =>
  [...rulebook.rules, ...rulebook.yearRules].find((rule) => rule.id === id);

/**
 * The words of a finding: the rule's title and demand, the reason with the numbers of the law of that day, and
 * the text that mends it, with the figures of the case. A stored assessment holds none of these.
 */
export const explain = (
  finding: Finding,
  rulebook: Rulebook,
  on: LocalDate | null,
  language: Language,
  pen: Pen,
): Explanation => {
  const rule = ruleOf(rulebook, finding.rule);
  const reason = rule?.reasons[finding.reason] ?? rulebook.common.reasons[finding.reason];
  const remedy = finding.remedy === null ? undefined : rulebook.remedies.get(finding.remedy);
  const words = (text: string | undefined): string =>
    isolateReferences(withNumbers(text ?? finding.reason, rulebook, on, language), language);
  return {
    title: words(rule?.title[language] ?? finding.rule),
    demand: words(rule?.demand[language] ?? ""),
    explanation: words(reason?.[language]),
    remedyText:
      remedy === undefined ? null : fillFigures(words(remedy[language]), finding, rulebook, language, pen),
  };
};

/** A question with its pattern in parts: `/lots/*`. */
interface PlacedQuestion {
  readonly parts: readonly string[];
  readonly text: QuestionText;
}

const placedIn = new WeakMap<Rulebook, readonly PlacedQuestion[]>();

/** The questions of a rulebook are taken apart once: a page asks for hundreds of places. */
const placed = (rulebook: Rulebook): readonly PlacedQuestion[] => {
  const known =
    placedIn.get(rulebook) ?? rulebook.questions.map((text) => ({ parts: text.pointer.split("/"), text }));
  placedIn.set(rulebook, known);
  return known;
};

const isAt = (wanted: readonly string[], parts: readonly string[]): boolean =>
  parts.length === wanted.length && wanted.every((part, index) => part === "*" || part === parts[index]);

/** A question in plain words; the pointer itself when the rulebook has no words for it. */
export const ask = (pointer: string, rulebook: Rulebook, language: Language): string => {
  const parts = pointer.split("/");
  const found = placed(rulebook).find((question) => isAt(question.parts, parts));
  return isolateReferences(found?.text[language] ?? pointer, language);
};
