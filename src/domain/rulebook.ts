import type { Lexicon } from "./classify.ts";
import type { Confirmation } from "./confirmation.ts";
import type { Effect, Grade, Norm, Outcome } from "./finding.ts";
import { isInForce, type LocalDate, type Period } from "./local-date.ts";
import type { Language, Procedure } from "./tender.ts";
import type { HolidayCalendar } from "./working-days.ts";

export type Words = Readonly<Record<Language, string>>;

/** A legal text, or the declaration of policy. */
export interface LegalText {
  readonly id: string;
  readonly kind: "law" | "policy";
  readonly title: Words;
  readonly short: Words;
  readonly signedOn?: LocalDate;
  /** The issue of the Bulletin officiel; the first release of the rulebook named it in French alone. */
  readonly bulletin?: Words | string;
  readonly inForce?: Period;
  readonly repeals?: string;
  /** Procurement procedures the text knows; only for the decrees on public contracts. */
  readonly procedures?: readonly Procedure[];
}

/**
 * What a number of the law counts. `share` is a ratio of one; `monthDay` is month × 100 + day, a day of each year;
 * `yesNo` is 1 or 0.
 */
export type Unit = "share" | "dirhams" | "days" | "hours" | "count" | "monthDay" | "yesNo";

/** A number of the law, by period. */
export interface Parameter {
  readonly id: string;
  readonly unit: Unit;
  readonly title: Words;
  /** The question that would settle it. */
  readonly question: Words;
  /** Why no rule reads it yet; absent when one does. */
  readonly unusedBecause?: string;
  readonly values: readonly ParameterValue[];
}

export interface ParameterValue extends Period {
  readonly value: number;
  readonly text: string;
  readonly article?: string;
  readonly grade: Grade;
  /** The jurist's word by which the grade was lifted. */
  readonly confirmation?: Confirmation;
}

export interface Reason {
  readonly outcome: Outcome;
  /** Key of a text to paste that mends it. */
  readonly remedy?: string;
  readonly ar: string;
  readonly fr: string;
  readonly en: string;
}

/** A source of the rule itself; with a period where another text held before. */
export interface RuleBasis extends Partial<Period> {
  readonly text: string;
  readonly article?: string;
  readonly grade: Grade;
}

/** What a lot must state for the rule to be judged lot by lot. */
export type LotFact = "estimate" | "guarantee" | "reservation" | "capacity" | "award";

export interface Rule {
  readonly id: string;
  /** The check that judges it, when it is not the one of its id: a later judgement beside a released one. */
  readonly check?: string;
  readonly norm: Norm;
  readonly effect: Effect;
  /** The stage from which the rule is judged. */
  readonly stage: "draft" | "published" | "awarded" | "completed";
  /** Periods in which the rule runs, each with the strongest effect it may have; absent = always. */
  readonly inForce?: readonly (Period & { readonly atMost?: Effect })[];
  readonly onlyFor?: readonly Procedure[];
  readonly notFor?: readonly Procedure[];
  readonly byLot?: LotFact;
  readonly legalBasis: readonly RuleBasis[];
  readonly parameters: readonly string[];
  /** Points by part of the scale; `possible` is their applicable sum at most. */
  readonly points?: { readonly possible: number; readonly scale: Readonly<Record<string, number>> };
  readonly title: Words;
  readonly demand: Words;
  readonly reasons: Readonly<Record<string, Reason>>;
}

export interface QuestionText extends Words {
  /** A JSON Pointer with `*` for an array index. */
  readonly pointer: string;
}

/** Words, already folded, by which a printed mention is read. */
export interface ReservationLists {
  readonly reserved: readonly string[];
  readonly notReserved: readonly string[];
  readonly cooperative: readonly string[];
  readonly cooperativeUnion: readonly string[];
  readonly selfEntrepreneur: readonly string[];
  readonly firm: readonly string[];
}

/** The same, ready to be looked for in a folded text. */
export interface ReservationWords extends Readonly<Record<keyof ReservationLists, RegExp>> {
  /** Unions named by a phrase that holds the word of cooperatives. */
  readonly unionPhrases: RegExp;
}

/** Words for every code the product prints. */
export interface CommonWords {
  readonly reasons: Readonly<Record<string, Reason>>;
  readonly labels: Readonly<Record<string, Words>>;
  readonly grades: Readonly<Record<string, Words>>;
  readonly outcomes: Readonly<Record<string, Words>>;
  readonly effects: Readonly<Record<string, Words>>;
  readonly verdicts: Readonly<Record<string, Words>>;
  readonly sectors: Readonly<Record<string, Words>>;
  readonly stages: Readonly<Record<string, Words>>;
  readonly procedures: Readonly<Record<string, Words>>;
  readonly families: Readonly<Record<string, Words>>;
}

export interface Rulebook {
  readonly id: string;
  readonly version: string;
  readonly checkedOn: LocalDate;
  /** SHA-256 over the canonical JSON of every file. */
  readonly sha256: string;
  /** SHA-256 of each file, by its path inside the rulebook. */
  readonly files: Readonly<Record<string, string>>;
  readonly texts: readonly LegalText[];
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** In the order in which they are judged and printed. */
  readonly rules: readonly Rule[];
  /** Rules of a buyer's year; absent from a tender's verdict. */
  readonly yearRules: readonly Rule[];
  /** Working days: the public-sector holidays. */
  readonly calendar: HolidayCalendar;
  readonly remedies: ReadonlyMap<string, Words>;
  readonly questions: readonly QuestionText[];
  readonly common: CommonWords;
  readonly lexicon: Lexicon;
  readonly reservationWords: ReservationWords;
}

/** The value of a parameter on a day; null when the parameter has none that day. */
export const valueOn = (parameter: Parameter, on: LocalDate): ParameterValue | null =>
  parameter.values.find((value) => isInForce(value, on)) ?? null;

/** The decree on public contracts in force on a day; null when none is known. */
export const decreeOn = (rulebook: Rulebook, on: LocalDate): LegalText | null =>
  rulebook.texts.find(
    (text) => text.procedures !== undefined && text.inForce !== undefined && isInForce(text.inForce, on),
  ) ?? null;
