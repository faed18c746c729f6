import { hash, verify } from "@node-rs/argon2";
import { queueOf } from "../queue-of.ts";
import type { PasswordHasher } from "../usecases/accounts/ports.ts";

// OWASP's least parameters of argon2id, the package's default: 19 MiB, two passes, one lane.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Hashes at the same time: each takes a core and 19 MiB. */
const AT_ONCE = 2;

/** argon2id. An unknown account costs the same time as a known one: it is verified against a decoy. */
export const passwordHasher = (): PasswordHasher => {
  const queue = queueOf(AT_ONCE);
  const decoy = queue(() => hash("a password that nobody has", OPTIONS));
  return {
    hash: (password) => queue(() => hash(password, OPTIONS)),
    verify: async (stored, password) => {
      const against = stored ?? (await decoy);
      const isRight = await queue(() => verify(against, password));
      return isRight && stored !== null;
    },
  };
};
