import type { Faces } from "./face.ts";
import { fillLines } from "./fill-lines.ts";
import type { InlineRun } from "./inline-run.ts";
import { itemise } from "./itemise.ts";
import { type Line, placeLine } from "./place-line.ts";
import type { Direction } from "./shape-text.ts";

/** A paragraph as lines no wider than `width` points, each in visual order. */
export const layOutText = (
  runs: readonly InlineRun[],
  base: Direction,
  width: number,
  faces: Faces,
): readonly Line[] => fillLines(itemise(runs, base, faces), width, faces).map(placeLine);
