import { createHash } from "node:crypto";
import { deflate } from "./deflate.ts";
import { catalogOf, type PdfDocument } from "./pdfkit-document.ts";

/** A file carried inside the PDF. */
export interface Attachment {
  readonly name: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** Attaches a file that the document was made from (PDF/A-3, § 6.8): `AFRelationship` Source. */
export const attachFile = ({ name, description, bytes }: Attachment, date: Date, doc: PdfDocument): void => {
  const file = doc.ref({
    Type: "EmbeddedFile",
    Subtype: "application#2Fjson",
    Params: {
      CreationDate: date,
      ModDate: date,
      Size: bytes.length,
      CheckSum: createHash("md5").update(bytes).digest(),
    },
    Filter: "FlateDecode",
  });
  file.write(deflate(bytes));
  file.end();
  const specification = doc.ref({
    Type: "Filespec",
    AFRelationship: "Source",
    F: new String(name),
    UF: new String(name),
    EF: { F: file, UF: file },
    Desc: new String(description),
  });
  specification.end();
  doc.addNamedEmbeddedFile(name, specification);
  catalogOf(doc).data["AF"] = [specification];
};
