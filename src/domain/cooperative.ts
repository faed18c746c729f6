import type { LocalDate } from "./local-date.ts";
import type { Amount, Family, Language, LegalForm, LocalText, Sector } from "./tender.ts";

/** Who may keep a profile. */
export const PROFILE_FORMS = [
  "cooperative",
  "cooperativeUnion",
  "selfEntrepreneur",
  "verySmallEnterprise",
  "smallMediumEnterprise",
  "company",
] as const satisfies readonly LegalForm[];
export type ProfileForm = (typeof PROFILE_FORMS)[number];

/** A certificate that the profile says it holds, and until when it is good. */
export interface Certificate {
  readonly issuedOn?: LocalDate;
  readonly validUntil?: LocalDate;
}

/**
 * A cooperative, union, self-entrepreneur or small firm. Absent is unknown; `null` for a paper says: not held.
 * An array that is present is complete.
 */
export interface Cooperative {
  readonly name: LocalText;
  readonly legalForm: ProfileForm;
  readonly sectors?: readonly Sector[];
  readonly families?: readonly Family[];
  /** Codes of the places served: regions, provinces, communes. */
  readonly places?: readonly string[];
  /** The largest contract it can carry out, with tax. */
  readonly largestContract?: Amount;
  readonly turnover?: Amount;
  /** Its own register: of cooperatives, of self-entrepreneurs, of commerce. */
  readonly register?: {
    readonly court?: string;
    readonly number?: string;
    readonly registeredOn?: LocalDate;
  } | null;
  readonly taxCertificate?: Certificate | null;
  readonly socialSecurityCertificate?: Certificate | null;
  readonly sanitaryAuthorisation?: Certificate | null;
  readonly ice?: string;
  readonly members?: number;
  readonly staff?: number;
  readonly foundedOn?: LocalDate;
  readonly references?: readonly {
    readonly amount?: Amount;
    readonly sector?: Sector;
    readonly year?: number;
  }[];
  readonly classifications?: readonly string[];
  readonly languages?: readonly Language[];
  /** Wishes to be shown to others as a partner; false unless said. */
  readonly isListed?: boolean;
}
