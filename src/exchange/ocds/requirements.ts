import type { TenderDocument } from "../../intake/schema/tender-schema.ts";
import { compact, filled, type Json, valueOf } from "./parts.ts";

type Requirements = NonNullable<TenderDocument["requirements"]>;
type Reservation = NonNullable<TenderDocument["reservation"]>;

const criterion = (type: string, subType: string, description: string, minimum: number | undefined) =>
  minimum === undefined ? [] : [{ type, subType, description, minimum: String(minimum) }];

/** Thresholds, in the criteria of the Selection criteria extension. */
const criteriaOf = ({ minimumTurnover, similarReferences, minimumStaff, minimumYears }: Requirements) => [
  ...criterion(
    "economic",
    "minimumTurnover",
    "Chiffre d'affaires minimum, en dirhams",
    minimumTurnover?.amount,
  ),
  ...criterion("technical", "similarReferences", "Références similaires", similarReferences?.count),
  ...criterion(
    "technical",
    "similarReferencesAmount",
    "Montant de chaque référence similaire, en dirhams",
    similarReferences?.minimumAmount,
  ),
  ...criterion("technical", "minimumStaff", "Effectif minimum", minimumStaff),
  ...criterion("technical", "minimumYears", "Années d'activité minimum", minimumYears),
];

const askedOf = ({
  papers,
  completionDays,
  legalForms,
  classifications,
  siteVisit,
  fileFee,
  brands,
}: Requirements) =>
  compact({
    papers: papers?.map(({ kind, ...rest }) => ({ kind, ...compact(rest) })),
    completionDays,
    legalForms,
    classifications,
    siteVisit,
    documentFee: valueOf(fileFee),
    brands: brands?.map(({ text, orEquivalent }) => ({
      name: text,
      ...compact({ isOpenToEquivalents: orEquivalent }),
    })),
  });

/** What is asked of tenderers, on a tender or a lot; submission terms are joined by the caller. */
export const requirementsOf = (requirements: Requirements | undefined): Json | undefined =>
  requirements &&
  compact({
    selectionCriteria: compact({ criteria: filled(criteriaOf(requirements)) }),
    participationRequirements: askedOf(requirements),
  });

/**
 * To say a group in `reservedParticipation` is to say that the call is reserved to it: groups of a call that is not
 * known to be reserved stand in the profile alone.
 */
export const reservationOf = (reservation: Reservation | undefined): Json | undefined => {
  if (reservation === undefined) return undefined;
  const { reserved, beneficiaries, portalFlag, noticeText, rulesText } = reservation;
  const isSaid = reserved === true && beneficiaries !== undefined && beneficiaries.length > 0;
  const groups = isSaid ? undefined : beneficiaries;
  return compact({
    otherRequirements: isSaid ? compact({ reservedParticipation: beneficiaries }) : undefined,
    reservation: compact({ isReserved: reserved, groups, portalFlag, noticeText, rulesText }),
  });
};
