import type { InlineRun } from "./inline-run.ts";
import type { Item } from "./itemise.ts";
import type { ShapedGlyph } from "./shape-text.ts";
import { visualOrder } from "./visual-order.ts";

/** Glyphs of one style and direction, painted at once; `x` in points from the start of the line's ink. */
export interface PlacedRun {
  readonly x: number;
  readonly width: number;
  readonly run: InlineRun;
  readonly isRtl: boolean;
  readonly glyphs: readonly ShapedGlyph[];
}

/** One line in visual order, from left to right. */
export interface Line {
  readonly runs: readonly PlacedRun[];
  /** Points. */
  readonly width: number;
}

const isSameRun = (last: Item | undefined, item: Item): boolean =>
  last?.run === item.run && last.level % 2 === item.level % 2;

/** Puts the items of one line in visual order and joins neighbours of one style. */
export const placeLine = (items: readonly Item[]): Line => {
  const runs: (PlacedRun & { width: number; glyphs: ShapedGlyph[] })[] = [];
  let x = 0;
  let last: Item | undefined;
  for (const item of visualOrder(items)) {
    const open = runs.at(-1);
    if (open !== undefined && isSameRun(last, item)) {
      open.glyphs.push(...item.shaped.glyphs);
      open.width += item.width;
    } else {
      const { run, level, width } = item;
      runs.push({ x, width, run, isRtl: level % 2 === 1, glyphs: [...item.shaped.glyphs] });
    }
    x += item.width;
    last = item;
  }
  return { runs, width: x };
};
