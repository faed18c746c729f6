import type { Tender } from "../domain/tender.ts";
import { checkReferences, warningsOf } from "./check-references.ts";
import { checkValues } from "./check-values.ts";
import { gate } from "./gate.ts";
import type { InputError, Read } from "./input-error.ts";
import { normalise } from "./normalise.ts";
import type { TenderDocument } from "./schema/tender-schema.ts";
import { validatorOf } from "./validator.ts";

/** A tender as it was sent, as the domain judges it, and what looks wrong without being an error. */
export interface ReadTender {
  readonly document: TenderDocument;
  readonly tender: Tender;
  readonly warnings: readonly InputError[];
}

const validate = validatorOf("tender");

/** A parsed value → a tender, or every error with its pointer. */
export const acceptTender = (value: unknown): Read<ReadTender> => {
  const errors = validate(value);
  if (errors.length > 0) return { ok: false, errors };
  const document = value as TenderDocument;
  const wrong = checkReferences(document);
  if (wrong.length > 0) return { ok: false, errors: wrong };
  return { ok: true, document, tender: normalise(document), warnings: warningsOf(document) };
};

/** A document put together from a file that did not pass the gate of JSON: its texts are looked at first. */
export const acceptBuilt = (document: unknown): Read<ReadTender> => {
  const problem = checkValues(document);
  return problem === null ? acceptTender(document) : { ok: false, errors: [problem] };
};

/** The bytes of a native JSON document → a tender, or the errors; nothing in between. */
export const readTender = (bytes: Uint8Array): Read<ReadTender> => {
  const read = gate(bytes);
  return read.ok ? acceptTender(read.value) : read;
};
