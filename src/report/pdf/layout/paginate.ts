import { heightOf } from "./flow.ts";
import type { Slice } from "./slice.ts";

/** A slice on a page; `y` in points from the top of the content. */
export interface PlacedSlice {
  readonly slice: Slice;
  readonly y: number;
  /** A repeated table header: seen, but not read out again. */
  readonly isRepeated: boolean;
}

export interface Page {
  readonly slices: readonly PlacedSlice[];
}

interface OpenPage {
  readonly slices: PlacedSlice[];
  filled: number;
}

/** Of margins that meet only the largest counts. */
const withoutDoubleMargins = (slices: readonly Slice[]): readonly Slice[] => {
  const kept: Slice[] = [];
  for (const slice of slices) {
    const last = kept.at(-1);
    if (slice.kind !== "margin" || last?.kind !== "margin") kept.push(slice);
    else if (slice.height > last.height) kept[kept.length - 1] = slice;
  }
  return kept;
};

/** Slices that must not be parted: each one keeps with the next but the last. */
const unitsOf = (slices: readonly Slice[]): readonly (readonly Slice[])[] => {
  const units: Slice[][] = [];
  let isOpen = false;
  for (const slice of slices) {
    if (isOpen) units.at(-1)?.push(slice);
    else units.push([slice]);
    isOpen = slice.keepsWithNext;
  }
  return units;
};

const add = (page: OpenPage, slice: Slice, isRepeated: boolean): void => {
  page.slices.push({ slice, y: page.filled, isRepeated });
  page.filled += slice.height;
};

const isEmpty = ({ slices }: OpenPage): boolean => slices.every(({ isRepeated }) => isRepeated);

/** Begins a page, with the header of the table that goes on there. */
const open = (next: Slice | undefined): OpenPage => {
  const page: OpenPage = { slices: [], filled: 0 };
  for (const slice of next?.header ?? []) add(page, slice, true);
  return page;
};

/** Divides slices into pages of `height` points. A unit higher than a page is divided where it must be. */
export const paginate = (slices: readonly Slice[], height: number): readonly Page[] => {
  const pages: OpenPage[] = [open(undefined)];
  const place = (slice: Slice): void => {
    let page = pages.at(-1) as OpenPage;
    const isFull = page.filled + slice.height > height;
    // A margin begins no page, and no page begins with a margin.
    if (slice.kind === "margin" && (isFull || isEmpty(page))) return;
    if (isFull && !isEmpty(page)) pages.push((page = open(slice)));
    add(page, slice, false);
  };
  for (const unit of unitsOf(withoutDoubleMargins(slices))) {
    const page = pages.at(-1) as OpenPage;
    const needed = heightOf(unit);
    const firstContent = unit.find(({ kind }) => kind === "content");
    const isTooLow = firstContent !== undefined && page.filled + needed > height && needed <= height;
    if (isTooLow && !isEmpty(page)) pages.push(open(firstContent));
    for (const slice of unit) place(slice);
  }
  return pages;
};
