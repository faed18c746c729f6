import { readLegalForm } from "../printed/labels/party.ts";
import { day, dirhams, ice, label, moment, sumOrNone, taxedSum, text, words } from "./cell-readers.ts";
import { type Field, fieldAt } from "./field.ts";

/** Columns of a lot and of its award. */
export const OUTCOME_FIELDS: readonly Field[] = [
  fieldAt("lot.id", "lot/id", ["N° lot", "Lot", "Numéro du lot", "رقم الحصة", "الحصة", "Lot number"], text),
  fieldAt(
    "lot.title",
    "lot/title",
    ["Objet du lot", "Intitulé du lot", "Désignation du lot", "موضوع الحصة", "Lot title"],
    words,
  ),
  fieldAt(
    "lot.estimate",
    "lot/estimate",
    ["Estimation du lot", "Montant estimé du lot", "كلفة تقدير الحصة", "Lot estimate"],
    taxedSum,
  ),
  fieldAt(
    "lot.guarantee",
    "lot/provisionalGuarantee",
    ["Caution provisoire du lot", "الضمان المؤقت للحصة", "Lot provisional guarantee"],
    sumOrNone,
  ),
  fieldAt(
    "award.tenderer.name",
    "award/tenderer/name",
    [
      "Attributaire",
      "Titulaire",
      "Nom de l'attributaire",
      "نائل الصفقة",
      "صاحب الصفقة",
      "Awarded to",
      "Winner",
    ],
    text,
  ),
  fieldAt(
    "award.tenderer.legalForm",
    "award/tenderer/legalForm",
    ["Forme juridique", "Forme juridique de l'attributaire", "الشكل القانوني", "Legal form"],
    label(readLegalForm),
  ),
  fieldAt(
    "award.tenderer.ice",
    "award/tenderer/ice",
    ["ICE", "ICE de l'attributaire", "التعريف الموحد للمقاولة", "Common business identifier"],
    ice,
  ),
  fieldAt(
    "award.amount",
    "award/amount",
    ["Montant attribué", "Montant du marché", "Montant de l'offre retenue", "مبلغ الصفقة", "Award amount"],
    dirhams,
  ),
  fieldAt(
    "award.decidedOn",
    "award/decidedOn",
    ["Date d'attribution", "Date de décision", "Date d'adjudication", "تاريخ الإسناد", "Award date"],
    day,
  ),
  fieldAt(
    "award.winnerInformedOn",
    "award/winnerInformedOn",
    [
      "Attributaire informé le",
      "Date d'information de l'attributaire",
      "تاريخ إخبار نائل الصفقة",
      "Winner informed on",
    ],
    day,
  ),
  fieldAt(
    "award.minutesPublishedAt",
    "award/minutesPublishedAt",
    [
      "Publication du PV",
      "Date de publication de l'extrait du PV",
      "تاريخ نشر ملخص المحضر",
      "Minutes published",
    ],
    moment,
  ),
  fieldAt(
    "award.approvedOn",
    "award/approvedOn",
    ["Date d'approbation", "Approuvé le", "تاريخ المصادقة", "Approval date"],
    day,
  ),
  fieldAt(
    "award.notifiedOn",
    "award/notifiedOn",
    ["Date de notification", "Notifié le", "تاريخ التبليغ", "Notification date"],
    day,
  ),
];
