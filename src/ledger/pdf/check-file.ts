import type { Answer, CarriedResponse, ReportQuestion } from "../../domain/verification.ts";
import { sha256 } from "../digest.ts";
import { checkEntryProof, type EntryProblem, type EntryProof } from "../entry-proof.ts";
import type { Verifier } from "../keys.ts";
import { readResponse } from "../response-note.ts";
import { type AttachedProof, proofUpdate } from "./proof-update.ts";
import { attachedPayload, type SplitPdf, splitPdf } from "./split-pdf.ts";

/** What the file alone tells, with the keys at hand. */
export interface FileCheck {
  readonly answers: Readonly<Record<Exclude<ReportQuestion, "rulebook" | "sameResult">, Answer>>;
  /** null when there is no proof that holds together. */
  readonly entry: EntryProof | null;
  /** What the report says for machines; null when it cannot be read. */
  readonly payload: string | null;
  readonly responses: readonly CarriedResponse[];
}

const answers = (untouched: Answer, signed: Answer, logged: Answer): FileCheck["answers"] => ({
  untouched,
  signed,
  logged,
});

const all = (answer: Answer): FileCheck["answers"] => answers(answer, answer, answer);

const cantTell = (reason: string): Answer => ({ holds: "cantTell", reason });
const no = (reason: string): Answer => ({ holds: "no", reason });
const yes = (reason: string): Answer => ({ holds: "yes", reason });

const isEntry = (checked: EntryProof | EntryProblem): checked is EntryProof => typeof checked === "object";

const sameBytes = (file: Buffer, issued: Buffer, proofs: readonly AttachedProof[]): boolean => {
  try {
    return Buffer.concat([issued, proofUpdate(issued, proofs)]).equals(file);
  } catch {
    // Whatever the update hangs on was damaged.
    return false;
  }
};

/** Is the file the report that the entry speaks of, its proofs, and not one byte more? */
const isWhole = (file: Buffer, split: SplitPdf, entries: readonly EntryProof[]): boolean => {
  const [report] = entries;
  if (report === undefined || report.facts["pdfSha256"] !== sha256(split.issued).toString("hex"))
    return false;
  const proofs = split.proofs.map(({ name, text }, index) => ({
    name,
    text,
    at: entries[index]?.leaf.at ?? "",
  }));
  return sameBytes(file, split.issued, proofs);
};

const responseOf = ({ leaf, facts }: EntryProof): CarriedResponse | null => {
  const response = typeof facts["note"] === "string" ? readResponse(facts["note"]) : null;
  return response === null ? null : { text: response.text, key: response.key, at: leaf.at };
};

/** An answer must belong to the report that it travels with. */
const belong = ([report, ...responses]: readonly EntryProof[]): boolean =>
  report?.leaf.kind === "report" &&
  responses.every(
    ({ leaf, facts }) => leaf.kind === "remark" && facts["reportId"] === report.facts["reportId"],
  );

/** Checks a file against the keys of its log. Nothing outside the file is read. */
export const checkFile = (file: Buffer, keys: readonly Verifier[]): FileCheck => {
  const split = splitPdf(file);
  const none = { entry: null, payload: attachedPayload(file), responses: [] };
  if (split === null) return { ...none, answers: all(cantTell("noProof")) };
  const checked = split.proofs.map(({ text }) => checkEntryProof(text, keys));
  const entries = checked.filter(isEntry);
  const problem = checked.find((each): each is EntryProblem => !isEntry(each));
  const [entry] = entries;
  if (problem === "wrongSignature")
    return { ...none, answers: answers(no("changed"), no(problem), no("notProven")) };
  if (problem !== undefined || entry === undefined || !belong(entries) || !isWhole(file, split, entries))
    return { ...none, answers: answers(no("changed"), cantTell("changed"), no("notProven")) };
  const read = {
    entry,
    payload: attachedPayload(split.issued),
    responses: entries
      .slice(1)
      .map(responseOf)
      .filter((response) => response !== null),
  };
  if (entries.some(({ isSigned }) => !isSigned)) return { ...read, answers: all(cantTell("keyUnknown")) };
  return { ...read, answers: answers(yes("untouched"), yes("signed"), yes("logged")) };
};
