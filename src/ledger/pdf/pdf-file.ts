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

const offsetOf = (pdf: Buffer, { startXref, size }: PdfTail, object: number): number => {
  const head = pdf.subarray(startXref, startXref + 40).toString("latin1");
  const [table] = /^xref\n0 \d{1,8}\n/.exec(head) ?? [];
  if (table === undefined || object >= size) throw new PdfError("the PDF has no table of all its objects");
  const at = startXref + table.length + object * ENTRY_BYTES;
  return Number(pdf.subarray(at, at + 10).toString("latin1"));
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
