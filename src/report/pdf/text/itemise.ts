import LineBreaker from "linebreak";
import { bidi } from "./bidi.ts";
import type { Faces } from "./face.ts";
import { graphemesOf } from "./graphemes.ts";
import type { InlineRun } from "./inline-run.ts";
import { type Direction, type ShapedRun, shapeText } from "./shape-text.ts";

/** What may happen after an item. */
export type Break = "none" | "allowed" | "required";

/** The smallest piece that is placed as one: same run, same bidi level, no break opportunity inside. */
export interface Item {
  readonly text: string;
  readonly run: InlineRun;
  readonly level: number;
  readonly isSpace: boolean;
  readonly after: Break;
  readonly shaped: ShapedRun;
  /** Points. */
  readonly width: number;
}

/** What is written from right to left, or turns a line that way: without it left-to-right isolates change nothing. */
const NEEDS_BIDI = /[\u0590-\u08FF\u200F\u202B\u202E\u2067\uFB1D-\uFDFF\uFE70-\uFEFC]/;
/** Longer items are shaped in pieces, which keeps the work linear whatever the text. */
const MAX_ITEM = 200;

/** The UAX 9 level of each UTF-16 unit; null when all are 0. */
export const levelsOf = (text: string, base: Direction): Uint8Array | null =>
  base === "ltr" && !NEEDS_BIDI.test(text) ? null : bidi.getEmbeddingLevels(text, base).levels;

const breaksOf = (text: string): ReadonlyMap<number, Break> => {
  const breaks = new Map<number, Break>();
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak())
    breaks.set(next.position, next.required ? "required" : "allowed");
  // The end of the text is no opportunity but for a line break that stands there.
  breaks.delete(text.length);
  return breaks;
};

/** Direction of a text by its first strong character (UAX 9, P2 and P3); `fallback` when it has no letter. */
export const directionOf = (text: string, fallback: Direction): Direction => {
  if (!/\p{L}/u.test(text)) return fallback;
  return bidi.getEmbeddingLevels(text, "auto").paragraphs[0]?.level === 1 ? "rtl" : "ltr";
};

export const makeItem = (text: string, run: InlineRun, level: number, after: Break, faces: Faces): Item => {
  const shaped = shapeText(faces[run.style.weight], text, level % 2 === 1 ? "rtl" : "ltr");
  // Isolates have no glyph: at the end of a line they count as the spaces around them.
  const isSpace = shaped.glyphs.length === 0 || (text.trim() === "" && !text.includes("\u00A0"));
  return { text, run, level, isSpace, after, shaped, width: (shaped.width * run.style.size) / 1000 };
};

const pieces = (text: string): readonly string[] => {
  if (text.length <= MAX_ITEM) return [text];
  const parts: string[] = [""];
  for (const cluster of graphemesOf(text)) {
    const last = parts.length - 1;
    if ((parts[last]?.length ?? 0) + cluster.length > MAX_ITEM) parts.push(cluster);
    else parts[last] += cluster;
  }
  return parts;
};

interface Cut {
  readonly end: number;
  readonly run: InlineRun;
}

/** Where each run ends in the text of the paragraph. */
const cutsOf = (runs: readonly InlineRun[]): readonly Cut[] => {
  let end = 0;
  return runs.map((run) => ({ run, end: (end += run.text.length) }));
};

/** Cuts a paragraph into items in logical order: UAX 9 levels, UAX 14 opportunities, style and spaces. */
export const itemise = (runs: readonly InlineRun[], base: Direction, faces: Faces): readonly Item[] => {
  const text = runs.map((run) => run.text).join("");
  const levels = levelsOf(text, base);
  const breaks = breaksOf(text);
  const items: Item[] = [];
  let start = 0;
  const close = (end: number, run: InlineRun): void => {
    const parts = pieces(text.slice(start, end).replaceAll("\n", ""));
    for (const [index, part] of parts.entries()) {
      const after = index === parts.length - 1 ? (breaks.get(end) ?? "none") : "none";
      items.push(makeItem(part, run, levels?.[start] ?? 0, after, faces));
    }
    start = end;
  };
  const mayBreak = (at: number, run: InlineRun): boolean =>
    breaks.has(at) && (run.isReference !== true || text[at - 1] === " ");
  for (const { end, run } of cutsOf(runs)) {
    for (let at = start + 1; at < end; at++) {
      const isEdge = (text[at] === " ") !== (text[at - 1] === " ");
      if (isEdge || mayBreak(at, run) || levels?.[at] !== levels?.[at - 1]) close(at, run);
    }
    if (end > start) close(end, run);
  }
  return items;
};
