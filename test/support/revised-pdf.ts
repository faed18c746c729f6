import { dictionaryOf, readTail } from "../../src/ledger/pdf/pdf-file.ts";

/** A finished PDF with an update after it, as a signature is one: a new object, and the catalogue rewritten. */
export const revisedPdf = (pdf: Buffer): Buffer => {
  const tail = readTail(pdf);
  const catalog = dictionaryOf(pdf, tail, tail.root).replace(
    /\n?>>$/,
    "\n/AcroForm << /Fields [] /SigFlags 3 >>\n>>",
  );
  const signature = "<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n>>";
  const objects = [
    [tail.root, catalog],
    [tail.size, signature],
  ] as const;
  let body = "";
  let entries = "";
  for (const [number, text] of objects) {
    entries += `${number} 1\n${String(pdf.length + body.length).padStart(10, "0")} 00000 n \n`;
    body += `${number} 0 obj\n${text}\nendobj\n`;
  }
  const trailer = `trailer\n<<\n/Size ${tail.size + 1}\n${tail.kept}\n/Prev ${tail.startXref}\n>>`;
  const end = `xref\n${entries}${trailer}\nstartxref\n${pdf.length + body.length}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(body + end, "latin1")]);
};
