import type { Draft } from "./field.ts";

// A row of a table is flat; a tender is not. What cannot be said of a whole list is not said: a portal date alone
// does not make the list of publications, which would be complete.

interface Published {
  readonly portal?: string;
  readonly ar?: string;
  readonly fr?: string;
}

const publicationsOf = ({ portal, ar, fr }: Published) => [
  ...(portal === undefined ? [] : [{ medium: "portal", publishedAt: portal }]),
  ...(ar === undefined ? [] : [{ medium: "newspaper", language: "ar", publishedAt: ar }]),
  ...(fr === undefined ? [] : [{ medium: "newspaper", language: "fr", publishedAt: fr }]),
];

/** A purchase order is published on the portal alone; of another procedure the sheet must have columns for the press. */
const finishPublications = (draft: Draft, hasPress: boolean): Draft => {
  const { published, ...rest } = draft as Draft & { published?: Published };
  if (published === undefined) return rest;
  if (hasPress || rest["procedure"] === "purchaseOrder")
    return { ...rest, publications: publicationsOf(published) };
  if (published.portal === undefined || rest["launchedOn"] !== undefined) return rest;
  return { ...rest, launchedOn: published.portal.slice(0, 10) };
};

const NO_LOT: ReadonlySet<string> = new Set(["unique", "lot unique", "حصة فريدة", "single", "0"]);

/** The lot of a row that states one; an undivided contract has none. */
const lotOf = (draft: Draft): Draft | null => {
  const lot = draft["lot"] as (Draft & { readonly id?: string }) | undefined;
  if (lot === undefined || NO_LOT.has(lot.id?.toLowerCase() ?? "")) return null;
  return lot;
};

/** Rows of one call in lots stand together: this says which. */
export const callKey = (draft: Draft): string => {
  const { reference, buyer, portal } = draft as { reference?: string; buyer?: unknown; portal?: unknown };
  return JSON.stringify([reference, buyer, portal]);
};

/**
 * Does a row go on with the call above it? It has a lot, no reference, and says nothing of the call that the first
 * row does not say: so are merged cells written, of which the first alone holds something.
 */
export const goesOn = (draft: Draft, first: Draft): boolean => {
  if (draft["reference"] !== undefined || !hasLot(draft)) return false;
  const told = sharedPart(first);
  return Object.entries(sharedPart(draft)).every(
    ([key, value]) => JSON.stringify(told[key]) === JSON.stringify(value),
  );
};

/** Has the row a lot of its own? */
export const hasLot = (draft: Draft): boolean => lotOf(draft) !== null;

const lotAward = (draft: Draft, id: unknown): readonly Draft[] =>
  draft["award"] === undefined ? [] : [{ ...(draft["award"] as Draft), lot: id }];

/** What every row of a call must say alike. */
export const sharedPart = ({ lot: _lot, award: _award, ...rest }: Draft): Draft => rest;

/** Rows of one call → its document. Blank cells are completed by the other rows. */
export const finishTender = (drafts: readonly Draft[], hasPress: boolean): Draft => {
  const whole: Draft = Object.assign({}, ...drafts.map(sharedPart).toReversed()) as Draft;
  const lots = drafts.flatMap((draft, index) => {
    const lot = lotOf(draft);
    return lot === null ? [] : [{ id: String(index + 1), ...lot }];
  });
  const finished = finishPublications(whole, hasPress);
  if (lots.length === 0) {
    const award = drafts[0]?.["award"];
    return award === undefined ? finished : { ...finished, award };
  }
  const awards = drafts.flatMap((draft, index) => lotAward(draft, lots[index]?.id));
  return { ...finished, lots, ...(awards.length === 0 ? {} : { awards }) };
};
