import { isNothing } from "../printed/plain-text.ts";
import type { Field } from "./field.ts";
import { fieldInProfile, type MappedColumn, type Mapping, type Profile } from "./mapping.ts";
import { headingLikeness } from "./match-heading.ts";
import { type Cell, cellText, type TableRow } from "./row.ts";
import { SHAPES, type Shape } from "./shapes.ts";

/** Rows looked at before the headings are found, and after them to see what the columns hold. */
export const SAMPLE_ROWS = 60;
/** Titles may stand above the headings, not more. */
const HEADER_WITHIN = 25;
/** Below this a guess is worse than none. */
const SURE_ENOUGH = 0.6;

interface Candidate {
  readonly index: number;
  readonly field: Field;
  readonly confidence: number;
}

/** Two columns of one heading are told apart by their place. */
const headingsOf = (cells: readonly Cell[], width: number): readonly string[] => {
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_none, index) => {
    const cell = cells[index];
    const heading = cellText(cell).replaceAll(/\s+/g, " ").slice(0, 500);
    const count = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, count);
    return heading === "" || count === 1 ? heading : `${heading} (${count})`;
  });
};

/** The share of a column's cells that the field's reader understands; 1 when there is none to judge. */
const understood = (field: Field, heading: string, rows: readonly TableRow[], index: number): number => {
  const cells = rows.map(({ cells: row }) => row[index]).filter((cell) => !isNothing(cellText(cell)));
  if (cells.length === 0) return 1;
  const read = cells.filter((cell) => cell !== null && cell !== undefined && field.read(cell, heading).ok);
  return read.length / cells.length;
};

const candidatesOf = (
  fields: readonly Field[],
  headings: readonly string[],
  rows: readonly TableRow[],
): readonly Candidate[] =>
  headings.flatMap((heading, index) =>
    fields.flatMap((field) => {
      const likeness = headingLikeness(heading, field.headings);
      if (likeness < SURE_ENOUGH) return [];
      // What stands below the heading weighs as much as its words.
      const confidence = likeness * (0.5 + 0.5 * understood(field, heading, rows, index));
      return confidence < SURE_ENOUGH ? [] : [{ index, field, confidence }];
    }),
  );

/** One field a column and one column a field: the surest first. */
const assign = (candidates: readonly Candidate[]): ReadonlyMap<number, Candidate> => {
  const byColumn = new Map<number, Candidate>();
  const taken = new Set<string>();
  for (const candidate of candidates.toSorted((a, b) => b.confidence - a.confidence || a.index - b.index)) {
    if (byColumn.has(candidate.index) || taken.has(candidate.field.key)) continue;
    byColumn.set(candidate.index, candidate);
    taken.add(candidate.field.key);
  }
  return byColumn;
};

const isUsed = (rows: readonly TableRow[], index: number): boolean =>
  rows.some(({ cells }) => cellText(cells[index]) !== "");

/** `A`, `AB`: a column as a spreadsheet names it. */
const lettersOf = (index: number): string =>
  `${index >= 26 ? lettersOf(Math.floor(index / 26) - 1) : ""}${String.fromCharCode(65 + (index % 26))}`;

/** A column that holds something under no heading: told like any other without a place. */
const unnamed = (index: number): MappedColumn => ({
  index,
  heading: `(${lettersOf(index)})`,
  field: null,
  confidence: 0,
});

const round = (value: number): number => Math.round(value * 100) / 100;

const mapColumns = (
  shape: Shape,
  headings: readonly string[],
  rows: readonly TableRow[],
  profile: Profile | null,
): readonly MappedColumn[] => {
  const told = headings.map((heading) => (profile === null ? undefined : fieldInProfile(profile, heading)));
  const free = SHAPES[shape].filter(({ key }) => !told.includes(key) && !(key in (profile?.constants ?? {})));
  const guessed = assign(candidatesOf(free, headings, rows).filter(({ index }) => told[index] === undefined));
  return headings.flatMap((heading, index) => {
    if (heading === "") return isUsed(rows, index) ? [unnamed(index)] : [];
    const says = told[index];
    if (says !== undefined) return [{ index, heading, field: says, confidence: 1 }];
    const guess = guessed.get(index);
    return [{ index, heading, field: guess?.field.key ?? null, confidence: round(guess?.confidence ?? 0) }];
  });
};

/** How much the headings of a row say: the sum of how sure each column is. */
export const weightOf = (columns: readonly MappedColumn[]): number =>
  columns.reduce((sum, { field, confidence }) => sum + (field === null ? 0 : confidence), 0);

/**
 * Finds the row of headings among the first rows of a sheet and guesses which field each column holds; a profile
 * decides the columns that it knows, and the others are still guessed. null when no row looks like headings.
 */
export const guessMapping = (
  shape: Shape,
  sample: readonly TableRow[],
  profile: Profile | null = null,
): Mapping | null => {
  const widest = Math.max(0, ...sample.map(({ cells }) => cells.length));
  const mappings = sample.slice(0, HEADER_WITHIN).map((row, at) => ({
    headerRow: row.number,
    width: row.cells.length,
    columns: mapColumns(shape, headingsOf(row.cells, widest), sample.slice(at + 1, SAMPLE_ROWS), profile),
  }));
  const best = mappings.reduce<(typeof mappings)[number] | null>(
    (top, next) => (top === null || weightOf(next.columns) > weightOf(top.columns) ? next : top),
    null,
  );
  if (best === null || best.columns.every(({ field }) => field === null)) return null;
  return { shape, ...best, constants: profile?.constants ?? {} };
};
