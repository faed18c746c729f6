// What a proof needs to know of a PDF that our own writer wrote: a classic cross-reference table, generation 0.

/** A PDF that cannot take or hold a proof. */
export class PdfError extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = "PdfError";
  }
}

/** The end of a PDF, as its last trailer tells it. */
export interface PdfTail {
  /** Where the last cross-reference table starts. */
  readonly startXref: number;
  /** One more than the highest number of an object. */
  readonly size: number;
  readonly root: number;
  /** Entries of the trailer that an update repeats: Root, Info, ID. */
  readonly kept: string;
}

const find = (text: string, pattern: RegExp, what: string): string => {
  const [, value] = pattern.exec(text) ?? [];
  if (value === undefined) throw new PdfError(`the PDF has no ${what}`);
  return value;
};

/** Bytes that hold the trailer and the table of a report. */
const TAIL_BYTES = 4096;

/** Reads the last trailer. @throws PdfError */
export const readTail = (pdf: Buffer): PdfTail => {
  const end = pdf.subarray(-TAIL_BYTES).toString("latin1");
  const trailer = end.slice(end.lastIndexOf("\ntrailer\n"));
  const startXref = Number(find(trailer, /startxref\n(\d{1,10})\n%%EOF\n?$/, "end"));
  const kept = ["Root", "Info", "ID"].map((key) => find(trailer, new RegExp(`\n(/${key} [^\n]+)\n`), key));
  return {
    startXref,
    size: Number(find(trailer, /\n\/Size (\d{1,8})\n/, "Size")),
    root: Number(find(trailer, /\/Root (\d{1,8}) 0 R/, "Root")),
    kept: kept.join("\n"),
  };
};

const ENTRY_BYTES = 20;
/** A report, its signature, and a few more: a hostile file cannot make the walk long. */
const MOST_REVISIONS = 16;

/** A cross-reference table: where it says an object is, and the table before it; null where it says nothing. */
interface Lookup {
  readonly offset: number | null;
  readonly previous: number | null;
}

const textAt = (pdf: Buffer, at: number, length: number): string =>
  pdf.subarray(at, at + length).toString("latin1");

const lookUp = (pdf: Buffer, table: number, object: number): Lookup => {
  if (textAt(pdf, table, 5) !== "xref\n") throw new PdfError("the PDF has no table of its objects");
  let at = table + 5;
  for (;;) {
    const [head, first, count] = /^(\d{1,8}) (\d{1,8})\n/.exec(textAt(pdf, at, 20)) ?? [];
    if (head === undefined) break;
    const index = object - Number(first);
    at += head.length;
    if (index >= 0 && index < Number(count))
      return { offset: Number(textAt(pdf, at + index * ENTRY_BYTES, 10)), previous: null };
    at += Number(count) * ENTRY_BYTES;
  }
  const [, previous] = /^trailer\n[^]{0,800}?\n\/Prev (\d{1,10})\n/.exec(textAt(pdf, at, 1000)) ?? [];
  return { offset: null, previous: previous === undefined ? null : Number(previous) };
};

/** The newest place of an object: a signature, which is an update of its own, may have rewritten it. */
const offsetOf = (pdf: Buffer, { startXref }: PdfTail, object: number): number => {
  let table: number | null = startXref;
  for (let revision = 0; table !== null && revision < MOST_REVISIONS; revision += 1) {
    const { offset, previous }: Lookup = lookUp(pdf, table, object);
    if (offset !== null) return offset;
    table = previous;
  }
  throw new PdfError(`the PDF has no object ${object}`);
};

/** The text of an object without a stream, from `<<` to `>>`. @throws PdfError */
export const dictionaryOf = (pdf: Buffer, tail: PdfTail, object: number): string => {
  const start = offsetOf(pdf, tail, object);
  const head = `${object} 0 obj\n`;
  const end = pdf.indexOf("\nendobj\n", start);
  const text = pdf.subarray(start, end).toString("latin1");
  if (end < 0 || !text.startsWith(head)) throw new PdfError(`object ${object} is not where the table says`);
  return text.slice(head.length);
};
