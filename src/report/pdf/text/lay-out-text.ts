import type { Faces } from "./face.ts";
import { fillLines } from "./fill-lines.ts";
import type { InlineRun } from "./inline-run.ts";
import { itemise } from "./itemise.ts";
import { type Line, placeLine } from "./place-line.ts";
import { recent } from "./recent.ts";
import type { Direction } from "./shape-text.ts";

/** Longer paragraphs are a user's own: they do not come again. */
const LONGEST_KEPT = 600;
const kept = recent<readonly Line[]>(4000);

const keyOf = (runs: readonly InlineRun[], base: Direction, width: number): string | null => {
  let key = `${base} ${width}`;
  for (const { text, style, part, isReference } of runs) {
    const { weight, size, colour } = style;
    key += `\u0000${weight} ${size} ${colour} ${part} ${isReference === true} ${text}`;
    if (key.length > LONGEST_KEPT) return null;
  }
  return key;
};

/**
 * A paragraph as lines no wider than `width` points, each in visual order. Most of a report is our own words, the
 * same in every report: their lines are kept.
 */
export const layOutText = (
  runs: readonly InlineRun[],
  base: Direction,
  width: number,
  faces: Faces,
): readonly Line[] => {
  const key = keyOf(runs, base, width);
  const known = key === null ? undefined : kept.get(key);
  if (known !== undefined) return known;
  const lines = fillLines(itemise(runs, base, faces), width, faces).map(placeLine);
  if (key !== null) kept.set(key, lines);
  return lines;
};
