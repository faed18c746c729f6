import type { Certificate, Cooperative } from "../cooperative.ts";
import { type LocalDate, yearsLater } from "../local-date.ts";
import { foldText } from "../text.ts";
import type { PaperKind } from "../tender.ts";
import type { Ask, Demand } from "./demand.ts";
import { concerns } from "./demands.ts";

/**
 * `met`: holds already; `prepare`: a paper that anybody can draw up; `missing`: can be had in time, but is not
 * there; `unmet`: cannot be had; `ask`: the profile does not say; `unknown`: the call does not say.
 */
export type Answer = "met" | "prepare" | "missing" | "unmet" | "ask" | "unknown";

/** The days on which a paper must be good. */
export interface Days {
  readonly today: LocalDate;
  /** The deadline for offers; null when it is not known. */
  readonly deadline: LocalDate | null;
}

const certificate = (held: Certificate | null | undefined, neededOn: LocalDate): Answer => {
  if (held === undefined) return "ask";
  if (held === null) return "missing";
  if (held.validUntil === undefined) return "met";
  return held.validUntil >= neededOn ? "met" : "missing";
};

const register = (held: Cooperative["register"]): Answer =>
  held === undefined ? "ask" : held === null ? "missing" : "met";

const COOPERATIVES: ReadonlySet<string> = new Set(["cooperative", "cooperativeUnion", "selfEntrepreneur"]);

/** A cooperative is in no commercial register and cannot enter it for a call. */
const commercialRegister = ({ legalForm, register: held }: Cooperative): Answer =>
  COOPERATIVES.has(legalForm) ? "unmet" : register(held);

const paper = (kind: PaperKind, profile: Cooperative, { today, deadline }: Days): Answer => {
  const neededOn = deadline ?? today;
  switch (kind) {
    case "cooperativeRegister":
    case "selfEntrepreneurRegister":
      return register(profile.register);
    case "commercialRegister":
      return commercialRegister(profile);
    case "taxCertificate":
      return certificate(profile.taxCertificate, neededOn);
    case "socialSecurityCertificate":
      return certificate(profile.socialSecurityCertificate, neededOn);
    case "sanitaryAuthorisation":
      return certificate(profile.sanitaryAuthorisation, neededOn);
    case "references":
      return profile.references === undefined ? "ask" : profile.references.length > 0 ? "met" : "unmet";
    case "classification":
      return profile.classifications === undefined
        ? "ask"
        : profile.classifications.length > 0
          ? "met"
          : "unmet";
    default:
      return "prepare";
  }
};

const atLeast = (value: number | undefined, least: number): Answer =>
  value === undefined ? "ask" : value >= least ? "met" : "unmet";

const references = ({ references: own }: Cooperative, count: number, centimes: number | null): Answer => {
  if (own === undefined) return "ask";
  const sums = own.map(({ amount }) => amount?.centimes);
  const large = sums.filter((sum) => centimes === null || (sum !== undefined && sum >= centimes)).length;
  if (large >= count) return "met";
  const open = centimes === null ? 0 : sums.filter((sum) => sum === undefined).length;
  return large + open >= count ? "ask" : "unmet";
};

/** By the anniversary, on the day of the offers: whoever will be old enough by then may offer. */
const years = ({ foundedOn }: Cooperative, least: number, { today, deadline }: Days): Answer => {
  if (foundedOn === undefined) return "ask";
  return yearsLater(foundedOn, least) <= (deadline ?? today) ? "met" : "unmet";
};

const classification = (own: readonly string[] | undefined, classes: readonly string[]): Answer => {
  if (own === undefined) return "ask";
  const folded = new Set(own.map(foldText));
  return classes.every((each) => folded.has(foldText(each))) ? "met" : "unmet";
};

/** Whether the form is admitted; a cooperative is meant where "cooperative" is, a union where either is. */
const admits = (admitted: ReadonlySet<string>, { legalForm }: Cooperative): boolean => {
  if (admitted.has("all") || admitted.has(legalForm)) return true;
  if (legalForm === "cooperativeUnion") return admitted.has("cooperative");
  const isFirm = legalForm === "verySmallEnterprise" || legalForm === "smallMediumEnterprise";
  return isFirm && admitted.has("company");
};

const compare = (ask: Ask, profile: Cooperative, days: Days): Answer => {
  switch (ask.kind) {
    case "deadline":
      return "unmet";
    case "legalForm":
      return ask.admitted === null ? "unknown" : admits(ask.admitted, profile) ? "met" : "unmet";
    case "reservation":
      if (ask.admitted !== null) return ask.admitted.has(profile.legalForm) ? "met" : "unmet";
      // A reservation that may be there shuts out large firms alone.
      return profile.legalForm === "company" ? "unknown" : "met";
    case "invitation":
    case "unsaidPapers":
      return "unknown";
    case "paper":
      return paper(ask.paper, profile, days);
    case "turnover":
      return atLeast(profile.turnover?.centimes, ask.centimes);
    case "references":
      return references(profile, ask.count, ask.centimes);
    case "staff":
      return atLeast(profile.staff, ask.count);
    case "years":
      return years(profile, ask.count, days);
    case "classification":
      return classification(profile.classifications, ask.classes);
    case "languages":
      if (profile.languages === undefined) return "ask";
      return ask.languages.some((each) => profile.languages?.includes(each) === true) ? "met" : "missing";
    default:
      return "prepare";
  }
};

/** What a profile answers to a demand; null when it is not asked of it. */
export const answerTo = (demand: Demand, profile: Cooperative, days: Days): Answer | null => {
  const isTheirs = concerns(demand, profile);
  if (isTheirs === false) return null;
  const answer = compare(demand.ask, profile, days);
  // Of whom it is asked is not said: it decides only when it could not be met.
  return isTheirs === null && answer === "unmet" ? "unknown" : answer;
};

export type EligibilityOutcome = "eligible" | "eligibleIf" | "notEligible" | "cantTell";

/** One that cannot be met decides; then what nobody knows; then what is still missing. */
export const outcomeOf = (answers: readonly (Answer | null)[]): EligibilityOutcome => {
  if (answers.includes("unmet")) return "notEligible";
  if (answers.includes("unknown")) return "cantTell";
  return answers.includes("missing") || answers.includes("ask") ? "eligibleIf" : "eligible";
};
