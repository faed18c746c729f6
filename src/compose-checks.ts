import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import canonicalize from "canonicalize";
import type { Config } from "./config.ts";
import { type Confirmation, withConfirmations } from "./domain/confirmation.ts";
import type { Language } from "./domain/tender.ts";
import { projectRoot } from "./paths.ts";
import { loadRulebook } from "./rulebook/load-rulebook.ts";
import { checkTender } from "./usecases/check-tender.ts";
import type { Hash } from "./usecases/ports.ts";

// Apart from the service, so that a check in the terminal loads neither server, database nor fonts.

export const hash: Hash = (value) =>
  createHash("sha256")
    .update(canonicalize(value) ?? "")
    .digest("hex");

/** Words of a part of the interface, by language. */
export const wordsOf = (part: string) => {
  const known = new Map<Language, Readonly<Record<string, string>>>();
  return (language: Language): Readonly<Record<string, string>> => {
    const words =
      known.get(language) ??
      (JSON.parse(
        readFileSync(join(projectRoot, "templates/locales", `${part}-${language}.json`), "utf8"),
      ) as Readonly<Record<string, string>>);
    known.set(language, words);
    return words;
  };
};

/** What checks need: no database. */
export const composeChecks = (config: Config) => {
  const rulebook = loadRulebook(config.rulebookDirectory);
  return {
    rulebook,
    /** A check under the rulebook as these jurists have confirmed it. */
    checkWith: (confirmations: readonly Confirmation[]) => {
      const law = withConfirmations(rulebook, confirmations);
      return checkTender(() => law, hash);
    },
    words: wordsOf("cli"),
    operationWords: wordsOf("operations"),
    ledgerWords: wordsOf("verify"),
  };
};
