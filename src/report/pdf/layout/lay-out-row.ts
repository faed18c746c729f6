import { type Flow, heightOf, stacked } from "./flow.ts";
import type { Frame, GroundPiece, Piece, Slice } from "./slice.ts";

/** Height of a strip of a row that is divided between pages, in points. */
const STRIP = 120;

/** Cuts one column into strips no higher than `STRIP`, each with at least one slice. */
const stripsOf = (slices: readonly Slice[]): readonly (readonly Slice[])[] => {
  const strips: Slice[][] = [[]];
  let filled = 0;
  for (const slice of slices) {
    if (filled > 0 && filled + slice.height > STRIP) {
      strips.push([]);
      filled = 0;
    }
    strips.at(-1)?.push(slice);
    filled += slice.height;
  }
  return strips;
};

/** Frames inside a column; one that ends with its column reaches down to the foot of the row. */
const groundsOf = (column: readonly Slice[], height: number): readonly GroundPiece[] => {
  const extents = new Map<Frame, { top: number; bottom: number }>();
  let top = 0;
  for (const slice of column) {
    const bottom = top + slice.height;
    for (const frame of slice.frames) extents.set(frame, { top: extents.get(frame)?.top ?? top, bottom });
    top = bottom;
  }
  const after = column.at(-1)?.kind === "margin" ? (column.at(-1)?.height ?? 0) : 0;
  return [...extents].map(([frame, extent]) => {
    const end = extent.bottom >= top - after ? height - after : extent.bottom;
    return { kind: "ground", top: extent.top, height: end - extent.top, frame };
  });
};

const strip = (columns: readonly (readonly Slice[])[], frames: Slice["frames"]): Slice => {
  const height = Math.max(...columns.map(heightOf));
  const pieces = columns.flatMap((column): readonly Piece[] => [
    ...groundsOf(column, height),
    ...stacked(column),
  ]);
  return { kind: "content", height, keepsWithNext: false, frames, pieces };
};

/** Columns set side by side as one slice; as several when the row is too tall to keep on one page. */
export const sideBySide = (columns: readonly (readonly Slice[])[], flow: Flow): readonly Slice[] => {
  if (Math.max(...columns.map(heightOf)) <= flow.tallestRow) return [strip(columns, flow.frames)];
  const strips = columns.map(stripsOf);
  const count = Math.max(...strips.map(({ length }) => length));
  return Array.from({ length: count }, (_, index) =>
    strip(
      strips.map((column) => column[index] ?? []),
      flow.frames,
    ),
  );
};
