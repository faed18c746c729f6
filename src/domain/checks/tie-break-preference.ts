import {
  admissionMissing,
  type Best,
  bestByPrice,
  bestByReference,
  isDividedUnknown,
  lotsUnsaidIn,
  winnerOf,
} from "../best-offers.ts";
import type { Figures } from "../finding.ts";
import { type Given, seen } from "../given.ts";
import { broken, type Condition, inapplicable, type Judgement, judge, met, unknown } from "../judgement.ts";
import type { Located } from "../subject.ts";
import type { Award, LegalForm, Offer } from "../tender.ts";

const PREFERRED: ReadonlySet<LegalForm> = new Set(["cooperative", "cooperativeUnion", "selfEntrepreneur"]);

const METHOD = "/evaluation/method";

/** The best offers under the method of the call; when the method is unknown, only if both methods agree. */
const bestOf = (given: Given): Best => {
  const method = given.tender.evaluation?.method;
  if (method === "lowestPrice" || method === "markup") return bestByPrice(given);
  if (method === undefined && given.study.value) return { ids: null, missing: [METHOD], evidence: [] };
  const byReference = bestByReference(given);
  if (method !== undefined || byReference.ids === null) return byReference;
  const byPrice = bestByPrice(given);
  const agree = byPrice.ids?.join("\n") === byReference.ids.join("\n");
  return agree ? byReference : { ids: null, missing: [METHOD], evidence: byReference.evidence };
};

const formOf = ({ value }: Located<Offer>): LegalForm | undefined => {
  const form = value?.tenderer?.legalForm;
  return form === "unknown" ? undefined : form;
};

const formAt = ({ at }: Located<Offer>): string => `${at}/tenderer/legalForm`;
/** The tied offers among which the committee chooses. */
const preferredOffers = (offers: readonly Located<Offer>[]): Figures => ({
  preferred: { text: offers.map(({ value }) => value?.id ?? "").join(", ") },
});
const isPreferred = (offer: Located<Offer>): boolean => PREFERRED.has(formOf(offer) ?? "unknown");

/** A consortium may hold a cooperative: its form alone does not tell. */
const isUnsure = (offer: Located<Offer>): boolean => {
  const form = formOf(offer);
  return form === undefined || form === "consortium";
};

/** A preferred tenderer won: alone it wins by right, among several by a draw. */
const judgeDraw = (
  award: Award,
  preferred: readonly Located<Offer>[],
  unsure: readonly string[],
  evidence: Judgement["evidence"],
) => {
  const isAlone = preferred.length === 1 && unsure.length === 0;
  if (isAlone || award.drawHeld === true) return judge("preferredTendererChosen", [met({ evidence })]);
  if (preferred.length === 1) return judge("", [unknown("legalFormUnknown", unsure, { evidence })]);
  if (award.drawHeld === undefined)
    return judge("", [unknown("drawUnknown", [`${award.pointer}/drawHeld`], { evidence })]);
  const figures = preferredOffers(preferred);
  return judge("", [{ ...broken("noDraw", { evidence, figures }), effect: "warning" }]);
};

const evidenceOf = (tied: readonly Located<Offer>[], award: Award, winner: Offer): Judgement["evidence"] => [
  ...tied.flatMap((offer) => {
    const form = formOf(offer);
    return form === undefined ? [] : [seen(formAt(offer), form)];
  }),
  seen(`${award.pointer}/offerId`, winner.id),
  ...(award.drawHeld === undefined ? [] : [seen(`${award.pointer}/drawHeld`, award.drawHeld)]),
];

/** Under a grid of points the scores may not have tied: that the prices did, ranked as the law asks, is a doubt. */
const passedOver = (
  { tender }: Given,
  seenThere: { readonly evidence: Judgement["evidence"]; readonly figures: Figures },
): Condition =>
  tender.evaluation?.method === "points"
    ? broken("pricesTied", { ...seenThere, effect: "warning" })
    : broken("preferredTendererNotChosen", seenThere);

const judgeTie = (given: Given, award: Award, tied: readonly Located<Offer>[]): Judgement => {
  const preferred = tied.filter(isPreferred);
  const unsure = tied.filter(isUnsure);
  if (preferred.length === 0 && unsure.length === 0) return inapplicable("noPreferredTenderer");
  const winner = winnerOf(given, award);
  if (winner === null) return judge("", [unknown("winnerUnknown", [`${award.pointer}/offerId`])]);
  const evidence = evidenceOf(tied, award, winner);
  const isWinner = ({ value }: Located<Offer>): boolean => value?.id === winner.id;
  if (preferred.some(isWinner)) return judgeDraw(award, preferred, unsure.map(formAt), evidence);
  // Whoever the unsure ones are, a sure one was passed over by a winner who is none of them.
  if (preferred.length > 0 && !unsure.some(isWinner))
    return judge("", [passedOver(given, { evidence, figures: preferredOffers(preferred) })]);
  return judge("", [unknown("legalFormUnknown", unsure.map(formAt), { evidence })]);
};

/** When the best offers tie and a cooperative, union or self-entrepreneur is among them, one of those wins. */
export const tieBreakPreference = (given: Given): Judgement => {
  const { tender, subject } = given;
  const { award, offers } = subject;
  if (isDividedUnknown(given)) return judge("", [unknown("lotsUnknown", ["/lots"])]);
  const unsaid = lotsUnsaidIn(given);
  if (unsaid.length > 0) return judge("", [unknown("lotUnsaid", unsaid)]);
  // A study may be judged by scores, which no document holds.
  if (given.study.value && tender.evaluation?.method === "points")
    return judge("", [unknown("scoresUnknown", [], { evidence: [seen(METHOD, "points")] })]);
  // Other lots have their award, this one not yet.
  if (award === undefined && tender.awards !== undefined) return inapplicable("laterStage");
  if (award === undefined) return judge("", [unknown("awardUnknown", ["/award"])]);
  const best = bestOf(given);
  if (best.ids === null) return judge("", [unknown("rankingUnknown", best.missing, best)]);
  const { ids, evidence, arithmetic } = best;
  if (ids.length === 0)
    return judge("", [unknown("noAdmittedOffer", admissionMissing(given, award), { evidence })]);
  if (ids.length === 1) return inapplicable("noTie", { evidence, arithmetic });
  const tied = (offers ?? []).filter(({ value }) => value !== undefined && ids.includes(value.id));
  const judgement = judgeTie(given, award, tied);
  return { ...judgement, evidence: [...evidence, ...judgement.evidence], arithmetic };
};
