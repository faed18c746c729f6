import {
  ADMISSIBLE_FORMS,
  BENEFICIARIES,
  EVALUATION_METHODS,
  FAMILIES,
  PAPER_HOLDERS,
  PAPER_KINDS,
  PROCEDURES,
  SECTORS,
  SOCIAL_CLAUSES,
  STAGES,
} from "../../../domain/code-lists.ts";
import type { Field, Section } from "./field.ts";

const LANGUAGES = ["ar", "fr", "en"];

const always = { isAlways: true } as const;

const identity: readonly Field[] = [
  { pointer: "/procedure", kind: "choice", options: PROCEDURES, ...always },
  {
    pointer: "/stage",
    kind: "choice",
    options: STAGES,
    ...always,
  },
  { pointer: "/reference", kind: "text", isRequired: true, direction: "ltr", ...always },
  { pointer: "/buyer/name/fr", kind: "text", direction: "ltr", ...always },
  { pointer: "/buyer/name/ar", kind: "text", direction: "rtl", ...always },
  { pointer: "/title/fr", kind: "area", direction: "ltr", ...always },
  { pointer: "/title/ar", kind: "area", direction: "rtl", ...always },
  { pointer: "/category", kind: "choice", options: ["works", "supplies", "services"], ...always },
  { pointer: "/sector", kind: "choice", options: SECTORS },
  { pointer: "/launchedOn", kind: "day", ...always },
  { pointer: "/scope", kind: "choice", options: ["national", "international"] },
  { pointer: "/studies", kind: "flag" },
];

const estimate: readonly Field[] = [
  { pointer: "/estimate/amount", kind: "amount", ...always },
  { pointer: "/estimate/taxIncluded", kind: "flag", ...always },
  { pointer: "/estimate/vatRate", kind: "share" },
  { pointer: "/provisionalGuarantee/amount", kind: "amount" },
  {
    pointer: "/lots",
    kind: "rows",
    columns: [
      { pointer: "/title/fr", kind: "text", direction: "auto" },
      { pointer: "/family", kind: "choice", options: [...FAMILIES] },
      { pointer: "/estimate/amount", kind: "amount" },
      { pointer: "/estimate/taxIncluded", kind: "flag" },
      { pointer: "/provisionalGuarantee/amount", kind: "amount" },
      { pointer: "/reservation/reserved", kind: "flag" },
    ],
  },
  { pointer: "/maxLotsPerTenderer", kind: "whole" },
  { pointer: "/consultedCount", kind: "whole" },
  { pointer: "/programme/listed", kind: "flag" },
];

const reservation: readonly Field[] = [
  { pointer: "/reservation/reserved", kind: "flag", group: "/reservation" },
  { pointer: "/reservation/portalFlag", kind: "flag", group: "/reservation" },
  { pointer: "/reservation/beneficiaries", kind: "set", options: BENEFICIARIES, group: "/reservation" },
  { pointer: "/reservation/noticeText", kind: "area", direction: "auto", group: "/reservation" },
  { pointer: "/reservation/rulesText", kind: "area", direction: "auto", group: "/reservation" },
];

const publication: readonly Field[] = [
  {
    pointer: "/publications",
    kind: "rows",
    columns: [
      { pointer: "/medium", kind: "choice", options: ["portal", "newspaper", "letter"] },
      { pointer: "/name", kind: "text", direction: "auto" },
      { pointer: "/language", kind: "choice", options: LANGUAGES },
      { pointer: "/publishedAt", kind: "moment" },
    ],
  },
  { pointer: "/submissionDeadline", kind: "moment" },
  { pointer: "/openingAt", kind: "moment" },
  {
    pointer: "/amendments",
    kind: "rows",
    columns: [
      { pointer: "/changedOn", kind: "day" },
      { pointer: "/noticePublishedOn", kind: "day" },
      { pointer: "/newOpeningAt", kind: "moment" },
    ],
  },
];

const requirements: readonly Field[] = [
  {
    pointer: "/requirements/papers",
    kind: "rows",
    columns: [
      { pointer: "/kind", kind: "choice", options: PAPER_KINDS },
      { pointer: "/phase", kind: "choice", options: ["bid", "award"] },
      { pointer: "/appliesTo/0", kind: "choice", options: PAPER_HOLDERS },
    ],
  },
  { pointer: "/requirements/completionDays", kind: "whole" },
  { pointer: "/requirements/legalForms", kind: "set", options: ["all", ...ADMISSIBLE_FORMS] },
  { pointer: "/requirements/minimumTurnover/amount", kind: "amount" },
  {
    pointer: "/requirements/similarReferences/count",
    kind: "whole",
    group: "/requirements/similarReferences",
  },
  {
    pointer: "/requirements/similarReferences/minimumAmount",
    kind: "amount",
    group: "/requirements/similarReferences",
  },
  { pointer: "/requirements/siteVisit", kind: "choice", options: ["none", "optional", "mandatory"] },
  { pointer: "/requirements/fileFee/amount", kind: "amount" },
  { pointer: "/requirements/languages", kind: "set", options: LANGUAGES },
  {
    pointer: "/requirements/brands",
    kind: "rows",
    columns: [
      { pointer: "/text", kind: "text", direction: "auto" },
      { pointer: "/orEquivalent", kind: "flag" },
    ],
  },
];

const terms: readonly Field[] = [
  {
    pointer: "/evaluation/method",
    kind: "choice",
    options: EVALUATION_METHODS,
  },
  { pointer: "/terms/paymentDays", kind: "whole" },
  { pointer: "/terms/offerValidityDays", kind: "whole" },
  { pointer: "/terms/subcontractingMaxShare", kind: "share" },
  { pointer: "/terms/definitiveGuaranteeShare", kind: "share" },
  { pointer: "/terms/retentionShare", kind: "share" },
  { pointer: "/terms/advanceShare", kind: "share" },
  { pointer: "/terms/socialClauses", kind: "set", options: SOCIAL_CLAUSES },
];

const order: readonly Field[] = [
  { pointer: "/purchaseOrder/withoutCompetition", kind: "flag", group: "/purchaseOrder" },
  { pointer: "/purchaseOrder/justification", kind: "area", direction: "auto", group: "/purchaseOrder" },
  { pointer: "/purchaseOrder/natureCode", kind: "text", direction: "ltr", group: "/purchaseOrder" },
];

const outcome: readonly Field[] = [
  {
    pointer: "/offers",
    kind: "rows",
    columns: [
      { pointer: "/id", kind: "text", direction: "ltr" },
      { pointer: "/tenderer/legalForm", kind: "choice", options: ADMISSIBLE_FORMS },
      { pointer: "/lot", kind: "text", direction: "ltr" },
      { pointer: "/amount", kind: "amount" },
      { pointer: "/admitted", kind: "flag" },
    ],
  },
  { pointer: "/award/offerId", kind: "text", direction: "ltr", group: "/award" },
  { pointer: "/award/tenderer/legalForm", kind: "choice", options: ADMISSIBLE_FORMS, group: "/award" },
  { pointer: "/award/amount", kind: "amount", group: "/award" },
  { pointer: "/award/decidedOn", kind: "day", group: "/award" },
  { pointer: "/award/drawHeld", kind: "flag", group: "/award" },
  { pointer: "/award/winnerInformedOn", kind: "day", group: "/award" },
  { pointer: "/award/minutesPublishedAt", kind: "moment", group: "/award" },
  { pointer: "/award/approvedOn", kind: "day", group: "/award" },
  { pointer: "/award/notifiedOn", kind: "day", group: "/award" },
  {
    pointer: "/payments",
    kind: "rows",
    columns: [
      { pointer: "/serviceRenderedOn", kind: "day" },
      { pointer: "/paidOn", kind: "day" },
      { pointer: "/amount", kind: "amount" },
    ],
  },
];

/** The form of a tender: everything that the rules may ask for, in the order of an officer's file. */
export const SECTIONS: readonly Section[] = [
  { key: "identity", fields: identity },
  { key: "reservation", fields: reservation },
  { key: "estimate", fields: estimate },
  { key: "requirements", fields: requirements },
  { key: "terms", fields: terms },
  { key: "order", fields: order },
  { key: "publication", fields: publication },
  { key: "outcome", fields: outcome },
];
