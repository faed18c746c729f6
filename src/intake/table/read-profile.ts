import { gate } from "../gate.ts";
import { inputError, type Read } from "../input-error.ts";
import { validatorOf } from "../validator.ts";
import { type Profile, unknownKeys } from "./mapping.ts";
import { SHAPES } from "./shapes.ts";

const validate = validatorOf("profile");

/** A parsed value → a profile, or every error with its pointer. */
export const acceptProfile = (value: unknown): Read<{ readonly profile: Profile }> => {
  const errors = validate(value);
  if (errors.length > 0) return { ok: false, errors };
  const profile = value as Profile;
  const known = SHAPES[profile.shape].map(({ key }) => key).join(", ");
  const wrong = unknownKeys(profile).map((key) =>
    inputError("/columns", "UNKNOWN_FIELD", `names the field "${key}"; expected one of ${known}`),
  );
  return wrong.length > 0 ? { ok: false, errors: wrong } : { ok: true, profile };
};

/** The bytes of a profile that was saved. */
export const readProfile = (bytes: Uint8Array): Read<{ readonly profile: Profile }> => {
  const read = gate(bytes);
  return read.ok ? acceptProfile(read.value) : read;
};
