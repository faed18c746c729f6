import { type Confirmation, isConfirmable } from "../domain/confirmation.ts";
import type { Rulebook } from "../domain/rulebook.ts";
import { gate } from "./gate.ts";
import { type InputError, inputError, type Read } from "./input-error.ts";
import { validatorOf } from "./validator.ts";

const validateOne = validatorOf("confirmation");
const validateAll = validatorOf("confirmations");

const known = ({ parameters }: Rulebook, { parameter }: Confirmation): string =>
  (parameters.get(parameter)?.values ?? []).map(({ value, text }) => `${value} (${text})`).join(", ");

/** A confirmation must name a value that the rulebook holds: another value is a correction of the rulebook. */
const mismatch = (confirmation: Confirmation, rulebook: Rulebook, at: string): readonly InputError[] => {
  if (isConfirmable(confirmation, rulebook)) return [];
  const values = known(rulebook, confirmation);
  const expected = values === "" ? "a parameter of the rulebook" : `one of ${values}`;
  return [inputError(`${at}/value`, "NOT_THE_VALUE", `is not what the rulebook holds; expected ${expected}`)];
};

/** The bytes of one confirmation. */
export const readConfirmation = (
  bytes: Uint8Array,
  rulebook: Rulebook,
): Read<{ readonly confirmation: Confirmation }> => {
  const read = gate(bytes);
  if (!read.ok) return read;
  const wrong = validateOne(read.value);
  if (wrong.length > 0) return { ok: false, errors: wrong };
  const confirmation = read.value as Confirmation;
  const errors = mismatch(confirmation, rulebook, "");
  return errors.length > 0 ? { ok: false, errors } : { ok: true, confirmation };
};

/** The bytes of a file of confirmations: a list. */
export const readConfirmations = (
  bytes: Uint8Array,
  rulebook: Rulebook,
): Read<{ readonly confirmations: readonly Confirmation[] }> => {
  const read = gate(bytes);
  if (!read.ok) return read;
  const wrong = validateAll(read.value);
  if (wrong.length > 0) return { ok: false, errors: wrong };
  const confirmations = read.value as readonly Confirmation[];
  const errors = confirmations.flatMap((each, index) => mismatch(each, rulebook, `/${index}`));
  return errors.length > 0 ? { ok: false, errors } : { ok: true, confirmations };
};
