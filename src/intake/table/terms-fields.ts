import { readMethod, readSiteVisit } from "../printed/labels/contract.ts";
import { label, sumOrNone, text, whole, year, yesNo } from "./cell-readers.ts";
import { type Field, fieldAt } from "./field.ts";

/** Columns of the programme, of what is asked of tenderers, and of the terms. */
export const TERMS_FIELDS: readonly Field[] = [
  fieldAt(
    "programmeListed",
    "programme/listed",
    [
      "Inscrit au programme prévisionnel",
      "Programme prévisionnel",
      "مدرج بالبرنامج التوقعي",
      "Listed in programme",
    ],
    yesNo,
  ),
  fieldAt(
    "completionDays",
    "requirements/completionDays",
    ["Délai pour compléter le dossier", "أجل تتميم الملف", "Completion days"],
    whole,
  ),
  fieldAt(
    "siteVisit",
    "requirements/siteVisit",
    ["Visite des lieux", "زيارة المواقع", "Site visit"],
    label(readSiteVisit),
  ),
  fieldAt(
    "fileFee",
    "requirements/fileFee",
    ["Prix du dossier", "Prix d'acquisition des plans", "ثمن الملف", "File fee"],
    sumOrNone,
  ),
  fieldAt(
    "minimumTurnover",
    "requirements/minimumTurnover",
    ["Chiffre d'affaires minimum", "Chiffre d'affaires exigé", "رقم المعاملات الأدنى", "Minimum turnover"],
    sumOrNone,
  ),
  fieldAt(
    "references.count",
    "requirements/similarReferences/count",
    ["Nombre de références exigées", "عدد المراجع المطلوبة", "References asked"],
    whole,
  ),
  fieldAt(
    "method",
    "evaluation/method",
    ["Critère d'attribution", "Mode d'évaluation", "طريقة التقييم", "Evaluation method"],
    label(readMethod),
  ),
  fieldAt(
    "offerValidityDays",
    "terms/offerValidityDays",
    ["Validité des offres", "Délai de validité des offres", "مدة صلاحية العروض", "Offer validity"],
    whole,
  ),
  fieldAt("paymentDays", "terms/paymentDays", ["Délai de paiement", "أجل الأداء", "Payment days"], whole),
  fieldAt(
    "maxLotsPerTenderer",
    "maxLotsPerTenderer",
    ["Nombre maximum de lots par concurrent", "العدد الأقصى للحصص", "Maximum lots per tenderer"],
    whole,
  ),
  fieldAt(
    "consultedCount",
    "consultedCount",
    ["Nombre de concurrents consultés", "عدد المتنافسين المستشارين", "Competitors consulted"],
    whole,
  ),
  fieldAt(
    "purchaseOrder.natureCode",
    "purchaseOrder/natureCode",
    ["Nature de la prestation BC", "Rubrique", "طبيعة الخدمة", "Nature code"],
    text,
  ),
  fieldAt(
    "purchaseOrder.withoutCompetition",
    "purchaseOrder/withoutCompetition",
    ["Sans concurrence", "Sans mise en concurrence", "بدون منافسة", "Without competition"],
    yesNo,
  ),
  fieldAt(
    "purchaseOrder.budgetYear",
    "purchaseOrder/budgetYear",
    ["Exercice", "Année budgétaire", "السنة المالية", "Budget year"],
    year,
  ),
];
