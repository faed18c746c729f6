import {
  ADMISSIBLE_FORMS,
  BENEFICIARIES,
  BUYER_KINDS,
  FAMILIES,
  LEGAL_FORMS,
  PAPER_HOLDERS,
  PAPER_KINDS,
  PROCEDURES,
  SECTORS,
  STAGES,
} from "../../domain/code-lists.ts";
import type { Category, EvaluationMethod, LegalForm, Procedure, SocialClause } from "../../domain/tender.ts";

// Codes of the format and of OCDS with the cooperative-priority profile: one table for both ways.

const itself = <T extends string>(...codes: readonly T[]): Readonly<Record<T, T>> =>
  Object.fromEntries(codes.map((code) => [code, code])) as Record<T, T>;

/** Schemes of classifications and identifiers of organisations. */
export const SCHEME = {
  legalForm: "MA-LEGAL-FORM",
  buyerKind: "MA-BUYER-KIND",
  ice: "MA-ICE",
  territory: "MA-HCP",
} as const;

export const CATEGORY: Readonly<Record<string, Category>> = {
  works: "works",
  goods: "supplies",
  services: "services",
};

export const SECTOR = itself(...SECTORS);
export const STAGE = itself(...STAGES);
export const SCOPE = itself<"national" | "international">("national", "international");

export const LEGAL_FORM = itself(...LEGAL_FORMS);

/** A self-employed person is not by that a self-entrepreneur of Moroccan law. */
export const FORM_OF_SCALE: Readonly<Record<string, LegalForm>> = {
  micro: "verySmallEnterprise",
  sme: "smallMediumEnterprise",
  small: "smallMediumEnterprise",
  medium: "smallMediumEnterprise",
};

export const SCALE_OF_FORM: Readonly<Partial<Record<LegalForm, string>>> = {
  verySmallEnterprise: "micro",
  smallMediumEnterprise: "sme",
  selfEntrepreneur: "selfEmployed",
};

export const BUYER_KIND = itself(...BUYER_KINDS);

export const BENEFICIARY = itself(...BENEFICIARIES);

export const FAMILY = itself(...FAMILIES);

export const PAPER = itself(...PAPER_KINDS);

export const PHASE = itself<"bid" | "award">("bid", "award");
export const HOLDER = itself(...PAPER_HOLDERS);
export const ADMITTED = itself<Exclude<LegalForm, "unknown"> | "all">("all", ...ADMISSIBLE_FORMS);
export const VISIT = itself<"none" | "optional" | "mandatory">("none", "optional", "mandatory");
export const MEDIUM = itself<"portal" | "newspaper" | "letter">("portal", "newspaper", "letter");
export const LANGUAGE = itself<"ar" | "fr" | "en">("ar", "fr", "en");

/** `priceOnly` does not say whether the lowest price wins or the one nearest to the reference price. */
export const AWARD_CRITERIA: Readonly<Record<string, EvaluationMethod>> = {
  referencePrice: "referencePrice",
  lowestPrice: "lowestPrice",
  lowestCost: "lowestPrice",
  markup: "markup",
  ratedCriteria: "points",
};

export const CRITERIA_OF_METHOD: Readonly<Record<EvaluationMethod, string>> = {
  referencePrice: "referencePrice",
  lowestPrice: "lowestPrice",
  markup: "markup",
  points: "ratedCriteria",
};

export const CLAUSE_OF_GOAL: Readonly<Record<string, SocialClause>> = {
  "economic.localProducts": "localProducts",
  "economic.localLabour": "localLabour",
  "social.womenEmployment": "womenEmployment",
  "social.disadvantagedEmploymentOpportunities": "disabledEmployment",
  "environmental.wasteReduction": "wasteReduction",
};

export const GOAL_OF_CLAUSE = Object.fromEntries(
  Object.entries(CLAUSE_OF_GOAL).map(([goal, clause]) => [clause, goal]),
) as Readonly<Record<SocialClause, string>>;

/** The strategy that makes a goal a clause of the contract. */
export const CLAUSE_STRATEGY = "contractPerformanceConditions";

export const PROCEDURE = itself(...PROCEDURES);

/** The nearest method of the standard, and the name that Moroccan papers print. */
export const METHOD_OF_PROCEDURE: Readonly<
  Record<Procedure, { readonly method: string; readonly details: string }>
> = {
  open: { method: "open", details: "Appel d'offres ouvert" },
  simplifiedOpen: { method: "open", details: "Appel d'offres ouvert simplifié" },
  openWithMarkup: { method: "open", details: "Appel d'offres ouvert au rabais ou à majoration" },
  restricted: { method: "limited", details: "Appel d'offres restreint" },
  preselection: { method: "selective", details: "Appel d'offres avec présélection" },
  designContest: { method: "open", details: "Concours" },
  competitiveDialogue: { method: "selective", details: "Dialogue compétitif" },
  negotiatedWithPublicity: { method: "limited", details: "Procédure négociée avec publicité préalable" },
  negotiated: { method: "direct", details: "Procédure négociée sans publicité préalable" },
  purchaseOrder: { method: "limited", details: "Bon de commande" },
  ordinaryLaw: { method: "direct", details: "Contrat de droit commun" },
};

/** Beginnings of the names of procedures, as printed, the longer first; `method` only where it agrees. */
export const PROCEDURE_NAMES: readonly (readonly [RegExp, Procedure])[] = [
  [/simplifi|مبسط|\bsimplified/i, "simplifiedOpen"],
  [/rabais|majoration|تخفيض|زيادة/i, "openWithMarkup"],
  [/bons? de commande|سندات? (ال)?طلب|purchase order/i, "purchaseOrder"],
  [/pr[ée]s[ée]lection|انتقاء مسبق|الانتقاء المسبق/i, "preselection"],
  [/dialogue comp[ée]titif|حوار تنافسي|الحوار التنافسي|competitive dialogue/i, "competitiveDialogue"],
  [/n[ée]goci[ée]e? sans|sans publicit[ée]|بدون إعلان|بدون إشهار/i, "negotiated"],
  [/n[ée]goci[ée]e? avec|avec publicit[ée]|بإعلان مسبق|بإشهار مسبق/i, "negotiatedWithPublicity"],
  [/restreint|طلب عروض محدود|طلب العروض المحدود/i, "restricted"],
  [/^concours|architectural|مباراة/i, "designContest"],
  [/droit commun|القانون العادي/i, "ordinaryLaw"],
  [/appel d.offres ouvert|طلب عروض مفتوح|طلب العروض المفتوح|open call/i, "open"],
];
