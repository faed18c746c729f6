import type { Faces } from "../text/face.ts";
import type { Direction } from "../text/shape-text.ts";
import type { Frame, Piece, Slice, StructNode } from "./slice.ts";

/** Where a block is laid out: its place across the page in points, and what it lies in. */
export interface Flow {
  readonly x: number;
  readonly width: number;
  readonly direction: Direction;
  readonly faces: Faces;
  readonly frames: readonly Frame[];
  readonly parent: StructNode;
  /** Taller rows are divided between pages. */
  readonly tallestRow: number;
}

/** Where what is narrower than its place by `rest` begins; start and end go by the direction of the document. */
export const startOf = (
  align: "start" | "center" | "end",
  x: number,
  rest: number,
  direction: Direction,
): number => {
  if (align === "center") return x + rest / 2;
  return (align === "end") === (direction === "rtl") ? x : x + rest;
};

/** Empty space between blocks. */
export const margin = (height: number, frames: readonly Frame[]): readonly Slice[] =>
  height === 0 ? [] : [{ kind: "margin", height, keepsWithNext: true, frames, pieces: [] }];

/** Empty space inside a frame: it stays with what it surrounds. */
export const padding = (height: number, frames: readonly Frame[]): readonly Slice[] =>
  height === 0 ? [] : [{ kind: "content", height, keepsWithNext: true, frames, pieces: [] }];

export const heightOf = (slices: readonly Slice[]): number =>
  slices.reduce((sum, { height }) => sum + height, 0);

const lowered = (piece: Piece, by: number): Piece => ({ ...piece, top: piece.top + by });

/** All pieces of some slices, as they stand under one another. */
export const stacked = (slices: readonly Slice[]): readonly Piece[] => {
  let top = 0;
  return slices.flatMap(({ pieces, height }) => {
    const moved = pieces.map((piece) => lowered(piece, top));
    top += height;
    return moved;
  });
};

/** Part of the width for each share, in reading order from the start side; `x` from the left. */
export const columnsOf = (
  shares: readonly number[],
  { x, width, direction }: Pick<Flow, "x" | "width" | "direction">,
  gap: number,
): readonly { readonly x: number; readonly width: number }[] => {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const usable = width - gap * (shares.length - 1);
  let used = 0;
  return shares.map((share) => {
    const own = (usable * share) / total;
    const left = direction === "rtl" ? x + width - used - own : x + used;
    used += own + gap;
    return { x: left, width: own };
  });
};
