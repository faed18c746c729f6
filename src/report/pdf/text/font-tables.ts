import type { Font } from "fontkit";

// fontkit decodes GSUB lazily and has no types for it: these are the shapes that are read.

interface Coverage {
  readonly version: number;
  readonly glyphs?: Iterable<number>;
  readonly rangeRecords?: Iterable<{ readonly start: number; readonly end: number }>;
}

interface LazyArray<T> {
  toArray(): T[];
}

interface SubTable {
  readonly version?: number;
  readonly lookupType?: number;
  readonly extension?: SubTable;
  readonly coverage: Coverage;
  readonly deltaGlyphID?: number;
  readonly substitute?: LazyArray<number>;
  readonly alternateSet?: LazyArray<LazyArray<number>>;
  readonly ligatureSets?: LazyArray<
    Iterable<{ readonly glyph: number; readonly components: Iterable<number> }>
  >;
}

interface Gsub {
  readonly lookupList: LazyArray<{ readonly lookupType: number; readonly subTables: Iterable<SubTable> }>;
}

/** One rule of GSUB: these glyphs in a row may be drawn as that one glyph. */
export interface Substitution {
  readonly from: readonly number[];
  readonly to: number;
}

const covered = ({ glyphs, rangeRecords }: Coverage): readonly number[] =>
  glyphs === undefined
    ? [...(rangeRecords ?? [])].flatMap(({ start, end }) =>
        Array.from({ length: end - start + 1 }, (_, index) => start + index),
      )
    : [...glyphs];

const singles = (table: SubTable): readonly Substitution[] =>
  covered(table.coverage).map((from, index) => ({
    from: [from],
    to: table.substitute?.toArray()[index] ?? (from + (table.deltaGlyphID ?? 0)) & 0xffff,
  }));

const ligatures = (table: SubTable): readonly Substitution[] => {
  const sets = table.ligatureSets?.toArray() ?? [];
  return covered(table.coverage).flatMap((first, index) =>
    [...(sets[index] ?? [])].map(({ glyph, components }) => ({ from: [first, ...components], to: glyph })),
  );
};

const inTable = (type: number, table: SubTable): readonly Substitution[] => {
  if (type === 7 && table.extension !== undefined) return inTable(table.lookupType ?? 0, table.extension);
  if (type === 1) return singles(table);
  return type === 4 ? ligatures(table) : [];
};

/** Every single and ligature substitution of a font, in the order of its GSUB table. */
export const substitutionsOf = (font: Font): readonly Substitution[] => {
  const { GSUB: gsub } = font as unknown as { readonly GSUB?: Gsub };
  if (gsub === undefined) return [];
  return gsub.lookupList
    .toArray()
    .flatMap(({ lookupType, subTables }) => [...subTables].flatMap((table) => inTable(lookupType, table)));
};
