import type { Cooperative } from "../domain/cooperative.ts";
import type { Amount } from "../domain/tender.ts";
import { isIce } from "./check-references.ts";
import { gate } from "./gate.ts";
import { type InputError, inputError, type Read } from "./input-error.ts";
import type { CooperativeDocument } from "./schema/cooperative-schema.ts";
import { validatorOf } from "./validator.ts";

/** Largest profile, in bytes. */
export const LARGEST_PROFILE = 65_536;

/** A profile as it was sent, and as the domain reads it. */
export interface ReadCooperative {
  readonly document: CooperativeDocument;
  readonly profile: Cooperative;
}

const validate = validatorOf("cooperative");

/** Does a code name a place of the territory? */
export type IsPlace = (code: string) => boolean;

const wrongIce = ({ ice }: CooperativeDocument): readonly InputError[] =>
  ice === undefined || isIce(ice)
    ? []
    : [inputError("/ice", "ICE_CHECK", "the check digits of this ICE do not fit; was it copied right?")];

const wrongPlaces = ({ places }: CooperativeDocument, isPlace: IsPlace): readonly InputError[] =>
  (places ?? []).flatMap((code, index) =>
    isPlace(code)
      ? []
      : [
          inputError(
            `/places/${index}`,
            "PLACE_UNKNOWN",
            "is no code of the territory list; expected one, such as 06.141.01.53",
          ),
        ],
  );

const wrongDays = (document: CooperativeDocument): readonly InputError[] =>
  (["taxCertificate", "socialSecurityCertificate", "sanitaryAuthorisation"] as const).flatMap((paper) => {
    const { issuedOn, validUntil } = document[paper] ?? {};
    return issuedOn !== undefined && validUntil !== undefined && validUntil < issuedOn
      ? [inputError(`/${paper}/validUntil`, "DAYS_CROSSED", "comes before the day of issue")]
      : [];
  });

const toAmount = ({ amount }: { readonly amount: number }): Amount => ({
  centimes: Math.round(amount * 100),
});

const normalise = (document: CooperativeDocument): Cooperative => {
  const { largestContract, turnover, references, listed, ...rest } = document;
  return {
    ...rest,
    ...(largestContract === undefined ? {} : { largestContract: toAmount(largestContract) }),
    ...(turnover === undefined ? {} : { turnover: toAmount(turnover) }),
    ...(references === undefined
      ? {}
      : {
          references: references.map(({ amount, ...other }) => ({
            ...other,
            ...(amount === undefined ? {} : { amount: toAmount(amount) }),
          })),
        }),
    ...(listed === undefined ? {} : { isListed: listed }),
  };
};

/** A parsed value → a profile, or every error with its pointer. */
export const acceptCooperative = (value: unknown, isPlace: IsPlace): Read<ReadCooperative> => {
  const errors = validate(value);
  if (errors.length > 0) return { ok: false, errors };
  const document = value as CooperativeDocument;
  const wrong = [...wrongIce(document), ...wrongPlaces(document, isPlace), ...wrongDays(document)];
  return wrong.length > 0
    ? { ok: false, errors: wrong }
    : { ok: true, document, profile: normalise(document) };
};

/** The bytes of a JSON document → a profile, or the errors; nothing in between. */
export const readCooperative = (bytes: Uint8Array, isPlace: IsPlace): Read<ReadCooperative> => {
  const read = gate(bytes, LARGEST_PROFILE);
  return read.ok ? acceptCooperative(read.value, isPlace) : read;
};
