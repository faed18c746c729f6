import type { ArithmeticStep, Evidence } from "../finding.ts";
import type { Award, Offer, Tender } from "../tender.ts";

// Red flags are signs that ask for a look, by the definitions that the Open Contracting Partnership's tool Cardinal
// publishes. They are no judgement: neither the verdict nor the index knows of them.

/** Ids of the flags, as Cardinal names them. */
export const RED_FLAGS = ["R003", "R018", "R028", "R030", "R035", "R036"] as const;
export type RedFlagId = (typeof RED_FLAGS)[number];

/** `raised`: the sign is there; `clear`: it is not; `cantTell`: a fact is missing; `inapplicable`: it makes no sense here. */
export type FlagOutcome = "raised" | "clear" | "cantTell" | "inapplicable";

/** What one flag says of a tender, or of one of its lots. */
export interface RedFlag {
  readonly flag: RedFlagId;
  readonly lot?: string;
  readonly outcome: FlagOutcome;
  readonly evidence: readonly Evidence[];
  readonly arithmetic: readonly ArithmeticStep[];
  readonly missing: readonly string[];
}

/** From how few days a period for offers is short. A choice of whoever looks, not a number of the law. */
export interface FlagThresholds {
  readonly shortPeriodDays: number;
}

/** Cardinal's own default. */
export const CARDINAL_THRESHOLDS: FlagThresholds = { shortPeriodDays: 15 };

/** An offer with its place in the document. */
export interface PlacedOffer extends Offer {
  readonly at: string;
}

/** What a flag looks at: the whole tender, or one lot with its offers and its award. */
export interface FlagSubject {
  readonly tender: Tender;
  readonly lot: string | null;
  /** undefined: unknown. */
  readonly offers: readonly PlacedOffer[] | undefined;
  readonly award: Award | undefined;
}

/** A pure look at one subject. */
export type FlagCheck = (subject: FlagSubject, thresholds: FlagThresholds) => Omit<RedFlag, "flag" | "lot">;

const said = (
  outcome: FlagOutcome,
  evidence: readonly Evidence[],
  missing: readonly string[] = [],
  arithmetic: readonly ArithmeticStep[] = [],
): Omit<RedFlag, "flag" | "lot"> => ({ outcome, evidence, arithmetic, missing });

export const raised = (evidence: readonly Evidence[], arithmetic: readonly ArithmeticStep[] = []) =>
  said("raised", evidence, [], arithmetic);
export const clear = (evidence: readonly Evidence[] = [], arithmetic: readonly ArithmeticStep[] = []) =>
  said("clear", evidence, [], arithmetic);
export const cantTell = (missing: readonly string[], evidence: readonly Evidence[] = []) =>
  said("cantTell", evidence, missing);
export const notHere = () => said("inapplicable", []);
