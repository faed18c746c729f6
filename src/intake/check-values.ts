import { escapeToken, type InputError, inputError } from "./input-error.ts";

/** C0 controls but tab, line feed and carriage return, which texts pasted from a notice hold. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;
const OVERRIDE = /[\u202A-\u202E]/;
const ISOLATE_START = /[\u2066-\u2068]/;

/** Every isolate that is opened is closed, in order: else a value could turn the text around it. */
const isBalanced = (text: string): boolean => {
  let open = 0;
  for (const char of text) {
    if (ISOLATE_START.test(char)) open += 1;
    if (char === "\u2069") open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
};

const codePoint = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** What is wrong with a text; null when it can be stored and printed as it is. */
const checkText = (text: string, pointer: string): InputError | null => {
  if (!text.isWellFormed())
    return inputError(pointer, "NOT_UNICODE", "holds half of a surrogate pair; expected well-formed Unicode");
  const control = CONTROL.exec(text)?.[0];
  if (control !== undefined)
    return inputError(pointer, "CONTROL_CHARACTER", `holds the control character ${codePoint(control)}`);
  const override = OVERRIDE.exec(text)?.[0];
  if (override !== undefined)
    return inputError(pointer, "BIDI_CONTROL", `holds ${codePoint(override)}, which turns text around`);
  if (!isBalanced(text))
    return inputError(pointer, "BIDI_CONTROL", "holds a direction isolate that is not closed or not opened");
  return null;
};

/** The first text or number that must not be let in; null when all may. */
export const checkValues = (value: unknown, pointer = ""): InputError | null => {
  if (typeof value === "string") return checkText(value, pointer);
  if (typeof value === "number" && !Number.isFinite(value))
    return inputError(pointer, "NUMBER_RANGE", "is too large a number");
  if (typeof value !== "object" || value === null) return null;
  for (const [key, each] of Object.entries(value)) {
    const at = `${pointer}/${escapeToken(key)}`;
    const problem = checkText(key, at) ?? checkValues(each, at);
    if (problem !== null) return problem;
  }
  return null;
};
