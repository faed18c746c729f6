import { escapeToken, type InputError, inputError } from "./input-error.ts";

// Looks at the text of a JSON document before it is parsed: what JSON.parse accepts in silence, such as a
// key given twice, is refused here, and so is nesting that would exhaust the stack later.

/** Deepest nesting of objects and arrays. A tender needs five. */
export const DEEPEST = 32;

const QUOTE = 34;
const BACKSLASH = 92;
const UNSAFE_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** An open object (with its keys) or array (with its position). */
interface Level {
  readonly keys: Set<string> | null;
  at: string | number;
}

const pointerOf = (levels: readonly Level[]): string =>
  levels.map(({ at }) => `/${escapeToken(String(at))}`).join("");

/** Index just after the string that starts at `start`; the length when it is not closed. */
const endOfString = (text: string, start: number): number => {
  for (let index = start + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === BACKSLASH) index += 1;
    else if (code === QUOTE) return index + 1;
  }
  return text.length;
};

/** An escaped key and its plain spelling are the same key. */
const keyOf = (quoted: string): string => {
  if (!quoted.includes("\\")) return quoted.slice(1, -1);
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted;
  }
};

const badKey = (levels: readonly Level[], level: Level, key: string): InputError | null => {
  level.at = key;
  if (UNSAFE_KEYS.has(key))
    return inputError(pointerOf(levels), "UNSAFE_KEY", `the key "${key}" is not allowed`);
  if (level.keys?.has(key) === true)
    return inputError(pointerOf(levels), "DUPLICATE_KEY", `the key "${key}" is given twice; give it once`);
  level.keys?.add(key);
  return null;
};

const isKey = (text: string, after: number): boolean => /^[ \t\n\r]*:/.test(text.slice(after, after + 64));

/** The first problem that parsing would hide; null when there is none. */
export const scanJson = (text: string): InputError | null => {
  const levels: Level[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    const level = levels.at(-1);
    if (char === '"') {
      const end = endOfString(text, index);
      if (level?.keys !== undefined && level.keys !== null && isKey(text, end)) {
        const problem = badKey(levels, level, keyOf(text.slice(index, end)));
        if (problem !== null) return problem;
      }
      index = end - 1;
    } else if (char === "{" || char === "[") {
      if (levels.length === DEEPEST)
        return inputError(pointerOf(levels), "TOO_DEEP", `is nested deeper than ${DEEPEST} levels`);
      levels.push(char === "{" ? { keys: new Set(), at: "" } : { keys: null, at: 0 });
    } else if (char === "}" || char === "]") levels.pop();
    else if (char === "," && level?.keys === null) level.at = Number(level.at) + 1;
  }
  return null;
};
