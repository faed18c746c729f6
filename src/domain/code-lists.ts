// The codes of the format, each list once: types, schemas, forms and exchanges are made of them.

/** What is bought, as the policy divides it. */
export const SECTORS = ["catering", "events", "services", "other"] as const;

/** Where a call stands, first to last. */
export const STAGES = ["draft", "published", "opened", "awarded", "completed"] as const;

/** Procedures of award, as the decree names them. */
export const PROCEDURES = [
  "open",
  "simplifiedOpen",
  "openWithMarkup",
  "restricted",
  "preselection",
  "designContest",
  "competitiveDialogue",
  "negotiatedWithPublicity",
  "negotiated",
  "purchaseOrder",
  "ordinaryLaw",
] as const;

/** Kinds of buyers. */
export const BUYER_KINDS = [
  "commune",
  "arrondissement",
  "province",
  "prefecture",
  "region",
  "grouping",
  "publicEstablishment",
  "state",
] as const;

/** Legal forms that a call may admit. */
export const ADMISSIBLE_FORMS = [
  "company",
  "verySmallEnterprise",
  "smallMediumEnterprise",
  "cooperative",
  "cooperativeUnion",
  "selfEntrepreneur",
  "consortium",
] as const;

/** Legal forms of a tenderer. */
export const LEGAL_FORMS = [...ADMISSIBLE_FORMS, "unknown"] as const;

/** For whom a call may be reserved. */
export const BENEFICIARIES = [
  "verySmallEnterprise",
  "smallMediumEnterprise",
  "innovativeStartup",
  "cooperative",
  "cooperativeUnion",
  "selfEntrepreneur",
] as const;

/** What a lot or a contract consists of. */
export const FAMILIES = [
  "catering",
  "tents",
  "sound",
  "lighting",
  "stage",
  "furniture",
  "gifts",
  "printing",
  "transport",
  "accommodation",
  "entertainment",
  "guarding",
  "cleaning",
  "greenSpaces",
  "training",
  "other",
] as const;

/** Papers that a call may ask for. */
export const PAPER_KINDS = [
  "powers",
  "swornStatement",
  "guaranteeReceipt",
  "cooperativeRegister",
  "commercialRegister",
  "selfEntrepreneurRegister",
  "taxCertificate",
  "socialSecurityCertificate",
  "references",
  "workPlan",
  "meansNote",
  "classification",
  "sanitaryAuthorisation",
  "other",
] as const;

/** Of whom a paper may be asked. */
export const PAPER_HOLDERS = [
  "all",
  "company",
  "cooperative",
  "cooperativeUnion",
  "selfEntrepreneur",
] as const;

/** How the best offer is chosen. */
export const EVALUATION_METHODS = ["referencePrice", "lowestPrice", "markup", "points"] as const;

/** Goals that a contract may pursue beside its object. */
export const SOCIAL_CLAUSES = [
  "localProducts",
  "localLabour",
  "womenEmployment",
  "disabledEmployment",
  "wasteReduction",
] as const;
