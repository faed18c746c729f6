import { type Cooperative, PROFILE_FORMS, type ProfileForm } from "../cooperative.ts";
import type { Finding } from "../finding.ts";
import { isReserved, type Named, sourcesOf } from "../reservation.ts";
import type { ReservationWords } from "../rulebook.ts";
import { isSanitary } from "../sanitary.ts";
import type { Subject } from "../subject.ts";
import type { Paper, PaperHolder, PaperKind, Procedure, Requirements, Tender } from "../tender.ts";
import { type Ask, type Demand, type Lawfulness, lawfulnessBy, NO_RULE } from "./demand.ts";

const COMPANIES: ReadonlySet<ProfileForm> = new Set([
  "verySmallEnterprise",
  "smallMediumEnterprise",
  "company",
]);
const ALL: ReadonlySet<ProfileForm> = new Set(PROFILE_FORMS);

/** Whom a holder named in a list of papers means. */
const HOLDERS: Readonly<Record<PaperHolder, readonly ProfileForm[]>> = {
  all: PROFILE_FORMS,
  company: [...COMPANIES],
  cooperative: ["cooperative", "cooperativeUnion"],
  cooperativeUnion: ["cooperativeUnion"],
  selfEntrepreneur: ["selfEntrepreneur"],
};

/** A register concerns those who are entered in it, when the list does not say otherwise. */
const OWN_REGISTER: Readonly<Partial<Record<PaperKind, ReadonlySet<ProfileForm>>>> = {
  cooperativeRegister: new Set(["cooperative", "cooperativeUnion"]),
  selfEntrepreneurRegister: new Set(["selfEntrepreneur"]),
};

const formsOf = ({ kind, appliesTo }: Paper): ReadonlySet<ProfileForm> | null => {
  const own = OWN_REGISTER[kind];
  if (own !== undefined) return own;
  return appliesTo === undefined ? null : new Set(appliesTo.flatMap((holder) => HOLDERS[holder]));
};

/** The rule that speaks of a paper. */
const RULE_OF_PAPER: Readonly<Partial<Record<PaperKind, string>>> = {
  commercialRegister: "cooperative-file",
  cooperativeRegister: "cooperative-file",
  taxCertificate: "certificates-at-award",
  socialSecurityCertificate: "certificates-at-award",
  references: "references-in-simplified-call",
  workPlan: "references-in-simplified-call",
  classification: "unrelated-classification",
  guaranteeReceipt: "provisional-guarantee",
};

/** The groups of a reservation, as forms of profiles. */
const RESERVED_FOR: Readonly<Record<Named, readonly ProfileForm[]>> = {
  firm: ["verySmallEnterprise", "smallMediumEnterprise"],
  cooperative: ["cooperative"],
  cooperativeUnion: ["cooperativeUnion"],
  selfEntrepreneur: ["selfEntrepreneur"],
};
/** Whom the law protects when a reservation names nobody. */
const PROTECTED: ReadonlySet<ProfileForm> = new Set(PROFILE_FORMS.filter((form) => form !== "company"));

const BY_INVITATION: ReadonlySet<Procedure> = new Set(["restricted", "negotiated"]);

interface Reading {
  readonly tender: Tender;
  readonly subject: Subject;
  readonly findings: readonly Finding[];
  readonly words: ReservationWords;
}

const demand = (
  ask: Ask,
  pointer: string,
  lawfulness: Lawfulness,
  phase: Demand["phase"] = "bid",
  forms: Demand["forms"] = ALL,
): Demand => ({ ask, pointer, phase, forms, lawfulness });

const by = ({ findings, subject }: Reading, rule: string, evidence?: string): Lawfulness =>
  lawfulnessBy(findings, rule, subject.lot?.id, evidence);

const legalForms = (reading: Reading): Demand => {
  const { value, at } = reading.subject.requirements;
  const admitted = value?.legalForms === undefined ? null : new Set<string>(value.legalForms);
  return demand({ kind: "legalForm", admitted }, `${at}/legalForms`, by(reading, "cooperatives-admitted"));
};

/** Texts and flags may name the groups; one that names nobody means those whom the law protects. */
const reservation = (reading: Reading): readonly Demand[] => {
  const { reservation: stated } = reading.subject;
  const sources = sourcesOf(stated, reading.words);
  const reserved = isReserved(sources);
  if (reserved === false) return [];
  const named = sources.flatMap(({ names }) => [...(names ?? [])]);
  const groups = named.length === 0 ? PROTECTED : new Set(named.flatMap((name) => RESERVED_FOR[name]));
  const admitted = reserved === null ? null : groups;
  return [demand({ kind: "reservation", admitted }, stated.at, by(reading, "reservation-wording"))];
};

const papers = (reading: Reading): readonly Demand[] => {
  const { value, at } = reading.subject.requirements;
  if (value?.papers === undefined)
    return [demand({ kind: "unsaidPapers" }, `${at}/papers`, by(reading, "cooperative-file"))];
  return value.papers.map((paper, index) => {
    const pointer = `${at}/papers/${index}`;
    const rule = RULE_OF_PAPER[paper.kind];
    const lawfulness =
      rule === undefined
        ? NO_RULE
        : by(reading, rule, rule === "provisional-guarantee" ? undefined : pointer);
    return demand(
      { kind: "paper", paper: paper.kind },
      pointer,
      lawfulness,
      paper.phase ?? null,
      formsOf(paper),
    );
  });
};

const references = (reading: Reading, requirements: Requirements, at: string): readonly Demand[] => {
  const { count, minimumAmount } = requirements.similarReferences ?? {};
  if (count === undefined || count === 0) return [];
  const pointer = `${at}/similarReferences`;
  const simplified = by(reading, "references-in-simplified-call", pointer);
  const lawfulness =
    simplified.verdict === "noRule" ? by(reading, "proportionate-capacity", pointer) : simplified;
  return [
    demand({ kind: "references", count, centimes: minimumAmount?.centimes ?? null }, pointer, lawfulness),
  ];
};

/** A health authorisation asked for among the classifications is one all the same, as the officer's check reads it. */
const classes = (reading: Reading, asked: readonly string[], pointer: string): readonly Demand[] => {
  const lawfulness = by(reading, "unrelated-classification", pointer);
  const proper = asked.filter((text) => text.trim() !== "" && !isSanitary(text));
  const authorisation: Ask = { kind: "paper", paper: "sanitaryAuthorisation" };
  return [
    ...(proper.length > 0 ? [demand({ kind: "classification", classes: proper }, pointer, lawfulness)] : []),
    ...(asked.some(isSanitary) ? [demand(authorisation, pointer, lawfulness)] : []),
  ];
};

const capacity = (reading: Reading): readonly Demand[] => {
  const { value = {}, at } = reading.subject.requirements;
  const { minimumTurnover, minimumStaff, minimumYears, classifications, languages, siteVisit } = value;
  const demands: Demand[] = [...references(reading, value, at)];
  if ((minimumTurnover?.centimes ?? 0) > 0) {
    const pointer = `${at}/minimumTurnover`;
    const ask: Ask = { kind: "turnover", centimes: minimumTurnover?.centimes ?? 0 };
    demands.push(demand(ask, pointer, by(reading, "proportionate-capacity", pointer)));
  }
  if ((minimumStaff ?? 0) > 0)
    demands.push(demand({ kind: "staff", count: minimumStaff ?? 0 }, `${at}/minimumStaff`, NO_RULE));
  if ((minimumYears ?? 0) > 0)
    demands.push(demand({ kind: "years", count: minimumYears ?? 0 }, `${at}/minimumYears`, NO_RULE));
  demands.push(...classes(reading, classifications ?? [], `${at}/classifications`));
  if ((languages ?? []).length > 0)
    demands.push(
      demand(
        { kind: "languages", languages: languages ?? [] },
        `${at}/languages`,
        by(reading, "accessibility", `${at}/languages`),
      ),
    );
  if (siteVisit === "mandatory")
    demands.push(
      demand({ kind: "siteVisit" }, `${at}/siteVisit`, by(reading, "accessibility", `${at}/siteVisit`)),
    );
  return demands;
};

/** Everything that a call, or one of its lots, demands of a tenderer. */
export const demandsOf = (
  tender: Tender,
  subject: Subject,
  findings: readonly Finding[],
  words: ReservationWords,
): readonly Demand[] => {
  const reading = { tender, subject, findings, words };
  const invited = tender.procedure !== undefined && BY_INVITATION.has(tender.procedure);
  return [
    ...(invited ? [demand({ kind: "invitation" }, "/procedure", NO_RULE)] : []),
    legalForms(reading),
    ...reservation(reading),
    ...papers(reading),
    ...capacity(reading),
  ];
};

/** Is the demand made of this profile? null: the call does not say of whom. */
export const concerns = ({ forms }: Demand, { legalForm }: Cooperative): boolean | null =>
  forms === null ? null : forms.has(legalForm);
