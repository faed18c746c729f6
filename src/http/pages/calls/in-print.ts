import { formatAmount, isolateReferences } from "../../../domain/format.ts";
import { formatMoment } from "../../../domain/format-date.ts";
import type { Call } from "../../../domain/search/call.ts";
import type { Territory } from "../../../domain/territory.ts";
import type { Language, LocalText } from "../../../domain/tender.ts";
import type { PageWords } from "../../service.ts";

// How facts of calls are printed on pages, in feeds and in mails.

/** A text in the reader's language, else in the one that there is. */
export const inLanguage = (text: LocalText, language: Language): string =>
  text[language] ?? text.fr ?? text.ar ?? text.en ?? "";

/** The language of the text that is shown. */
export const languageShown = (text: LocalText, language: Language): Language =>
  (text[language] !== undefined
    ? language
    : (["fr", "ar", "en"] as const).find((each) => text[each] !== undefined)) ?? language;

/** Words with a count, by the plural forms of the language: Arabic has six. */
export const counted = (words: PageWords, key: string, n: number, language: Language): string => {
  const form = n === 0 ? "zero" : new Intl.PluralRules(language === "ar" ? "ar" : language).select(n);
  const text = words[`${key}_${form}`] ?? words[`${key}_other`] ?? key;
  return text.replaceAll("{n}", String(n));
};

/** Centimes as dirhams; null when not printed. */
export const amountIn = (centimes: number | null, language: Language): string | null =>
  centimes === null ? null : formatAmount(centimes, language);

/** Where a call is performed, from the smallest place up: "Sidi Moumen · Casablanca-Settat". */
export const placeOf = (
  { commune, province, region }: Pick<Call, "commune" | "province" | "region">,
  territory: Territory,
  language: Language,
): string =>
  [commune, commune === null ? province : null, region]
    .flatMap((code) => (code === null ? [] : (territory.find(code)?.name ?? [])))
    .map((name) => inLanguage(name, language))
    .join(" · ");

/** The deadline in words; null when it is not known. */
export const deadlineIn = ({ deadline }: Call, language: Language): string | null =>
  deadline === null ? null : formatMoment(deadline.text, language);

export const referenceIn = (reference: string, language: Language): string =>
  isolateReferences(reference, language);
