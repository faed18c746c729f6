import type { Language } from "../../domain/tender.ts";
import type { TenderDocument } from "../../intake/schema/tender-schema.ts";
import { compact, filled, type Json, valueOf, wordsOf } from "./parts.ts";
import { requirementsOf, reservationOf } from "./requirements.ts";

type Lot = NonNullable<TenderDocument["lots"]>[number];

/** The lists that are known to be empty, by the name that the profile gives them. */
export const emptyOf = (lists: Readonly<Record<string, readonly unknown[] | undefined>>) =>
  filled(Object.entries(lists).flatMap(([name, list]) => (list?.length === 0 ? [name] : [])));

export const lotOf = (lot: Lot, main: Language): Json => {
  const { id, title, estimate, provisionalGuarantee, reservation, requirements, family, cpv } = lot;
  const languages = requirements?.languages;
  return {
    id,
    ...wordsOf("title", title, main),
    ...compact({ value: valueOf(estimate), provisionalGuarantee: valueOf(provisionalGuarantee), family }),
    ...reservationOf(reservation),
    ...requirementsOf(requirements),
    ...compact({
      submissionTerms: compact({ languages: filled(languages) }),
      suitability: compact({ sme: lot.suitableForSmallFirms }),
      statedEmpty: emptyOf({ languages, items: cpv }),
    }),
  };
};

/** One item a code, of the tender or of a lot. */
export const itemsOf = ({ cpv, lots }: TenderDocument): readonly Json[] | undefined => {
  const bought = [
    ...(cpv ?? []).map((code) => ({ code, lot: undefined })),
    ...(lots ?? []).flatMap((lot) => (lot.cpv ?? []).map((code) => ({ code, lot: lot.id }))),
  ];
  return filled(
    bought.map(({ code, lot }, index) => ({
      id: String(index + 1),
      classification: { scheme: "CPV", id: code },
      ...compact({ relatedLot: lot }),
    })),
  );
};
