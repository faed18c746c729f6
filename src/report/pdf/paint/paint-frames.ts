import type { Page } from "../layout/paginate.ts";
import type { Frame } from "../layout/slice.ts";
import { rectangle } from "./operators.ts";

const ACCENT = 3;
const HAIRLINE = 0.6;

interface Extent {
  readonly top: number;
  readonly bottom: number;
}

const extentsOf = (page: Page): ReadonlyMap<Frame, Extent> => {
  const extents = new Map<Frame, Extent>();
  for (const { slice, y } of page.slices)
    for (const frame of slice.frames) {
      const top = extents.get(frame)?.top ?? y;
      extents.set(frame, { top, bottom: y + slice.height });
    }
  return extents;
};

const borderOf = ({ x, width }: Frame, top: number, height: number, colour: string): readonly string[] => [
  rectangle(x, top, width, HAIRLINE, colour),
  rectangle(x, top + height - HAIRLINE, width, HAIRLINE, colour),
  rectangle(x, top, HAIRLINE, height, colour),
  rectangle(x + width - HAIRLINE, top, HAIRLINE, height, colour),
];

const frameOperators = (frame: Frame, top: number, height: number): readonly string[] => {
  const { x, width, background, border, accent, direction } = frame;
  const start = direction === "rtl" ? x + width - ACCENT : x;
  return [
    ...(background === undefined ? [] : [rectangle(x, top, width, height, background)]),
    ...(border === undefined ? [] : borderOf(frame, top, height, border)),
    ...(accent === undefined ? [] : [rectangle(start, top, ACCENT, height, accent)]),
  ];
};

const innerFrames = (page: Page, above: number): readonly string[] =>
  page.slices.flatMap(({ slice, y }) =>
    slice.pieces.flatMap((piece) =>
      piece.kind === "ground" ? frameOperators(piece.frame, above + y + piece.top, piece.height) : [],
    ),
  );

/** Operators for the grounds, borders and bars of a page, outermost first; `above` is the top margin. */
export const paintFrames = (page: Page, above: number): string => {
  const outer = [...extentsOf(page)].flatMap(([frame, { top, bottom }]) =>
    frameOperators(frame, above + top, bottom - top),
  );
  return [...outer, ...innerFrames(page, above)].join("\n");
};
