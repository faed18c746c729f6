import { checkValues } from "./check-values.ts";
import { type InputError, inputError, type Read } from "./input-error.ts";
import { quickGate } from "./quick-gate.ts";
import { scanJson } from "./scan-json.ts";

/** Largest tender document, in bytes. */
export const LARGEST = 262_144;

const refuse = (code: string, message: string): { ok: false; errors: readonly InputError[] } => ({
  ok: false,
  errors: [inputError("", code, message)],
});

/** UTF-8 or nothing: Node would read Latin-1 as UTF-8 and lose every accent in silence. */
const decode = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Line and column of a position, both from 1. */
const place = (text: string, position: number): string => {
  const before = text.slice(0, position).split("\n");
  return `line ${before.length}, column ${(before.at(-1) ?? "").length + 1}`;
};

/** Where JSON.parse stopped, when it says. */
const where = (text: string, message: string): string => {
  const [, position] = /at position (\d+)/.exec(message) ?? [];
  if (position !== undefined) return place(text, Number(position));
  return message.includes("end of JSON") ? `at the end, ${place(text, text.length)}` : "near its beginning";
};

const parse = (text: string): Read<{ readonly value: unknown }> => {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    return refuse("NOT_JSON", `is not JSON: ${where(text, message)}`);
  }
};

/**
 * The one door for bytes from outside: size, UTF-8, depth, double keys, JSON, Unicode, numbers. A leading
 * byte-order mark is dropped. The value that comes out is plain data, safe to validate.
 */
export const gate = (bytes: Uint8Array, largest = LARGEST): Read<{ readonly value: unknown }> => {
  if (bytes.length > largest)
    return refuse("TOO_LARGE", `is ${bytes.length} bytes; expected at most ${largest}`);
  const value = quickGate(bytes);
  if (value !== undefined) return { ok: true, value };
  const text = decode(bytes);
  if (text === null)
    return refuse("NOT_UTF8", "is not UTF-8; save it as UTF-8, not as Latin-1 or Windows-1252");
  if (text.trim() === "") return refuse("EMPTY", "is empty; expected a JSON document");
  const hidden = scanJson(text);
  if (hidden !== null) return { ok: false, errors: [hidden] };
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const problem = checkValues(parsed.value);
  return problem === null ? parsed : { ok: false, errors: [problem] };
};
