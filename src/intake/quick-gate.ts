import { isUtf8 } from "node:buffer";
import { DEEPEST } from "./scan-json.ts";

// The gate's checks in one pass over the bytes and one over the value, for the documents in which there is nothing
// to find: nearly all. Where anything looks wrong the slow gate looks again and says what and where.

const QUOTE = 34;
const COLON = 58;
const BACKSLASH = 92;

/** Members written in the text; -1 when it is nested too deep. Colons outside strings are one a member. */
const membersWritten = (bytes: Uint8Array): number => {
  const { length } = bytes;
  let members = 0;
  let depth = 0;
  for (let index = 0; index < length; index += 1) {
    const byte = bytes[index] as number;
    if (byte === QUOTE) {
      for (index += 1; index < length; index += 1) {
        const inside = bytes[index] as number;
        if (inside === QUOTE) break;
        if (inside === BACKSLASH) index += 1;
      }
    } else if (byte === COLON) members += 1;
    // `{` and `[`, `}` and `]` differ from each other in one bit that no other byte of JSON has.
    else if ((byte | 32) === 123) {
      depth += 1;
      if (depth > DEEPEST) return -1;
    } else if ((byte | 32) === 125) depth -= 1;
  }
  return members;
};

const UNSAFE_KEY = /"(?:__proto__|constructor|prototype)"/;
/** What could make a text unfit, raw or behind an escape. */
const SUSPECT_TEXT = /[\u007F\u202A-\u202E\u2066-\u2069]|\\[ubf]/;
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const UNFIT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/;

const isFit = (text: string): boolean => !UNFIT.test(text) && text.isWellFormed();

/** Members in the value; NaN when a text or number is unfit. */
const membersIn = (value: unknown, areTextsSuspect: boolean): number => {
  if (typeof value === "string") return areTextsSuspect && !isFit(value) ? Number.NaN : 0;
  if (typeof value === "number") return Number.isFinite(value) ? 0 : Number.NaN;
  if (typeof value !== "object" || value === null) return 0;
  let members = 0;
  if (Array.isArray(value)) {
    for (const each of value) members += membersIn(each, areTextsSuspect);
    return members;
  }
  const object = value as Record<string, unknown>;
  for (const key of Object.keys(object)) {
    if (areTextsSuspect && !isFit(key)) return Number.NaN;
    members += 1 + membersIn(object[key], areTextsSuspect);
  }
  return members;
};

/** The value of a document in which there is nothing to find; undefined when something has to be looked at. */
export const quickGate = (bytes: Uint8Array): unknown => {
  const written = membersWritten(bytes);
  if (written === -1 || !isUtf8(bytes)) return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  if (UNSAFE_KEY.test(text)) return undefined;
  try {
    const value = JSON.parse(text) as unknown;
    return membersIn(value, SUSPECT_TEXT.test(text)) === written ? value : undefined;
  } catch {
    return undefined;
  }
};
