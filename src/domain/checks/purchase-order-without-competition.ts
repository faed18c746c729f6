import { winnerOf } from "../best-offers.ts";
import type { Points } from "../finding.ts";
import { type Given, seen } from "../given.ts";
import { broken, type Condition, inapplicable, type Judgement, judge, met, unknown } from "../judgement.ts";
import { hasReached } from "../stage.ts";
import type { LegalForm } from "../tender.ts";

const AT = "/purchaseOrder";
const PREFERRED: ReadonlySet<LegalForm> = new Set(["cooperative", "cooperativeUnion", "selfEntrepreneur"]);
const UNSURE: ReadonlySet<LegalForm> = new Set(["consortium", "unknown"]);

/** Did the order go to a cooperative, a union or a self-entrepreneur? null when the form does not tell. */
const isPlacedWithGroup = (given: Given): boolean | null => {
  const { award } = given.subject;
  if (award === undefined) return null;
  const form = award.tenderer?.legalForm ?? winnerOf(given, award)?.tenderer?.legalForm;
  return form === undefined || UNSURE.has(form) ? null : PREFERRED.has(form);
};

/** The points are of the award: void before it, open while the winner's form is not known. */
const pointsOf = ({ scale, stage }: Given, isPlaced: boolean | null): Points => {
  const possible = scale("placedWithGroup");
  if (isPlaced !== null) return { earned: isPlaced ? possible : 0, possible, undetermined: 0 };
  const open = hasReached(stage, "awarded") ? possible : 0;
  return { earned: 0, possible: open, undetermined: open };
};

const formMissing = ({ subject: { award } }: Given, { undetermined }: Points): readonly string[] =>
  undetermined === 0 ? [] : [`${award?.pointer ?? "/award"}/tenderer/legalForm`];

const justified = ({ tender }: Given): Condition => {
  const at = `${AT}/justification`;
  const text = tender.purchaseOrder?.justification;
  if (text === undefined) return unknown("justificationUnknown", [at]);
  const evidence = [seen(at, text)];
  return text.trim() === "" ? broken("notJustified", { evidence }) : met({ evidence });
};

/** A purchase order without competition says why; the index prefers that the priority group gets it. */
export const purchaseOrderWithoutCompetition = (given: Given): Judgement => {
  const at = `${AT}/withoutCompetition`;
  const without = given.tender.purchaseOrder?.withoutCompetition;
  if (without === false) return inapplicable("competitionHeld", { evidence: [seen(at, false)] });
  const points = pointsOf(given, isPlacedWithGroup(given));
  // Held or not, the order may be out of the rule: its points stay open whoever got it.
  if (without === undefined)
    return judge("", [unknown("competitionUnknown", [at])], {
      ...points,
      earned: 0,
      undetermined: points.possible,
    });
  const condition = justified(given);
  const missing = [...(condition.missing ?? []), ...formMissing(given, points)];
  return judge("justified", [{ ...condition, missing }], points);
};
