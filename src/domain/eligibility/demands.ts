import { type Cooperative, PROFILE_FORMS, type ProfileForm } from "../cooperative.ts";
import type { Finding } from "../finding.ts";
import { isReserved, type Named, sourcesOf } from "../reservation.ts";
import type { ReservationWords } from "../rulebook.ts";
import type { Subject } from "../subject.ts";
import type { Paper, PaperHolder, PaperKind, Procedure, Tender } from "../tender.ts";
import { capacity } from "./capacity.ts";
import { type Demand, NO_RULE } from "./demand.ts";
import { by, demand, type Reading, stated } from "./reading.ts";

const COMPANIES: ReadonlySet<ProfileForm> = new Set([
  "verySmallEnterprise",
  "smallMediumEnterprise",
  "company",
]);

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

const legalForms = (reading: Reading): Demand => {
  const { value, at } = stated(reading, "legalForms");
  const admitted = value === undefined ? null : new Set<string>(value);
  return demand({ kind: "legalForm", admitted }, at, by(reading, "cooperatives-admitted", at));
};

/** Texts and flags may name the groups; one that names nobody means those whom the law protects. */
const reservation = (reading: Reading): readonly Demand[] => {
  const { reservation: own } = reading.subject;
  const sources = sourcesOf(own, reading.words);
  const reserved = isReserved(sources);
  if (reserved === false) return [];
  const named = sources.flatMap(({ names }) => [...(names ?? [])]);
  const groups = named.length === 0 ? PROTECTED : new Set(named.flatMap((name) => RESERVED_FOR[name]));
  const admitted = reserved === null ? null : groups;
  return [demand({ kind: "reservation", admitted }, own.at, by(reading, "reservation-wording"))];
};

const papers = (reading: Reading): readonly Demand[] => {
  const { value, at } = stated(reading, "papers");
  if (value === undefined) return [demand({ kind: "unsaidPapers" }, at, by(reading, "cooperative-file"))];
  return value.map((paper, index) => {
    const pointer = `${at}/${index}`;
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
