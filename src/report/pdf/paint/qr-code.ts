import { encode } from "uqr";
import { deflateText } from "./deflate.ts";
import type { PdfDocument, PdfReference } from "./pdfkit-document.ts";

/** Dark modules of one row beside one another, as one rectangle each. */
const runsOf = (row: readonly boolean[], y: number): readonly string[] => {
  const rectangles: string[] = [];
  let start = 0;
  for (let x = 0; x <= row.length; x++) {
    if (row[x] === true) continue;
    if (x > start) rectangles.push(`${start} ${y} ${x - start} 1 re`);
    start = x + 1;
  }
  return rectangles;
};

/** A QR code as a form XObject of unit size: made once, shown on every page. */
export const qrCode = (url: string, doc: PdfDocument): PdfReference => {
  const { data, size } = encode(url, { ecc: "M", border: 0 });
  const rectangles = data.flatMap((row, line) => runsOf(row, size - 1 - line));
  const scale = 1 / size;
  const ref = doc.ref({
    Type: "XObject",
    Subtype: "Form",
    BBox: [0, 0, 1, 1],
    Resources: {},
    Filter: "FlateDecode",
  });
  ref.write(deflateText(`${scale} 0 0 ${scale} 0 0 cm 0 0 0 rg\n${rectangles.join("\n")} f`));
  ref.end();
  return ref;
};
