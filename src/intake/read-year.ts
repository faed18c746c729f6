import type { BuyerYear } from "../domain/year.ts";
import { gate } from "./gate.ts";
import type { Read } from "./input-error.ts";
import { normaliseYear } from "./normalise-year.ts";
import type { YearDocument } from "./schema/year-schema.ts";
import { validatorOf } from "./validator.ts";

/** Largest document of a year, in bytes: four thousand lines of a few hundred. */
export const LARGEST_YEAR = 2_097_152;

/** A buyer's year as it was sent, and as the domain judges it. */
export interface ReadYear {
  readonly document: YearDocument;
  readonly year: BuyerYear;
}

const validate = validatorOf("year");

/** A parsed value → a buyer's year, or every error with its pointer. */
export const acceptYear = (value: unknown): Read<ReadYear> => {
  const errors = validate(value);
  if (errors.length > 0) return { ok: false, errors };
  const document = value as YearDocument;
  return { ok: true, document, year: normaliseYear(document) };
};

/** The bytes of a native JSON document → a buyer's year, or the errors; nothing in between. */
export const readYear = (bytes: Uint8Array): Read<ReadYear> => {
  const read = gate(bytes, LARGEST_YEAR);
  return read.ok ? acceptYear(read.value) : read;
};
