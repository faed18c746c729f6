import { type Flow, heightOf, stacked } from "./flow.ts";
import type { Piece, Slice } from "./slice.ts";

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

const strip = (columns: readonly (readonly Slice[])[], frames: Slice["frames"]): Slice => ({
  kind: "content",
  height: Math.max(...columns.map(heightOf)),
  keepsWithNext: false,
  frames,
  pieces: columns.flatMap((column): readonly Piece[] => stacked(column)),
});

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
