import { HOUR_IN_WORDS } from "../printed/hour-words.ts";

// Parts of the expressions by which a notice is read.

const DIGITS = String.raw`[\d\u0660-\u0669]`;
/** With these a sum in letters ends: "deux cent mille dirhams et 00 cts". */
const CENTS = String.raw`${DIGITS}{1,2}\s?(?:cts?|centimes?|سنتيم)(?!\p{L})`;
/** An amount in figures, with what follows it on its line; the group `said`. */
export const SUM = String.raw`(?!${CENTS})(?<said>${DIGITS}[\d\u0660-\u0669 .,'\u00A0\u202F\u066B\u066C]*(?:\s?(?:de\s)?(?:millions?(?:\sde\scentimes)?|مليون(?:\sسنتيم)?))?\s?(?:DHS?|MAD|dirhams?|درهما?)?[^\n.;،]{0,40})`;
const HOUR = String.raw`(?:[^\d\n]{0,25}${DIGITS}{1,2}\s?(?:h|heures?|:|س)\s?(?:${DIGITS}{2})?(?:\s?(?:min|mn))?)?`;
/** A day with its year. */
export const DAY = String.raw`(?:${DIGITS}{1,2}\s?(?:er)?[/. -]\s?(?:${DIGITS}{1,2}|[\p{L}\p{M}]+)\s?[/. -]\s?${DIGITS}{4})`;
/** Written out, and perhaps in figures after it. */
const HOUR_WRITTEN = String.raw`[^\d\n]{0,25}?${HOUR_IN_WORDS}(?:\s?\(${DIGITS}{1,2}\s?(?:h|heures?|:|س)[^()\n]{0,8}\))?`;
/** A day, with its hour where one stands beside it; the group `said`. */
export const WHEN = String.raw`(?<said>${DAY}${HOUR_WRITTEN}|${DAY}${HOUR})`;

/** Three lines at most lie between a label and what it labels, and no other label of a sum. */
export const NEAR = String.raw`(?:(?!caution|estimation|ضمان\s|كلفة)[^\d\u0660-\u0669]){0,160}?`;
/** The same before a sum; the end of a paragraph is not passed. */
export const NEAR_SUM = String.raw`(?:(?!caution|estimation|ضمان\s|كلفة|\.\s*\n)(?:[^\d\u0660-\u0669]|${CENTS})){0,160}?`;

/** With these a sentence goes on after the name of a buyer. */
const AFTER_FR =
  "il|elle|sera|seront|est|sont|proc[ée]de\\p{L}*|lance\\p{L}*|met|fait|à|au|aux|en|le|les|pour|par|dans|sur|sise?|ayant|relati[fv]\\p{L}*|concernant|avis|qui|dont|ouverture|appel";
const AFTER_AR =
  "في|على|من|إلى|عن|أن|أنه|أنها|قصد|أجل|لأجل|رقم|يوم|بتاريخ|خلال|برسم|بمقر|بقاعة|بمكتب|بمكاتب|بمناسبة|بطلب|لفائدة|وذلك|فتح|جلسة|س?[يت](?:تم|علن|عتزم|طلق|نظم|نهي|قوم|جري)|ال(?:متعلق|خاص|كائن|واقع)ة?|الذي|التي|إعلان|طلب";

const words = (letters: string, after: string, most: number): string => {
  const word = `(?!(?:${after})(?!\\p{L}))${letters}`;
  return `${word}(?:[ -]${word}){0,${most}}`;
};

/** The name of a buyer, on its line. */
export const NAME_FR = ` (?:fictive?s? )?(?:de la |de l['’]|des? |du |d['’])?${words("\\p{L}[\\p{L}'’]{0,30}", AFTER_FR, 6)}`;
/** The same in Arabic, perhaps with a remark in brackets. */
export const NAME_AR = String.raw`[ \u00A0]${words("[\\u0621-\\u06D3]{1,30}", AFTER_AR, 5)}(?: \([\u0621-\u06D3 ]{2,30}\))?`;
