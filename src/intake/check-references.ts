import { type InputError, inputError } from "./input-error.ts";
import type { TenderDocument } from "./schema/tender-schema.ts";

// What a schema cannot say: ids are unique, and what is named exists.

const twice = (ids: readonly string[], at: string): readonly InputError[] =>
  ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [inputError(`${at}/${index}/id`, "DUPLICATE_ID", `the id "${id}" is given twice`)]
      : [],
  );

const names = (
  known: readonly string[] | undefined,
  name: string | undefined,
  pointer: string,
  what: string,
): readonly InputError[] =>
  known === undefined || name === undefined || known.includes(name)
    ? []
    : [
        inputError(
          pointer,
          "UNKNOWN_REFERENCE",
          `names the ${what} "${name}", which the document does not hold`,
        ),
      ];

const awardsOf = ({ award, awards }: TenderDocument) => [
  ...(award === undefined ? [] : [{ award, at: "/award" }]),
  ...(awards ?? []).map((each, index) => ({ award: each, at: `/awards/${index}` })),
];

/** Ids given twice, references to nothing, `award` beside `awards`. */
export const checkReferences = (document: TenderDocument): readonly InputError[] => {
  const lots = document.lots?.map(({ id }) => id);
  const offers = document.offers?.map(({ id }) => id);
  const both = document.award !== undefined && document.awards !== undefined;
  return [
    ...(both ? [inputError("/awards", "AWARD_TWICE", "stands beside /award; give one of the two")] : []),
    ...twice(lots ?? [], "/lots"),
    ...twice(offers ?? [], "/offers"),
    ...(document.offers ?? []).flatMap(({ lot }, index) => names(lots, lot, `/offers/${index}/lot`, "lot")),
    ...awardsOf(document).flatMap(({ award, at }) => [
      ...names(lots, award.lot, `${at}/lot`, "lot"),
      ...names(offers, award.offerId, `${at}/offerId`, "offer"),
    ]),
  ];
};

/** An ICE is a number divisible by 97; the last two figures are its check. */
export const isIce = (ice: string): boolean => BigInt(ice) % 97n === 0n;

/** What looks wrong but is no error: an ICE whose check digits do not fit. */
export const warningsOf = (document: TenderDocument): readonly InputError[] => {
  const tenderers = [
    ...(document.offers ?? []).map(({ tenderer }, index) => ({ tenderer, at: `/offers/${index}` })),
    ...awardsOf(document).map(({ award, at }) => ({ tenderer: award.tenderer, at })),
  ];
  return tenderers.flatMap(({ tenderer, at }) =>
    tenderer?.ice === undefined || isIce(tenderer.ice)
      ? []
      : [
          inputError(
            `${at}/tenderer/ice`,
            "ICE_CHECK",
            "the check digits of this ICE do not fit; was it copied right?",
          ),
        ],
  );
};
