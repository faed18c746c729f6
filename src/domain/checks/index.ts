import type { Given } from "../given.ts";
import type { Judgement } from "../judgement.ts";
import { accessibility } from "./accessibility.ts";
import { allotment } from "./allotment.ts";
import { amendmentNotice } from "./amendment-notice.ts";
import { applicableRegime } from "./applicable-regime.ts";
import { brands } from "./brands.ts";
import { certificatesAtAward } from "./certificates-at-award.ts";
import { cooperativeFile } from "./cooperative-file.ts";
import { cooperativesAdmitted } from "./cooperatives-admitted.ts";
import { definitiveGuarantee } from "./definitive-guarantee.ts";
import { estimatePublished } from "./estimate-published.ts";
import { evaluationMethod } from "./evaluation-method.ts";
import { listedInProgramme } from "./listed-in-programme.ts";
import { minutesPublished } from "./minutes-published.ts";
import { nationalCall } from "./national-call.ts";
import { notCooperativesOnly } from "./not-cooperatives-only.ts";
import { offerValidity } from "./offer-validity.ts";
import { paymentPeriod } from "./payment-period.ts";
import { proportionateCapacity } from "./proportionate-capacity.ts";
import { provisionalGuarantee } from "./provisional-guarantee.ts";
import { publicationMedia } from "./publication-media.ts";
import { publicationPeriod } from "./publication-period.ts";
import { purchaseNotice } from "./purchase-notice.ts";
import { purchaseOrderCeiling } from "./purchase-order-ceiling.ts";
import { purchaseOrderService } from "./purchase-order-service.ts";
import { purchaseOrderWithoutCompetition } from "./purchase-order-without-competition.ts";
import { referencePriceRanking } from "./reference-price-ranking.ts";
import { referencesInSimplifiedCall } from "./references-in-simplified-call.ts";
import { reservationConsistent } from "./reservation-consistent.ts";
import { reservationWording } from "./reservation-wording.ts";
import { reservedToPriorityGroup } from "./reserved-to-priority-group.ts";
import { restrictedCallConditions } from "./restricted-call-conditions.ts";
import { sectorCovered } from "./sector-covered.ts";
import { simplifiedCallCeiling } from "./simplified-call-ceiling.ts";
import { socialClauses } from "./social-clauses.ts";
import { standstill } from "./standstill.ts";
import { subcontractingShare } from "./subcontracting-share.ts";
import { tieBreakPreference } from "./tie-break-preference.ts";
import { unrelatedClassification } from "./unrelated-classification.ts";
import { winnerInformed } from "./winner-informed.ts";

/** A rule's judgement of one tender or lot: pure, and without words. */
export type Check = (given: Given) => Judgement;

export type CheckRegistry = Readonly<Record<string, Check>>;

/** One check a rule, by the rule's id. */
export const checks: CheckRegistry = {
  "applicable-regime": applicableRegime,
  "sector-covered": sectorCovered,
  "reserved-to-priority-group": reservedToPriorityGroup,
  "reservation-consistent": reservationConsistent,
  "reservation-wording": reservationWording,
  "cooperatives-admitted": cooperativesAdmitted,
  "not-cooperatives-only": notCooperativesOnly,
  "listed-in-programme": listedInProgramme,
  "purchase-order-ceiling": purchaseOrderCeiling,
  "purchase-order-service": purchaseOrderService,
  "purchase-notice": purchaseNotice,
  "purchase-order-without-competition": purchaseOrderWithoutCompetition,
  "simplified-call-ceiling": simplifiedCallCeiling,
  "restricted-call-conditions": restrictedCallConditions,
  "publication-period": publicationPeriod,
  "publication-media": publicationMedia,
  "amendment-notice": amendmentNotice,
  "estimate-published": estimatePublished,
  "national-call": nationalCall,
  "provisional-guarantee": provisionalGuarantee,
  "definitive-guarantee": definitiveGuarantee,
  "references-in-simplified-call": referencesInSimplifiedCall,
  "cooperative-file": cooperativeFile,
  "certificates-at-award": certificatesAtAward,
  brands,
  "proportionate-capacity": proportionateCapacity,
  "unrelated-classification": unrelatedClassification,
  allotment,
  "subcontracting-share": subcontractingShare,
  "evaluation-method": evaluationMethod,
  "offer-validity": offerValidity,
  "payment-period": paymentPeriod,
  accessibility,
  "social-clauses": socialClauses,
  "tie-break-preference": tieBreakPreference,
  "reference-price-ranking": referencePriceRanking,
  "winner-informed": winnerInformed,
  "minutes-published": minutesPublished,
  standstill,
};
