import type { LocalDate } from "./local-date.ts";
import type { Family, LocalText } from "./tender.ts";

/** EARL's four outcomes: unknown is `cantTell`, never `failed`. */
export type Outcome = "passed" | "failed" | "cantTell" | "inapplicable";
/** `breach`: the law is broken; `warning`: a legal doubt; `points`: policy; `info`: told, weighs nothing. */
export type Effect = "breach" | "warning" | "points" | "info";
/** `binding`: the law; `recommended`: the policy of the Sidi Moumen Declaration. */
export type Norm = "binding" | "recommended";
/** How a source was read: T legal text, D real tender document, S secondary, R recalled, C conflicting, P policy. */
export type Grade = "T" | "D" | "S" | "R" | "C" | "P";

export type EvidenceValue = string | number | boolean | readonly string[];

/** What the check read, as the user sent it: amounts in dirhams, dates as text. */
export interface Evidence {
  readonly pointer: string;
  readonly value: EvidenceValue;
}

/** One line of a calculation; `label` is a key into the rulebook's wording. */
export interface ArithmeticStep {
  readonly label: string;
  readonly expression: string;
  readonly value: string | number;
}

/** A fact of the case that a text to paste prints: dirhams, a day, a count, a text as sent, families of services. */
export type SingleFigure =
  | { readonly amount: number }
  | { readonly day: LocalDate }
  | { readonly count: number }
  | { readonly text: string }
  | { readonly words: LocalText }
  | { readonly families: readonly Family[] };

/** One figure, or one of each of several things of a kind; null: not known. */
export type Figure = SingleFigure | { readonly each: readonly (SingleFigure | null)[] };

/** Figures by the name of their place in the text. */
export type Figures = Readonly<Record<string, Figure>>;

export interface LegalBasis {
  readonly text: string;
  readonly article?: string;
  readonly grade: Grade;
}

/** A number of the law (or of the policy) that a finding rests on. */
export interface ParameterUse {
  readonly id: string;
  readonly value: number;
  readonly grade: Grade;
}

/** Points of the index: earned + undetermined ≤ possible. */
export interface Points {
  readonly earned: number;
  readonly possible: number;
  readonly undetermined: number;
}

export interface Finding {
  readonly rule: string;
  readonly lot?: string;
  readonly outcome: Outcome;
  readonly norm: Norm;
  /** After the cap by source grade; null unless failed. */
  readonly effect: Effect | null;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
  readonly arithmetic: readonly ArithmeticStep[];
  readonly missing: readonly string[];
  readonly parameters: readonly ParameterUse[];
  readonly legalBasis: readonly LegalBasis[];
  readonly points: Points | null;
  readonly remedy: string | null;
  /** What the text to paste needs of this case; only beside a remedy. */
  readonly figures?: Figures;
}
