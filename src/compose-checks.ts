import { readFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalHash } from "./canonical-hash.ts";
import type { Config } from "./config.ts";
import { type Confirmation, withConfirmations } from "./domain/confirmation.ts";
import type { Language } from "./domain/tender.ts";
import { projectRoot } from "./paths.ts";
import { loadRulebook } from "./rulebook/load-rulebook.ts";
import { checkTender } from "./usecases/check-tender.ts";
import type { RunBatch } from "./usecases/batch.ts";

// Apart from the service, so that a check in the terminal loads neither server, database nor fonts.

const partOf = (part: string) => {
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

const PARTS = new Map<string, ReturnType<typeof partOf>>();

/** Words of a part of the interface, by language; its files are read once. */
export const wordsOf = (part: string) => {
  const kept = PARTS.get(part) ?? partOf(part);
  PARTS.set(part, kept);
  return kept;
};

const joinedWords = new Map<string, Readonly<Record<string, string>>>();

/** Words of every page and of the given parts. */
export const pageWords = (
  language: Language,
  ...parts: readonly string[]
): Readonly<Record<string, string>> => {
  const key = [language, ...parts].join(" ");
  const known =
    joinedWords.get(key) ??
    (Object.assign({}, ...["pages", ...parts].map((part) => wordsOf(part)(language))) as Readonly<
      Record<string, string>
    >);
  joinedWords.set(key, known);
  return known;
};

/** Loaded when a batch begins: a single check needs no threads. */
const batchOf =
  (rulebookDirectory: string): RunBatch =>
  async (request, ports, from) => {
    const { batchRunner } = await import("./batch/run-batch.ts");
    return batchRunner(rulebookDirectory)(request, ports, from);
  };

/** What checks need: no database. */
export const composeChecks = (config: Config) => {
  const rulebook = loadRulebook(config.rulebookDirectory);
  return {
    rulebook,
    hash: canonicalHash,
    /** A check under the rulebook as these jurists have confirmed it. */
    checkWith: (confirmations: readonly Confirmation[]) => {
      const law = withConfirmations(rulebook, confirmations);
      return checkTender(() => law, canonicalHash);
    },
    batch: batchOf(config.rulebookDirectory),
    words: wordsOf("cli"),
    dataWords: wordsOf("data"),
    operationWords: wordsOf("operations"),
    ledgerWords: wordsOf("verify"),
  };
};
