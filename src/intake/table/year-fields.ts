import { readSector } from "../printed/labels/contract.ts";
import { readLegalForm } from "../printed/labels/party.ts";
import { readProcedure } from "../printed/labels/procedure.ts";
import { day, dirhams, label, month, text, words, yesNo } from "./cell-readers.ts";
import { type Field, fieldAt } from "./field.ts";

/** The columns that a forecast programme may have. */
export const PROGRAMME_FIELDS: readonly Field[] = [
  fieldAt(
    "reference",
    "reference",
    ["Référence", "N°", "N° d'ordre", "المرجع", "الرقم", "الرقم الترتيبي", "Reference"],
    text,
  ),
  fieldAt(
    "title",
    "title",
    ["Objet", "Objet du marché", "Intitulé", "Désignation", "موضوع الصفقة", "الموضوع", "Title", "Object"],
    words,
  ),
  fieldAt(
    "amount",
    "amount",
    [
      "Montant prévisionnel",
      "Montant estimé",
      "Montant",
      "Estimation",
      "Budget prévisionnel",
      "المبلغ التوقعي",
      "المبلغ",
      "الكلفة التقديرية",
      "Forecast amount",
      "Amount",
    ],
    dirhams,
  ),
  fieldAt(
    "procedure",
    "procedure",
    [
      "Mode de passation",
      "Procédure",
      "Mode de passation du marché",
      "طريقة الإبرام",
      "المسطرة",
      "Procedure",
    ],
    label(readProcedure),
  ),
  fieldAt(
    "reserved",
    "reserved",
    [
      "Réservé",
      "Réservé à la TPE PME coopératives auto-entrepreneurs",
      "Marché réservé",
      "Réservation",
      "مخصص",
      "مخصص للتعاونيات",
      "التخصيص",
      "Reserved",
    ],
    yesNo,
  ),
  fieldAt("sector", "sector", ["Secteur", "القطاع", "Sector"], label(readSector)),
  fieldAt(
    "launchPlannedFor",
    "launchPlannedFor",
    [
      "Période prévue de lancement",
      "Date prévue de lancement",
      "Période prévue",
      "Mois de lancement",
      "الفترة المتوقعة للإعلان",
      "تاريخ الإعلان المتوقع",
      "شهر الإعلان",
      "Planned launch",
    ],
    month,
  ),
  fieldAt("launched", "launched", ["Lancé", "Déjà lancé", "تم الإعلان", "Launched"], yesNo),
];

/** The columns that a list of purchase orders may have. */
export const ORDER_FIELDS: readonly Field[] = [
  fieldAt(
    "reference",
    "reference",
    [
      "N° BC",
      "N° bon de commande",
      "Référence",
      "N°",
      "رقم سند الطلب",
      "المرجع",
      "Order number",
      "Reference",
    ],
    text,
  ),
  fieldAt(
    "title",
    "title",
    ["Objet", "Désignation", "Intitulé", "Prestation", "موضوع سند الطلب", "الموضوع", "Title", "Object"],
    words,
  ),
  fieldAt(
    "natureCode",
    "natureCode",
    ["Nature", "Nature de la prestation", "Rubrique", "Code nature", "طبيعة الخدمة", "الباب", "Nature code"],
    text,
  ),
  fieldAt(
    "amount",
    "amount",
    ["Montant TTC", "Montant", "Montant du BC", "مبلغ سند الطلب", "المبلغ", "Amount"],
    dirhams,
  ),
  fieldAt(
    "orderedOn",
    "orderedOn",
    ["Date", "Date du BC", "Date d'émission", "Date de commande", "تاريخ سند الطلب", "التاريخ", "Order date"],
    day,
  ),
  fieldAt(
    "supplierLegalForm",
    "supplierLegalForm",
    ["Forme juridique", "Forme juridique du fournisseur", "الشكل القانوني", "Legal form"],
    label(readLegalForm),
  ),
];
