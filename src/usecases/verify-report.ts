import type { Assessment } from "../domain/assessment.ts";
import { compare } from "../domain/compare.ts";
import { type Confirmation, withConfirmations } from "../domain/confirmation.ts";
import type { Rulebook } from "../domain/rulebook.ts";
import type { Language, Tender } from "../domain/tender.ts";
import type {
  Answer,
  CarriedResponse,
  LogPlace,
  ReportIdentity,
  Verification,
} from "../domain/verification.ts";
import { checkTender } from "./check-tender.ts";
import type { Document, Hash } from "./ports.ts";

/** What the file alone tells: see the ledger. */
export interface FileFindings {
  readonly answers: Pick<Verification["answers"], "untouched" | "signed" | "logged">;
  readonly place: LogPlace | null;
  readonly reportId: string | null;
  readonly payload: string | null;
  readonly responses: readonly CarriedResponse[];
}

/** What verifying needs from outside: no database, no network unless a log is asked. */
export interface VerifyPorts {
  readonly checkFile: (file: Uint8Array) => FileFindings;
  /** Rulebooks at hand, by version. */
  readonly rulebooks: {
    readonly ofVersion: (version: string) => Rulebook | null;
    readonly find: (name: { readonly version: string; readonly sha256: string }) => Rulebook | null;
  };
  /** null for a document that the format no longer accepts. */
  readonly understand: (document: Document) => Tender | null;
  readonly hash: Hash;
  /** null for a note that is no answer. */
  readonly readResponse: (note: string) => Omit<CarriedResponse, "at"> | null;
}

/** What a report carries for machines. */
interface Payload {
  readonly language: Language;
  readonly assessment: Assessment;
  readonly document: Document;
  readonly engine?: { readonly name: string; readonly version: string };
  readonly rulebook?: { readonly files?: Readonly<Record<string, string>> };
  readonly responses?: unknown;
}

const cantTell = (reason: string): Answer => ({ holds: "cantTell", reason });
const no = (reason: string): Answer => ({ holds: "no", reason });
const yes = (reason: string): Answer => ({ holds: "yes", reason });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const readPayload = (text: string | null): Payload | null => {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    const isPayload =
      isObject(value) &&
      String(value["format"]).startsWith("awlawiya-report/") &&
      isObject(value["assessment"]) &&
      isObject(value["assessment"]["rulebook"]) &&
      Array.isArray(value["assessment"]["findings"]) &&
      Array.isArray(value["assessment"]["confirmations"]) &&
      isObject(value["document"]);
    return isPayload ? (value as unknown as Payload) : null;
  } catch {
    return null;
  }
};

const identityOf = (payload: Payload | null, reportId: string | null): ReportIdentity => {
  const { assessment, document } = payload ?? {};
  const reference = document?.["reference"];
  return {
    reportId,
    assessmentId: assessment?.id ?? null,
    reference: typeof reference === "string" ? reference : null,
    language: payload?.language ?? null,
    on: assessment?.on ?? null,
    verdict: assessment?.verdict ?? null,
    rulebook: assessment === undefined ? null : `${assessment.rulebook.id} ${assessment.rulebook.version}`,
    engine: isObject(payload?.engine) ? `${payload.engine.name} ${payload.engine.version}` : null,
  };
};

/** Files that are not the same in both rulebooks, or in one alone. */
const differing = (
  a: Readonly<Record<string, string>>,
  b: Readonly<Record<string, string>>,
): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((path) => a[path] !== b[path]).toSorted();

interface Found {
  readonly rulebook: Answer;
  readonly sameResult: Answer;
  readonly changedFiles: readonly string[];
  readonly changedRules: readonly string[];
}

const found = (rulebook: Answer, sameResult: Answer, changes: Partial<Found> = {}): Found => ({
  rulebook,
  sameResult,
  changedFiles: [],
  changedRules: [],
  ...changes,
});

const executeAgain = (
  { assessment, document }: Payload,
  rulebook: Rulebook,
  { understand, hash }: VerifyPorts,
): Assessment | null => {
  const tender = understand(document);
  if (tender === null) return null;
  const confirmations: readonly Confirmation[] = assessment.confirmations;
  const law = withConfirmations(rulebook, confirmations);
  return checkTender(() => law, hash)({ document, tender }, assessment.on, assessment.tenderId);
};

const resultOf = (payload: Payload, rulebook: Rulebook, ports: VerifyPorts): Found => {
  const again = executeAgain(payload, rulebook, ports);
  const known = yes("rulebookKnown");
  if (again === null) return found(known, cantTell("notUnderstood"));
  if (ports.hash(again) === ports.hash(payload.assessment)) return found(known, yes("sameResult"));
  const { findings } = compare(payload.assessment, again);
  const changedRules = [...new Set(findings.map(({ rule }) => rule))];
  return found(known, no("otherResult"), { changedRules });
};

/** A payload may be anything that someone wrote into a file. */
const safely = (payload: Payload, rulebook: Rulebook, ports: VerifyPorts): Found => {
  try {
    return resultOf(payload, rulebook, ports);
  } catch {
    return found(yes("rulebookKnown"), cantTell("notUnderstood"));
  }
};

const judge = (payload: Payload | null, ports: VerifyPorts): Found => {
  if (payload === null) return found(cantTell("noPayload"), cantTell("noPayload"));
  const { rulebook: name } = payload.assessment;
  const rulebook = ports.rulebooks.find(name);
  if (rulebook !== null) return safely(payload, rulebook, ports);
  const namesake = ports.rulebooks.ofVersion(name.version);
  if (namesake === null) return found(cantTell("rulebookUnknown"), cantTell("rulebookUnknown"));
  return found(no("rulebookChanged"), cantTell("rulebookChanged"), {
    changedFiles: isObject(payload.rulebook?.files) ? differing(payload.rulebook.files, namesake.files) : [],
  });
};

/** Answers that a reprint holds. */
const printedIn = (payload: Payload | null, { readResponse }: VerifyPorts): readonly CarriedResponse[] => {
  const printed: readonly unknown[] = Array.isArray(payload?.responses) ? payload.responses : [];
  return printed.flatMap((each) => {
    if (!isObject(each) || typeof each["note"] !== "string" || typeof each["at"] !== "string") return [];
    const read = readResponse(each["note"]);
    return read === null ? [] : [{ text: read.text, key: read.key, at: each["at"] }];
  });
};

/**
 * Says of a report what holds: bytes untouched, signed by the log's key, logged, made under a rulebook that is
 * known here, and judged the same when it is judged again today.
 */
export const verifyReport =
  (ports: VerifyPorts) =>
  (file: Uint8Array): Verification => {
    const { answers, place, reportId, payload: text, responses } = ports.checkFile(file);
    const payload = readPayload(text);
    const { rulebook, sameResult, changedFiles, changedRules } = judge(payload, ports);
    return {
      answers: { ...answers, rulebook, sameResult },
      identity: identityOf(payload, reportId),
      place,
      changedFiles,
      changedRules,
      responses: [...printedIn(payload, ports), ...responses],
    };
  };
