import type {
  BENEFICIARIES,
  BUYER_KINDS,
  EVALUATION_METHODS,
  FAMILIES,
  LEGAL_FORMS,
  PAPER_HOLDERS,
  PAPER_KINDS,
  PROCEDURES,
  SECTORS,
  SOCIAL_CLAUSES,
  STAGES,
} from "./code-lists.ts";
import type { LocalDate, Moment } from "./local-date.ts";

// The tender of the JSON format, after the intake: amounts are whole centimes, moments carry their day.
// A property that is absent is unknown; an array that is present is complete.

export type Language = "ar" | "fr" | "en";
export type LocalText = Readonly<Partial<Record<Language, string>>>;

export type Sector = (typeof SECTORS)[number];
export type Category = "works" | "supplies" | "services";
export type Stage = (typeof STAGES)[number];
export type Procedure = (typeof PROCEDURES)[number];
export type BuyerKind = (typeof BUYER_KINDS)[number];
export type LegalForm = (typeof LEGAL_FORMS)[number];
export type Beneficiary = (typeof BENEFICIARIES)[number];
export type Family = (typeof FAMILIES)[number];
export type PaperKind = (typeof PAPER_KINDS)[number];
export type PaperHolder = (typeof PAPER_HOLDERS)[number];
export type EvaluationMethod = (typeof EVALUATION_METHODS)[number];
export type SocialClause = (typeof SOCIAL_CLAUSES)[number];

/** A sum with tax, in centimes of a dirham. */
export interface Amount {
  readonly centimes: number;
}

/** An estimate in centimes; `vatRate` in ten-thousandths (1000 = 10 %). */
export interface Estimate extends Amount {
  readonly taxIncluded?: boolean;
  readonly vatRate?: number;
}

export interface Buyer {
  readonly name: LocalText;
  readonly kind?: BuyerKind;
  readonly code?: string;
  readonly codeYear?: number;
}

export interface Reservation {
  readonly reserved?: boolean;
  readonly beneficiaries?: readonly Beneficiary[];
  readonly portalFlag?: boolean;
  readonly noticeText?: string;
  readonly rulesText?: string;
}

export interface Paper {
  readonly kind: PaperKind;
  readonly phase?: "bid" | "award";
  readonly appliesTo?: readonly PaperHolder[];
}

export interface Requirements {
  readonly papers?: readonly Paper[];
  readonly completionDays?: number;
  readonly legalForms?: readonly (LegalForm | "all")[];
  readonly minimumTurnover?: Amount;
  readonly similarReferences?: { readonly count?: number; readonly minimumAmount?: Amount };
  readonly minimumStaff?: number;
  readonly minimumYears?: number;
  readonly classifications?: readonly string[];
  readonly siteVisit?: "none" | "optional" | "mandatory";
  readonly fileFee?: Amount;
  readonly languages?: readonly Language[];
  readonly brands?: readonly { readonly text: string; readonly orEquivalent?: boolean }[];
}

export interface Lot {
  readonly id: string;
  readonly title?: LocalText;
  readonly estimate?: Estimate;
  readonly provisionalGuarantee?: Amount;
  readonly reservation?: Reservation;
  readonly requirements?: Requirements;
  readonly family?: Family;
  readonly cpv?: readonly string[];
  readonly suitableForSmallFirms?: boolean;
}

export interface Publication {
  readonly medium: "portal" | "newspaper" | "letter";
  readonly name?: string;
  readonly language?: Language;
  readonly publishedAt?: Moment;
}

export interface Amendment {
  readonly changedOn?: LocalDate;
  readonly noticePublishedOn?: LocalDate;
  readonly newOpeningAt?: Moment;
}

export interface Terms {
  readonly offerValidityDays?: number;
  readonly paymentDays?: number;
  /** Shares are ten-thousandths (5000 = 50 %). */
  readonly subcontractingMaxShare?: number;
  readonly definitiveGuaranteeShare?: number;
  readonly retentionShare?: number;
  readonly advanceShare?: number;
  readonly reservedExecution?: boolean;
  readonly socialClauses?: readonly SocialClause[];
}

export interface Tenderer {
  readonly name?: string;
  readonly legalForm?: LegalForm;
  readonly ice?: string;
  readonly foreign?: boolean;
}

export interface Offer {
  readonly id: string;
  readonly tenderer?: Tenderer;
  readonly lot?: string;
  readonly amount?: Amount;
  readonly admitted?: boolean;
  readonly receivedAt?: Moment;
}

export interface Award {
  /** Where the award stands in the document: `/award` or `/awards/0`. */
  readonly pointer: string;
  readonly offerId?: string;
  readonly tenderer?: Tenderer;
  readonly lot?: string;
  readonly amount?: Amount;
  readonly decidedOn?: LocalDate;
  readonly drawHeld?: boolean;
  readonly winnerInformedOn?: LocalDate;
  readonly minutesPublishedAt?: Moment;
  readonly approvedOn?: LocalDate;
  readonly notifiedOn?: LocalDate;
}

export interface Payment {
  readonly serviceRenderedOn?: LocalDate;
  readonly paidOn?: LocalDate;
  readonly amount?: Amount;
}

export interface Tender {
  readonly reference: string;
  readonly buyer: Buyer;
  readonly ocid?: string;
  readonly portal?: { readonly organisation?: string; readonly consultation?: string };
  readonly title: LocalText;
  readonly description?: LocalText;
  readonly category?: Category;
  readonly sector?: Sector;
  readonly cpv?: readonly string[];
  readonly suitableForSmallFirms?: boolean;
  readonly places?: readonly string[];
  readonly procedure?: Procedure;
  readonly scope?: "national" | "international";
  readonly launchedOn?: LocalDate;
  readonly stage?: Stage;
  readonly studies?: boolean;
  readonly estimate?: Estimate;
  readonly provisionalGuarantee?: Amount;
  readonly reservation?: Reservation;
  readonly lots?: readonly Lot[];
  readonly maxLotsPerTenderer?: number;
  readonly publications?: readonly Publication[];
  readonly submissionDeadline?: Moment;
  readonly openingAt?: Moment;
  readonly amendments?: readonly Amendment[];
  readonly programme?: { readonly listed?: boolean; readonly publishedOn?: LocalDate };
  readonly requirements?: Requirements;
  readonly evaluation?: { readonly method?: EvaluationMethod };
  readonly terms?: Terms;
  readonly purchaseOrder?: {
    readonly withoutCompetition?: boolean;
    readonly justification?: string;
    readonly natureCode?: string;
    readonly budgetYear?: number;
  };
  readonly consultedCount?: number;
  readonly offers?: readonly Offer[];
  /** From `award` or `awards`; absent when neither is given. */
  readonly awards?: readonly Award[];
  readonly payments?: readonly Payment[];
}
