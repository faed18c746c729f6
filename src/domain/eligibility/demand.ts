import type { ProfileForm } from "../cooperative.ts";
import type { Effect, Finding } from "../finding.ts";
import type { LocalDate } from "../local-date.ts";
import type { Language, PaperKind } from "../tender.ts";

// What a call demands of a tenderer, read once and asked of every profile. Whether a demand is lawful is not
// judged here: it is what the officer's own check has found.

/** What the officer's check says of the demand. */
export interface Lawfulness {
  /**
   * `unlawful`: a breach; `doubtful`: a warning; `discouraged`: against the policy alone; `lawful`: the rule
   * passes; `unknown`: the facts do not tell; `noRule`: no rule speaks of it.
   */
  readonly verdict: "unlawful" | "doubtful" | "discouraged" | "lawful" | "unknown" | "noRule";
  /** The finding behind it; its words are joined at the edge. */
  readonly finding: Finding | null;
}

/** What is compared with the profile. Sums are centimes. */
export type Ask =
  /** Asked of nobody but who comes too late. */
  | { readonly kind: "deadline"; readonly day: LocalDate }
  | { readonly kind: "legalForm"; readonly admitted: ReadonlySet<string> | null }
  | { readonly kind: "reservation"; readonly admitted: ReadonlySet<ProfileForm> | null }
  | { readonly kind: "invitation" }
  | { readonly kind: "paper"; readonly paper: PaperKind }
  /** The call does not say which papers it asks for. */
  | { readonly kind: "unsaidPapers" }
  | { readonly kind: "turnover"; readonly centimes: number }
  | { readonly kind: "references"; readonly count: number; readonly centimes: number | null }
  | { readonly kind: "staff"; readonly count: number }
  | { readonly kind: "years"; readonly count: number }
  | { readonly kind: "classification"; readonly classes: readonly string[] }
  | { readonly kind: "languages"; readonly languages: readonly Language[] }
  | { readonly kind: "siteVisit" };

/** One demand of a call or lot. */
export interface Demand {
  readonly ask: Ask;
  /** Where it stands in the tender. */
  readonly pointer: string;
  /** When it must be shown: with the offer, or by the winner; null when the call does not say. */
  readonly phase: "bid" | "award" | null;
  /** Forms of which it is asked; null: the call does not say of whom. */
  readonly forms: ReadonlySet<ProfileForm> | null;
  readonly lawfulness: Lawfulness;
}

const VERDICTS: Readonly<Record<Effect, Lawfulness["verdict"]>> = {
  breach: "unlawful",
  warning: "doubtful",
  points: "discouraged",
  info: "lawful",
};

const verdictOf = ({ outcome, effect }: Finding): Lawfulness["verdict"] => {
  if (outcome === "failed") return VERDICTS[effect ?? "info"];
  return outcome === "cantTell" ? "unknown" : outcome === "passed" ? "lawful" : "noRule";
};

export const NO_RULE: Lawfulness = { verdict: "noRule", finding: null };

/** The word of a rule on a demand; its finding for the lot, else for the whole. */
export const lawfulnessBy = (
  findings: readonly Finding[],
  rule: string,
  lot: string | undefined,
  evidence?: string,
): Lawfulness => {
  const own = findings.filter((finding) => finding.rule === rule);
  const finding = own.find((each) => each.lot === lot) ?? own.find((each) => each.lot === undefined);
  if (finding === undefined || finding.outcome === "inapplicable") return NO_RULE;
  // A rule may fail for another demand than this one: then it says nothing against this one.
  const isMeant =
    evidence === undefined || finding.evidence.some(({ pointer }) => pointer.startsWith(evidence));
  const isOther = finding.outcome === "failed" && !isMeant;
  return { verdict: isOther ? "lawful" : verdictOf(finding), finding };
};
