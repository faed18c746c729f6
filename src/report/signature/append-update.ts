import type { PdfTail } from "../../ledger/pdf/pdf-file.ts";

/** A new object, or the new text of an old one: the number, and what stands between `obj` and `endobj`. */
export interface UpdatedObject {
  readonly object: number;
  readonly body: string;
}

const FREE = "0000000000 65535 f \n";
const ENTRY_BYTES = 20;

const entriesOf = (pdf: Buffer, { startXref, size }: PdfTail): readonly string[] => {
  const start = pdf.indexOf(FREE, startXref);
  const table = pdf.subarray(start, start + size * ENTRY_BYTES).toString("latin1");
  return Array.from({ length: size }, (_, object) =>
    table.slice(object * ENTRY_BYTES, (object + 1) * ENTRY_BYTES),
  );
};

/**
 * Appends an incremental update to a finished PDF (PDF 1.7, § 7.5.6): what was there stays byte for byte. New
 * objects are numbered from the tail's size upward without a gap. Bodies are latin1.
 */
export const appendUpdate = (pdf: Buffer, tail: PdfTail, objects: readonly UpdatedObject[]): Buffer => {
  const entries = [...entriesOf(pdf, tail)];
  let body = "";
  for (const { object, body: text } of objects) {
    entries[object] = `${String(pdf.length + body.length).padStart(10, "0")} 00000 n \n`;
    body += `${object} 0 obj\n${text}\nendobj\n`;
  }
  const xref = pdf.length + body.length;
  // All objects, not only the changed ones: the proof that is appended later finds each in the last table.
  const table = `xref\n0 ${entries.length}\n${entries.join("")}`;
  const trailer = `trailer\n<<\n/Size ${entries.length}\n${tail.kept}\n/Prev ${tail.startXref}\n>>\n`;
  return Buffer.concat([pdf, Buffer.from(`${body}${table}${trailer}startxref\n${xref}\n%%EOF\n`, "latin1")]);
};
