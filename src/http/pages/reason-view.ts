import type { Language } from "../../domain/tender.ts";
import type { InputError } from "../../intake/input-error.ts";
import { reasonIn } from "../../intake/reason-in.ts";

/** Something wrong in a document: where, and why in the language of the page. */
export interface ReasonView {
  readonly pointer: string;
  readonly reason: string;
}

/** What a page shows of an error. */
export const reasonView = (problem: InputError, language: Language): ReasonView => ({
  pointer: problem.pointer,
  reason: reasonIn(problem, language),
});
