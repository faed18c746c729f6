import type { Assessment } from "../../domain/assessment.ts";
import type { TenderDocument } from "../../intake/schema/tender-schema.ts";
import type { Hash } from "../../usecases/ports.ts";
import { assessmentOf } from "./assessment.ts";
import { awardsOf, bidsOf, contractsOf } from "./outcome.ts";
import { partiesOf } from "./parties.ts";
import { compact, dateOf, type Json, mainLanguage } from "./parts.ts";
import { tenderOf } from "./tender.ts";

/** A tender to be published, and what was found of it, when that is to be published too. */
export interface Published {
  readonly document: TenderDocument;
  readonly assessment: Assessment | null;
  /** When this was said first, where it is not the day of publication of all the others. */
  readonly saidAt?: string;
  /** The month in which the buyer means to launch it, YYYY-MM. */
  readonly plannedFor?: string;
}

/** What the publisher decides. */
export interface ReleaseOptions {
  /** Registered with the Open Contracting Partnership, such as `ocds-213czf`. */
  readonly ocidPrefix: string;
  /** When the data is published, ISO 8601 with its time. */
  readonly date: string;
  readonly hash: Hash;
}

const SHORT = 16;

/** Its own, else one made of the key on the portal, else of the buyer and the reference: always the same. */
export const ocidOf = (
  { ocid, portal, buyer, reference }: TenderDocument,
  { ocidPrefix, hash }: Pick<ReleaseOptions, "ocidPrefix" | "hash">,
): string => {
  if (ocid !== undefined && ocid !== "") return ocid;
  const { organisation = "", consultation = "" } = portal ?? {};
  const isKeyed = organisation !== "" && consultation !== "";
  const key = isKeyed ? `${organisation}-${consultation}` : hash({ buyer, reference }).slice(0, SHORT);
  return `${ocidPrefix}-${key}`;
};

const tagsOf = ({ stage, award, awards, payments }: TenderDocument): readonly string[] => {
  if (stage === "draft") return ["planning"];
  const isAwarded = award !== undefined || (awards ?? []).length > 0;
  return [
    "tender",
    ...(isAwarded ? ["award"] : []),
    ...((payments ?? []).length > 0 ? ["contract", "implementation"] : []),
  ];
};

/** A month alone: the launch is due at its end. */
const planningOf = (month: string): Json => {
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0));
  const dueDate = dateOf(last.toISOString().slice(0, 10), true);
  return { milestones: [{ id: "launch", type: "preProcurement", status: "scheduled", dueDate }] };
};

/** A tender as one OCDS 1.1 release with the cooperative-priority profile. */
export const releaseOf = (
  { document, assessment, saidAt, plannedFor }: Published,
  options: ReleaseOptions,
): Json => {
  const main = mainLanguage(document.title);
  const parties = partiesOf(document, main);
  const ocid = ocidOf(document, options);
  const said = {
    buyer: parties.buyer(),
    ...(plannedFor === undefined ? {} : { planning: planningOf(plannedFor) }),
    tender: tenderOf(document, parties.buyer(), main),
    ...compact({
      bids: bidsOf(document, parties),
      awards: awardsOf(document, parties),
      contracts: contractsOf(document),
      preferenceAssessment: assessment === null ? undefined : assessmentOf(assessment),
    }),
  };
  return {
    ocid,
    id: `${ocid}-${options.hash(said).slice(0, SHORT)}`,
    date: saidAt ?? options.date,
    tag: tagsOf(document),
    initiationType: "tender",
    language: main,
    parties: parties.all(),
    ...said,
  };
};
