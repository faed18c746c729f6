import { PROFILE_FORMS, type ProfileForm } from "../cooperative.ts";
import type { Finding } from "../finding.ts";
import type { ReservationWords } from "../rulebook.ts";
import { statedFor } from "../stated.ts";
import type { Located, Subject } from "../subject.ts";
import type { Requirements, Tender } from "../tender.ts";
import { type Ask, type Demand, type Lawfulness, lawfulnessBy } from "./demand.ts";

const ALL: ReadonlySet<ProfileForm> = new Set(PROFILE_FORMS);

/** A call or lot whose demands are read, beside what the officer's check found. */
export interface Reading {
  readonly tender: Tender;
  readonly subject: Subject;
  readonly findings: readonly Finding[];
  readonly words: ReservationWords;
}

/** A demand; due with the offer and of everybody, unless said otherwise. */
export const demand = (
  ask: Ask,
  pointer: string,
  lawfulness: Lawfulness,
  phase: Demand["phase"] = "bid",
  forms: Demand["forms"] = ALL,
): Demand => ({ ask, pointer, phase, forms, lawfulness });

/** What a rule found of it; `evidence` is where the demand stands, when the rule may have failed for another. */
export const by = ({ findings, subject }: Reading, rule: string, evidence?: string): Lawfulness =>
  lawfulnessBy(findings, rule, subject.lot?.id, evidence);

/** One requirement of the call, or of the lot, which inherits what it omits. */
export const stated = <K extends keyof Requirements>(
  { tender, subject }: Reading,
  key: K,
): Located<Requirements[K]> => statedFor(tender, subject, key);
