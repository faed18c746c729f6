import { configure } from "safe-stable-stringify";

const stringify = configure({ deterministic: true, strict: true, bigint: false });

/** How a surrogate without its pair is written, unless its backslash is itself a written one. */
const LONE_SURROGATE = /(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/;

/** RFC 8785 forbids what has no UTF-8. */
const hasLoneSurrogate = (text: string): boolean => text.includes("\\ud") && LONE_SURROGATE.test(text);

/**
 * RFC 8785 canonical JSON: properties in the order of their UTF-16, numbers and texts as ECMAScript writes them.
 * @throws Error for what is not JSON: undefined, NaN, Infinity, a surrogate without its pair
 */
export const canonicalJson = (value: unknown): string => {
  const text = stringify(value);
  if (text === undefined || hasLoneSurrogate(text)) throw new Error("not a JSON value");
  return text;
};

/** Is a text the canonical form of what it says? */
export const isCanonicalJson = (value: unknown, text: string): boolean => {
  try {
    return canonicalJson(value) === text;
  } catch {
    return false;
  }
};
