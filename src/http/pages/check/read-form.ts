import { type Request, type RequestHandler, urlencoded } from "express";
import { gate, LARGEST } from "../../../intake/gate.ts";
import type { InputError } from "../../../intake/input-error.ts";
import { acceptTender, type ReadTender } from "../../../intake/read-tender.ts";
import { bindForm, type Body, type FieldError, missingIn } from "./bind-form.ts";
import { SECTIONS } from "./form-sections.ts";
import type { Plain } from "./places.ts";

/** A form's encoding may triple the size of Arabic text, and each field stands beside the document. */
export const checkForm: RequestHandler = urlencoded({
  extended: false,
  limit: LARGEST * 8,
  parameterLimit: 4000,
});

/** The fields that were sent once, by name. */
export const bodyOf = (request: Request): Body => {
  const body: unknown = request.body;
  if (typeof body !== "object" || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
};

/** A form that was sent: what it was made from, what it says, and what is wrong with it. */
export interface SentForm {
  readonly base: Plain;
  readonly document: Plain;
  readonly body: Body;
  readonly read: ReadTender | null;
  readonly fieldErrors: readonly FieldError[];
  /** Errors of places for which the form has no field. */
  readonly otherErrors: readonly InputError[];
}

/** The document that the form carries along; an empty one when it is none of ours. */
const baseIn = (text: string): Plain => {
  const read = gate(new TextEncoder().encode(text === "" ? "{}" : text));
  const isPlain =
    read.ok && typeof read.value === "object" && read.value !== null && !Array.isArray(read.value);
  return isPlain ? (read.value as Plain) : {};
};

const FIELDS = SECTIONS.flatMap(({ fields }) => fields);

/** The field in which a place is typed; null when the form has none. */
const nameFor = (pointer: string): string | null => {
  const exact = FIELDS.find((field) => field.pointer === pointer);
  const row = FIELDS.find(({ kind, pointer: list }) => kind === "rows" && pointer.startsWith(`${list}/`));
  if (exact !== undefined || row !== undefined) return pointer;
  return FIELDS.find((field) => field.pointer.startsWith(`${pointer}/`) && pointer !== "")?.pointer ?? null;
};

const sort = (errors: readonly InputError[]): Pick<SentForm, "fieldErrors" | "otherErrors"> => ({
  fieldErrors: errors.flatMap(({ pointer, code }) => {
    const name = nameFor(pointer);
    return name === null ? [] : [{ name, problem: code }];
  }),
  otherErrors: errors.filter(({ pointer }) => nameFor(pointer) === null),
});

/** Reads a form of a tender: its fields over the document it carries. */
export const readForm = (body: Body): SentForm => {
  const base = baseIn(body["document"] ?? "");
  const { document, errors } = bindForm(base, body);
  const typed = [...errors, ...missingIn(document)];
  if (typed.length > 0) return { base, document, body, read: null, fieldErrors: typed, otherErrors: [] };
  const accepted = acceptTender(document);
  if (accepted.ok) return { base, document, body, read: accepted, fieldErrors: [], otherErrors: [] };
  return { base, document, body, read: null, ...sort(accepted.errors) };
};

/** The tender that the form carried before its fields were changed; null when it was none yet. */
export const carried = ({ base }: SentForm): ReadTender | null => {
  const read = acceptTender(base);
  return read.ok ? read : null;
};
