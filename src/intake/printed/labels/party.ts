import type { Beneficiary, BuyerKind, LegalForm } from "../../../domain/tender.ts";
import { type Labels, labelReader } from "../read-label.ts";

const LEGAL_FORMS: Labels<LegalForm> = {
  company: [
    "société",
    "entreprise",
    "SA",
    "S.A.",
    "SAS",
    "SNC",
    "SARL",
    "S.A.R.L.",
    "SARL AU",
    "SARLAU",
    "S.A.R.L. A.U.",
    "personne morale",
    "شركة",
    "مقاولة",
    "firm",
    "company",
  ],
  verySmallEnterprise: [
    "TPE",
    "très petite entreprise",
    "micro-entreprise",
    "مقاولة صغيرة جدا",
    "المقاولة الصغيرة جدا",
    "very small enterprise",
  ],
  smallMediumEnterprise: [
    "PME",
    "TPME",
    "petite et moyenne entreprise",
    "مقاولة صغيرة ومتوسطة",
    "المقاولة الصغيرة والمتوسطة",
    "مقاولة صغيرة أو متوسطة",
    "small or medium enterprise",
    "SME",
  ],
  cooperative: ["coopérative", "coop", "تعاونية", "التعاونية", "cooperative"],
  cooperativeUnion: [
    "union de coopératives",
    "union des coopératives",
    "اتحاد تعاونيات",
    "اتحاد التعاونيات",
    "union of cooperatives",
  ],
  selfEntrepreneur: [
    "auto-entrepreneur",
    "autoentrepreneur",
    "auto entrepreneur",
    "AE",
    "مقاول ذاتي",
    "المقاول الذاتي",
    "self-entrepreneur",
  ],
  consortium: ["groupement", "groupement conjoint", "groupement solidaire", "تجمع", "consortium"],
  unknown: ["inconnu", "غير معروف", "unknown"],
};

/** The legal form of a tenderer or supplier as forms print it. */
export const readLegalForm = labelReader(LEGAL_FORMS);

const BUYER_KINDS: Labels<BuyerKind> = {
  commune: [
    "commune",
    "commune urbaine",
    "commune rurale",
    "commune territoriale",
    "municipalité",
    "جماعة",
    "الجماعة",
    "جماعة ترابية",
    "municipality",
  ],
  arrondissement: ["arrondissement", "مقاطعة", "المقاطعة", "borough"],
  province: ["province", "conseil provincial", "إقليم", "الإقليم", "المجلس الإقليمي", "عمالة إقليم"],
  prefecture: ["préfecture", "conseil préfectoral", "عمالة", "العمالة", "مجلس العمالة"],
  region: ["région", "conseil régional", "جهة", "الجهة", "مجلس الجهة", "region"],
  grouping: [
    "groupement de collectivités",
    "groupement de communes",
    "établissement de coopération intercommunale",
    "مجموعة الجماعات",
    "مجموعة الجماعات الترابية",
    "مؤسسة التعاون بين الجماعات",
    "grouping of communes",
  ],
  publicEstablishment: [
    "établissement public",
    "AREF",
    "مؤسسة عمومية",
    "المؤسسة العمومية",
    "public establishment",
  ],
  state: ["État", "ministère", "administration de l'État", "الدولة", "وزارة", "ministry", "state"],
};

/** The kind of a buyer as forms print it. */
export const readBuyerKind = labelReader(BUYER_KINDS);

const BENEFICIARIES: Labels<Beneficiary> = {
  verySmallEnterprise: [
    "TPE",
    "très petite entreprise",
    "très petites entreprises",
    "المقاولات الصغيرة جدا",
    "الصغيرة جدا",
  ],
  smallMediumEnterprise: [
    "PME",
    "petites et moyennes entreprises",
    "المقاولات الصغيرة والمتوسطة",
    "الصغيرة والمتوسطة",
    "TPME",
  ],
  innovativeStartup: [
    "jeunes entreprises innovantes",
    "start-up",
    "المقاولات المبتكرة الناشئة",
    "المقاولات الناشئة المبتكرة",
  ],
  cooperative: ["coopérative", "coopératives", "تعاونيات", "التعاونيات", "والتعاونيات", "تعاونية"],
  cooperativeUnion: [
    "union de coopératives",
    "unions de coopératives",
    "unions",
    "اتحاد التعاونيات",
    "اتحادات التعاونيات",
    "واتحادات التعاونيات",
  ],
  selfEntrepreneur: [
    "auto-entrepreneur",
    "auto-entrepreneurs",
    "المقاول الذاتي",
    "المقاولين الذاتيين",
    "والمقاولين الذاتيين",
  ],
};

/** One group for whom a call is reserved. */
export const readBeneficiary = labelReader(BENEFICIARIES);
