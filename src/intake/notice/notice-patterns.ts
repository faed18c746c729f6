import { NAME_AR, NAME_FR, NEAR, NEAR_SUM, SUM, WHEN } from "./notice-parts.ts";
import {
  constant,
  days,
  estimate,
  moment,
  reservation,
  sum,
  text,
  title,
  type Reading,
} from "./notice-readings.ts";

/** Words that a notice prints, and what they say. `quote` is the group that is read; the whole match is shown. */
export interface Pattern {
  readonly words: RegExp;
  readonly read: (quote: string, whole: string) => readonly Reading[];
}

const NO_GUARANTEE =
  /(?:pas\s+(?:exigé|demandé|requis|prévu)\s+de|sans|aucun)\s+caution(?:nement)?\s+provisoire|caution(?:nement)?\s+provisoire\s*:?\s*(?:néant|n['’]est\s+pas\s+(?:exigé|demandé|requis))/iu;
const NO_GUARANTEE_AR =
  /(?:لا\s+يطلب|لا\s+يشترط|بدون)\s+(?:أي\s+)?(?:ال)?ضمان\s+(?:ال)?مؤقت|(?:ال)?ضمان\s+(?:ال)?مؤقت\s*:?\s*(?:غير\s+مطلوب|لا\s+شيء)/u;

/** In the order of a notice; of two patterns for one place the first that is found decides. */
export const PATTERNS: readonly Pattern[] = [
  {
    words:
      /(?:appel\s+d['’]offres|consultation|avis)[^\n]{0,80}?\n?(?:n\s?[°ºo]|num[ée]ro)\s*:?\s*(?<said>[A-Z0-9][\w/.-]{0,40}\d[\w/.-]{0,60})/iu,
    read: text("/reference"),
  },
  {
    words: /(?:رقم|عدد)\s*:?\s*(?<said>[\d\u0660-\u0669]{1,4}\s?\/[\w/\u0600-\u06FF.-]{2,40})/u,
    read: text("/reference"),
  },
  // The lines of a heading go from the ministry down to the buyer.
  {
    words: new RegExp(String.raw`(?<=^|\n)(?<said>(?:commune|arrondissement)${NAME_FR})`, "iu"),
    read: text("/buyer/name/fr"),
  },
  {
    words: new RegExp(
      String.raw`(?<said>(?:commune|arrondissement|province|préfecture|prefecture|région|conseil (?:provincial|régional|préfectoral|communal))${NAME_FR})`,
      "iu",
    ),
    read: text("/buyer/name/fr"),
  },
  {
    words: new RegExp(
      String.raw`(?:^|\n|رئيس\s+(?:مجلس\s+)?|بمقر\s+)(?<said>(?:الجماعة\s+الترابية|جماعة|مقاطعة)${NAME_AR})`,
      "u",
    ),
    read: text("/buyer/name/ar"),
  },
  {
    words: new RegExp(
      String.raw`(?<said>(?:الجماعة\s+الترابية|جماعة|مقاطعة|إقليم|عمالة|جهة|مجلس\s+\p{L}+|المجلس\s+(?:الإقليمي|الجماعي|الجهوي))${NAME_AR})`,
      "u",
    ),
    read: text("/buyer/name/ar"),
  },
  { words: /appel\s+d['’]offres[^\n.]{0,40}simplifi[ée]/iu, read: constant("/procedure", "simplifiedOpen") },
  {
    words: /طلب\s+(?:ال)?عروض\s+(?:ال)?مفتوح\s+(?:(?:ال)?(?:وطني|دولي)\s+)?(?:ال)?مبسط/u,
    read: constant("/procedure", "simplifiedOpen"),
  },
  { words: /appel\s+d['’]offres[^\n.]{0,30}restreint/iu, read: constant("/procedure", "restricted") },
  {
    words: /appel\s+d['’]offres[^\n.]{0,30}pr[ée]s[ée]lection/iu,
    read: constant("/procedure", "preselection"),
  },
  { words: /appel\s+d['’]offres\s+ouvert/iu, read: constant("/procedure", "open") },
  { words: /طلب\s+(?:ال)?عروض\s+(?:ال)?مفتوح/u, read: constant("/procedure", "open") },
  { words: /avis\s+d['’]achat|bons?\s+de\s+commande/iu, read: constant("/procedure", "purchaseOrder") },
  { words: /(?:إعلان\s+عن\s+شراء|سندات?\s+(?:ال)?طلب)/u, read: constant("/procedure", "purchaseOrder") },
  { words: /appel\s+d['’]offres[^\n.]{0,40}international/iu, read: constant("/scope", "international") },
  { words: /appel\s+d['’]offres[^\n.]{0,40}national/iu, read: constant("/scope", "national") },
  { words: /طلب\s+(?:ال)?عروض[^\n.]{0,40}دولي/u, read: constant("/scope", "international") },
  { words: /طلب\s+(?:ال)?عروض[^\n.]{0,40}وطني/u, read: constant("/scope", "national") },
  {
    words:
      /(?:ayant\s+pour\s+objet|pour\s+objet|relatif\s+(?:à|aux?)|objet\s*:)\s*:?\s*(?<said>[^\n.]{5,400}(?:\n[^\n.:]{5,200})?)/iu,
    read: title("/title/fr"),
  },
  {
    words:
      /sur\s+offres?\s+(?:de|des)\s+prix,?\s+(?:pour|concernant)\s*:?\s*(?<said>[^\n.]{5,400}(?:\n[^\n.:]{5,200})?)/iu,
    read: title("/title/fr"),
  },
  {
    words:
      /avis\s+d['’]achat[^\n:]{0,80}?(?:pour|concernant|relatif\s+(?:à|aux?))\s*:?\s*(?<said>[^\n.]{5,400}(?:\n[^\n.:]{5,200})?)/iu,
    read: title("/title/fr"),
  },
  {
    words: /(?:من\s+أجل|المتعلقة?\s+ب(?!طلب)|موضوعه|الموضوع\s*:|لأجل)\s*:?\s*(?<said>[^\n.]{5,400})/u,
    read: title("/title/ar"),
  },
  {
    words: /طلب\s+(?:ال)?عروض\s+(?:الذي\s+)?[يت]خص\s+(?<said>[^\n.]{5,400})/u,
    read: title("/title/ar"),
  },
  {
    words: new RegExp(
      String.raw`(?:ouverture\s+des\s+plis|séance\s+publique|date\s+d['’]ouverture)${NEAR}${WHEN}`,
      "iu",
    ),
    read: moment("/openingAt"),
  },
  {
    words: new RegExp(
      String.raw`(?:^|\n)\s*(?:Le\s+)?(?:\p{L}+\s+)?${WHEN}[^\n]{0,120}\n?[^\n]{0,160}?ouverture\s+des\s+plis`,
      "iu",
    ),
    read: moment("/openingAt"),
  },
  {
    words: new RegExp(
      String.raw`(?:في\s+)?يوم\s+(?:[\u0600-\u06FF]+\s+)?${WHEN}[^\n]{0,160}\n?[^\n]{0,120}?فتح\s+(?:ال)?(?:أظرفة|اظرفة)`,
      "u",
    ),
    read: moment("/openingAt"),
  },
  {
    words: new RegExp(String.raw`فتح\s+(?:ال)?(?:أظرفة|اظرفة)${NEAR}${WHEN}`, "u"),
    read: moment("/openingAt"),
  },
  {
    words: new RegExp(String.raw`(?:date\s+limite|au\s+plus\s+tard)${NEAR}${WHEN}`, "iu"),
    read: moment("/submissionDeadline"),
  },
  {
    words: new RegExp(
      String.raw`(?:d[ée]pos|remis|transmis|envoy)\p{L}*[^\d\n.]{0,120}?avant\s+le\s+${WHEN}`,
      "iu",
    ),
    read: moment("/submissionDeadline"),
  },
  {
    words: new RegExp(String.raw`(?:آخر\s+أجل|قبل\s+يوم|أقصاه)${NEAR}${WHEN}`, "u"),
    read: moment("/submissionDeadline"),
  },
  { words: NO_GUARANTEE, read: constant("/provisionalGuarantee/amount", 0) },
  { words: NO_GUARANTEE_AR, read: constant("/provisionalGuarantee/amount", 0) },
  {
    words: new RegExp(String.raw`caution(?:nement)?\s+provisoire${NEAR_SUM}${SUM}`, "iu"),
    read: sum("/provisionalGuarantee/amount"),
  },
  {
    words: new RegExp(String.raw`(?:ال)?ضمان\s+(?:ال)?مؤقت${NEAR_SUM}${SUM}`, "u"),
    read: sum("/provisionalGuarantee/amount"),
  },
  {
    words: new RegExp(String.raw`(?:estimation|co[ûu]t\s+estimatif)${NEAR_SUM}${SUM}`, "iu"),
    read: estimate,
  },
  {
    words: new RegExp(
      String.raw`(?:كلفة\s+تقدير|تقدير\s+كلفة|الكلفة\s+التقديرية|(?:الثمن|المبلغ)\s+التقديري)${NEAR_SUM}${SUM}`,
      "u",
    ),
    read: estimate,
  },
  {
    words:
      /(?<=^|[\n.])(?<said>[^\n.]{0,600}?réservée?s?[^\n.]{0,200}(?:coopérative|entreprise|PME|auto-?\s?entrepreneur)[^\n.]{0,200})/iu,
    read: reservation,
  },
  {
    // Capitals without their accents; in small letters "réserve" would be another word.
    words:
      /(?<=^|[\n.])(?<said>[^\n.]{0,600}?RESERVEE?S? (?:AUX?|A LA|A L['’]|AU PROFIT)[^\n.]{0,200}(?:COOPERATIVE|ENTREPRISE|PME|AUTO-?\s?ENTREPRENEUR)[^\n.]{0,200})/u,
    read: reservation,
  },
  {
    words:
      /(?<=^|[\n.])(?<said>[^\n.]{0,600}?(?:مخصص|يخصص|حصريا)[^\n.]{0,200}(?:تعاوني|مقاول)[^\n.]{0,200})/u,
    read: reservation,
  },
  {
    words: /visite\s+des\s+lieux[^\n.]{0,60}(?:obligatoire)/iu,
    read: constant("/requirements/siteVisit", "mandatory"),
  },
  {
    words: /visite\s+des\s+lieux[^\n.]{0,60}(?:facultative)/iu,
    read: constant("/requirements/siteVisit", "optional"),
  },
  {
    words: /زيارة\s+(?:المواقع|الموقع|الأماكن)[^\n.]{0,60}إجباري/u,
    read: constant("/requirements/siteVisit", "mandatory"),
  },
  {
    words: /validité\s+des\s+offres[^\n\d]{0,80}(?<said>\d{1,3}\s*(?:\([^)\n]{0,60}\)\s*)?jours)/iu,
    read: (quote) => days("/terms/offerValidityDays")(quote.replace(/\([^)]*\)/g, "")),
  },
  {
    words: /délai\s+de\s+paiement[^\n\d]{0,80}(?<said>\d{1,3}\s*(?:\([^)\n]{0,60}\)\s*)?jours)/iu,
    read: (quote) => days("/terms/paymentDays")(quote.replace(/\([^)]*\)/g, "")),
  },
  {
    words: /(?:مدة|أجل)\s+صلاحية\s+العروض[^\n\d]{0,60}(?<said>\d{1,3}\s*يوما?)/u,
    read: days("/terms/offerValidityDays"),
  },
];
