import { createHash, randomBytes } from "node:crypto";
import type { Secrets } from "../usecases/accounts/ports.ts";

const BYTES = 32;

/** Random secrets of 256 bits; only their SHA-256 is stored. */
export const secrets: Secrets = {
  make: () => randomBytes(BYTES).toString("base64url"),
  digest: (secret) => createHash("sha256").update(secret).digest("hex"),
};
