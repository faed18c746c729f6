import type { Given } from "../given.ts";
import type { Judgement } from "../judgement.ts";
import { allotment } from "./allotment.ts";
import { amendmentNotice } from "./amendment-notice.ts";
import { applicableRegime } from "./applicable-regime.ts";
import { certificatesAtAward } from "./certificates-at-award.ts";
import { cooperativeFile } from "./cooperative-file.ts";
import { cooperativesAdmitted } from "./cooperatives-admitted.ts";
import { paymentPeriod } from "./payment-period.ts";
import { provisionalGuarantee } from "./provisional-guarantee.ts";
import { publicationPeriod } from "./publication-period.ts";
import { purchaseOrderCeiling } from "./purchase-order-ceiling.ts";
import { referencePriceRanking } from "./reference-price-ranking.ts";
import { reservationConsistent } from "./reservation-consistent.ts";
import { reservationWording } from "./reservation-wording.ts";
import { reservedToPriorityGroup } from "./reserved-to-priority-group.ts";
import { sectorCovered } from "./sector-covered.ts";
import { simplifiedCallCeiling } from "./simplified-call-ceiling.ts";
import { tieBreakPreference } from "./tie-break-preference.ts";

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
  "simplified-call-ceiling": simplifiedCallCeiling,
  "purchase-order-ceiling": purchaseOrderCeiling,
  "publication-period": publicationPeriod,
  "amendment-notice": amendmentNotice,
  "provisional-guarantee": provisionalGuarantee,
  "cooperative-file": cooperativeFile,
  "certificates-at-award": certificatesAtAward,
  allotment,
  "payment-period": paymentPeriod,
  "tie-break-preference": tieBreakPreference,
  "reference-price-ranking": referencePriceRanking,
};
