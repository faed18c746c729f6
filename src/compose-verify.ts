import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalSha256 } from "./ledger/leaf.ts";
import { readVerifier, type Verifier } from "./ledger/keys.ts";
import { checkFile } from "./ledger/pdf/check-file.ts";
import { DomainError } from "./domain/errors.ts";
import { acceptTender } from "./intake/read-tender.ts";
import { projectRoot } from "./paths.ts";
import type { Rulebook } from "./domain/rulebook.ts";
import { type RulebookArchive, rulebookArchive } from "./rulebook/rulebook-archive.ts";
import { readLogKey } from "./store/log-key-file.ts";
import { type FileFindings, verifyReport } from "./usecases/verify-report.ts";

/** The rulebook in use, and the releases beside it and beside the program's own. */
export const archiveOf = (current: Rulebook, directory: string): RulebookArchive =>
  rulebookArchive(current, [directory, join(projectRoot, "rulebook")]);

const findingsOf = (file: Uint8Array, keys: readonly Verifier[]): FileFindings => {
  const { answers, entry, payload, responses } = checkFile(Buffer.from(file), keys);
  const reportId = entry?.facts["reportId"];
  return {
    answers,
    payload,
    responses,
    reportId: typeof reportId === "string" ? reportId : null,
    place:
      entry === null
        ? null
        : {
            origin: entry.origin,
            key: entry.key,
            index: entry.leaf.seq,
            size: entry.size,
            at: entry.leaf.at,
          },
  };
};

/** Verifies files by the given keys; needs neither database nor network. */
export const composeVerifier = (rulebooks: RulebookArchive, keys: readonly Verifier[]) =>
  verifyReport({
    checkFile: (file) => findingsOf(file, keys),
    rulebooks,
    understand: (document) => {
      const read = acceptTender(document);
      return read.ok ? read.tender : null;
    },
    hash: canonicalSha256,
  });

const invalidKey = (given: string): DomainError =>
  new DomainError("LOG_KEY_INVALID", {
    file: given,
    problem: "expected name+hash+key, or a file of such lines",
  });

/**
 * The keys of a text `name+hash+key`, or of a file of such lines.
 * @throws DomainError LOG_KEY_INVALID
 */
export const keysIn = (given: string): readonly Verifier[] => {
  const text = existsSync(given) ? readFileSync(given, "utf8") : given;
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const keys = lines.map((line) => readVerifier(line.trim())).filter((key) => key !== null);
  if (keys.length === 0 || keys.length !== lines.length) throw invalidKey(given);
  return keys;
};

/** The public half of our own log's key, when this machine has one. */
export const ownKeys = (keyFile: string): readonly Verifier[] => {
  const signer = readLogKey(keyFile);
  const verifier = signer === null ? null : readVerifier(signer.verifierKey);
  return verifier === null ? [] : [verifier];
};
