import { readCategory, readScope, readSector, readStage } from "../printed/labels/contract.ts";
import { readBuyerKind } from "../printed/labels/party.ts";
import { readProcedure } from "../printed/labels/procedure.ts";
import { day, label, list, reference, text, words, yesNo } from "./cell-readers.ts";
import { type Field, fieldAt } from "./field.ts";

/** Columns of what is called for, by whom, and how. */
export const CALL_FIELDS: readonly Field[] = [
  fieldAt(
    "reference",
    "reference",
    [
      "Référence",
      "N° AO",
      "N° appel d'offres",
      "Numéro",
      "Réf",
      "المرجع",
      "رقم طلب العروض",
      "رقم",
      "Reference",
      "Number",
    ],
    reference,
  ),
  fieldAt(
    "title",
    "title",
    [
      "Objet",
      "Intitulé",
      "Libellé",
      "Désignation",
      "Objet du marché",
      "الموضوع",
      "موضوع الصفقة",
      "الغرض",
      "Title",
      "Object",
      "Subject",
    ],
    words,
  ),
  fieldAt(
    "title.fr",
    "title/fr",
    ["Objet (français)", "Objet en français", "الموضوع بالفرنسية", "Title (French)"],
    text,
  ),
  fieldAt(
    "title.ar",
    "title/ar",
    ["Objet (arabe)", "Objet en arabe", "الموضوع بالعربية", "Title (Arabic)"],
    text,
  ),
  fieldAt("description", "description", ["Description", "Consistance", "الوصف", "المحتوى"], words),
  fieldAt(
    "buyer.name",
    "buyer/name",
    [
      "Acheteur public",
      "Maître d'ouvrage",
      "Acheteur",
      "Organisme",
      "صاحب المشروع",
      "المشتري العمومي",
      "الجماعة",
      "Buyer",
      "Contracting authority",
    ],
    words,
  ),
  fieldAt(
    "buyer.kind",
    "buyer/kind",
    ["Type d'acheteur", "Nature de l'acheteur", "نوع المشتري", "Kind of buyer"],
    label(readBuyerKind),
  ),
  fieldAt("buyer.code", "buyer/code", ["Code HCP", "Code commune", "رمز الجماعة", "Buyer code"], text),
  fieldAt(
    "portal.organisation",
    "portal/organisation",
    ["Organisme portail", "Acronyme", "رمز الهيئة", "Portal organisation"],
    text,
  ),
  fieldAt(
    "portal.consultation",
    "portal/consultation",
    ["N° consultation", "Référence consultation portail", "رقم الاستشارة", "Portal consultation"],
    text,
  ),
  fieldAt(
    "category",
    "category",
    ["Catégorie", "Catégorie principale", "Nature de prestation", "الصنف", "الصنف الرئيسي", "Category"],
    label(readCategory),
  ),
  fieldAt("sector", "sector", ["Secteur", "القطاع", "Sector"], label(readSector)),
  fieldAt(
    "places",
    "places",
    ["Lieu d'exécution", "Code lieu d'exécution", "مكان التنفيذ", "Place of performance"],
    list,
  ),
  fieldAt(
    "procedure",
    "procedure",
    [
      "Procédure",
      "Mode de passation",
      "Type de procédure",
      "Mode de passation du marché",
      "المسطرة",
      "طريقة الإبرام",
      "طريقة إبرام الصفقة",
      "Procedure",
    ],
    label(readProcedure),
  ),
  fieldAt(
    "scope",
    "scope",
    ["Portée", "National ou international", "نطاق طلب العروض", "Scope"],
    label(readScope),
  ),
  fieldAt("launchedOn", "launchedOn", ["Date de lancement", "Lancé le", "تاريخ الإطلاق", "Launch date"], day),
  fieldAt(
    "stage",
    "stage",
    ["Statut", "État", "État d'avancement", "الحالة", "Stage", "Status"],
    label(readStage),
  ),
  fieldAt("studies", "studies", ["Étude", "Marché d'études", "دراسة", "Study"], yesNo),
];
