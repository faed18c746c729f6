import type { TenderDocument } from "../../schema/tender-schema.ts";
import { FAMILY } from "../codes.ts";
import { type Fields, present } from "./fields.ts";
import type { Bought } from "./objects.ts";
import { requirementsIn, reservationIn, statedEmpty } from "./requirements.ts";
import { type Spoken, wordsIn } from "./words.ts";

export type Lot = NonNullable<TenderDocument["lots"]>[number];

const lotIn = (fields: Fields, bought: Bought, spoken: Spoken): Lot => {
  const id = fields.text("id", 40) ?? "";
  const empty = statedEmpty(fields);
  const guarantee = fields.money("provisionalGuarantee");
  const terms = fields.object("submissionTerms");
  const suitability = fields.object("suitability");
  const lot = {
    id,
    ...present({
      title: wordsIn(fields, "title", spoken, 1000),
      estimate: fields.money("value"),
      provisionalGuarantee: guarantee === undefined ? undefined : { amount: guarantee.amount },
      reservation: reservationIn(fields),
      requirements: requirementsIn(fields, terms, empty),
      family: fields.code("family", FAMILY),
      cpv: bought.byLot.get(id) ?? (empty.has("items") ? [] : undefined),
      suitableForSmallFirms: suitability?.flag("sme"),
    }),
  };
  suitability?.rest();
  terms?.rest();
  fields.rest();
  return lot;
};

/** The lots; a lot without an id cannot be referred to and keeps an empty one, which the format refuses. */
export const lotsIn = (tender: Fields, bought: Bought, spoken: Spoken): Lot[] | undefined =>
  tender.objects("lots")?.map((lot) => lotIn(lot, bought, spoken));
