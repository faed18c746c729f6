import { daysBetween, type LocalDate } from "../../local-date.ts";
import { type CallFacts, codeOf, type Facet, FACETS } from "../call.ts";

/** Numbers for codes, given in order of appearance; one table for all columns. */
export interface Codes {
  readonly numberOf: (code: string) => number;
  readonly codeOf: (number: number) => string;
  readonly size: () => number;
}

export const codeTable = (): Codes => {
  const numbers = new Map<string, number>();
  const codes: string[] = [];
  return {
    numberOf: (code) => {
      const known = numbers.get(code);
      if (known !== undefined) return known;
      numbers.set(code, codes.length);
      return codes.push(code) - 1;
    },
    codeOf: (number) => codes[number] ?? "unknown",
    size: () => codes.length,
  };
};

export type CodeColumn = Facet | "commune";
const CODE_COLUMNS: readonly CodeColumn[] = [...FACETS, "commune"];

/** One value a document, column by column; absent numbers are NaN. */
export interface Columns {
  readonly codes: Readonly<Record<CodeColumn, Uint16Array>>;
  readonly amount: Float64Array;
  readonly lot: Float64Array;
  /** Days since 1970. */
  readonly deadlineDay: Float64Array;
  readonly closesAt: Float64Array;
  readonly publishedDay: Float64Array;
  readonly number: Float64Array;
  readonly length: Float32Array;
  readonly isAlive: Uint8Array;
}

const codeColumns = (size: number, from: Columns | null): Columns["codes"] => {
  const entries = CODE_COLUMNS.map((name) => {
    const column = new Uint16Array(size);
    if (from !== null) column.set(from.codes[name]);
    return [name, column] as const;
  });
  return Object.fromEntries(entries) as Columns["codes"];
};

const copied = <A extends Float64Array | Float32Array | Uint8Array>(column: A, from: A | undefined): A => {
  if (from !== undefined) column.set(from);
  return column;
};

/** Columns of a size, with what smaller ones held. */
export const columnsOf = (size: number, from: Columns | null): Columns => ({
  codes: codeColumns(size, from),
  amount: copied(new Float64Array(size), from?.amount),
  lot: copied(new Float64Array(size), from?.lot),
  deadlineDay: copied(new Float64Array(size), from?.deadlineDay),
  closesAt: copied(new Float64Array(size), from?.closesAt),
  publishedDay: copied(new Float64Array(size), from?.publishedDay),
  number: copied(new Float64Array(size), from?.number),
  length: copied(new Float32Array(size), from?.length),
  isAlive: copied(new Uint8Array(size), from?.isAlive),
});

/** Days since 1970; NaN when unknown. */
export const dayNumber = (day: LocalDate | null): number =>
  day === null ? NaN : daysBetween("1970-01-01", day);

/** Writes the facts of a call into its row. */
export const writeRow = (columns: Columns, codes: Codes, doc: number, facts: CallFacts): void => {
  for (const name of CODE_COLUMNS) columns.codes[name][doc] = codes.numberOf(codeOf(facts[name]));
  columns.amount[doc] = facts.estimate ?? NaN;
  columns.lot[doc] = facts.smallestLot ?? NaN;
  columns.deadlineDay[doc] = dayNumber(facts.deadlineDay);
  columns.closesAt[doc] = facts.closesAt ?? NaN;
  columns.publishedDay[doc] = dayNumber(facts.publishedOn);
  columns.isAlive[doc] = 1;
};
