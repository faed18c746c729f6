import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "./config.ts";
import type { Assessment } from "./domain/assessment.ts";
import type { Answer, Verification } from "./domain/verification.ts";
import { fromBase64 } from "./ledger/base64.ts";
import { openCheckpoint } from "./ledger/checkpoint.ts";
import { fileLog } from "./mirror/file-log.ts";
import { httpLog } from "./mirror/http-log.ts";
import type { LogSource } from "./mirror/log-source.ts";
import { canonicalSha256 } from "./ledger/leaf.ts";
import { readVerifier, type Verifier } from "./ledger/keys.ts";
import { readResponse } from "./ledger/response-note.ts";
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
            root: entry.root.toString("base64"),
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
    readResponse,
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

/**
 * The rulebook under which an assessment was made.
 * @throws DomainError RULEBOOK_NOT_FOUND when it is neither in use nor released here
 */
export const rulebookIn =
  (archive: RulebookArchive) =>
  ({ rulebook: name }: Pick<Assessment, "rulebook">): Rulebook => {
    const rulebook = archive.find(name);
    if (rulebook === null) throw new DomainError("RULEBOOK_NOT_FOUND", { version: name.version });
    return rulebook;
  };

const isAddress = (log: string): boolean => /^https?:\/\//.test(log);

/** A log by its address, or an exported file of it. */
export const logAt = (log: string): LogSource => (isAddress(log) ? httpLog(log) : fileLog(log));

/** Does the log, as it is today, still hold what the report's head held? */
const inLog = async (
  { place }: Verification,
  source: LogSource,
  keys: readonly Verifier[],
): Promise<Answer> => {
  const root = place === null ? null : fromBase64(place.root);
  if (place === null || root === null) return { holds: "cantTell", reason: "noProof" };
  const note = await source.head();
  const head = keys.map((key) => openCheckpoint(note, key)).find((each) => each !== null);
  if (head == null) return { holds: "no", reason: "logUnsigned" };
  if (head.size < place.size) return { holds: "no", reason: "logShorter" };
  const continues = await source.continues({ size: place.size, root }, head);
  return continues ? { holds: "yes", reason: "inLog" } : { holds: "no", reason: "logForked" };
};

/** What the log says counts only for a report that is itself whole. */
const withLog = async (
  verification: Verification,
  log: string,
  keys: readonly Verifier[],
): Promise<Verification> => {
  if (verification.answers.logged.holds !== "yes") return verification;
  const logged = await inLog(verification, logAt(log), keys);
  return { ...verification, answers: { ...verification.answers, logged } };
};

/** Verifies files on the command line: offline, unless a log is asked too. */
export const verifyOffline =
  (config: Config, rulebook: Rulebook) =>
  async (file: Uint8Array, key: string | null, log: string | null): Promise<Verification> => {
    const keys = key === null ? ownKeys(config.logKeyFile) : keysIn(key);
    const verification = composeVerifier(archiveOf(rulebook, config.rulebookDirectory), keys)(file);
    return log === null ? verification : withLog(verification, log, keys);
  };
