import { createHash } from "node:crypto";
import { dictionaryOf, PdfError, type PdfTail, readTail } from "../../ledger/pdf/pdf-file.ts";
import { appendUpdate } from "./append-update.ts";
import { cmsSignature } from "./cms-signature.ts";
import type { SigningKey } from "./signing-key.ts";

/** Room for the message beside its certificates, in bytes. */
const MESSAGE = 2048;
const UNSET = "0".repeat(10);

const dateOf = (at: Date): string => `D:${at.toISOString().replaceAll(/[-:T]|\..*$/g, "")}Z`;

/** A text as a PDF string in UTF-16. */
const textOf = (text: string): string => {
  const bytes = Buffer.from(text, "utf16le").swap16();
  return `<feff${bytes.toString("hex")}>`;
};

const signatureDictionary = (at: Date, { signer }: SigningKey, room: number): string =>
  [
    "<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached",
    `/M (${dateOf(at)})`,
    `/Name ${textOf(signer)}`,
    `/ByteRange [0 ${UNSET} ${UNSET} ${UNSET}]`,
    `/Contents <${"0".repeat(room * 2)}>\n>>`,
  ].join("\n");

/** An invisible field: what it means stands in the report, and PDF/UA asks nothing of a field without ink. */
const fieldDictionary = (signature: number, page: number): string =>
  `<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T (Signature)\n/V ${signature} 0 R\n/F 132\n/Rect [0 0 0 0]\n/P ${page} 0 R\n>>`;

/** A dictionary with one more entry, on a line of its own. */
const withEntry = (dictionary: string, entry: string): string => `${dictionary.slice(0, -2)}${entry}\n>>`;

const firstPage = (pdf: Buffer, tail: PdfTail): number => {
  const pages = /\/Pages (\d+) 0 R/.exec(dictionaryOf(pdf, tail, tail.root))?.[1];
  const kids = /\/Kids \[(\d+) 0 R/.exec(dictionaryOf(pdf, tail, Number(pages)))?.[1];
  if (kids === undefined) throw new PdfError("a PDF without a page cannot be signed");
  return Number(kids);
};

const withAnnotation = (page: string, field: number): string => {
  const annotations = /\/Annots \[([^\]]*)\]/.exec(page);
  return annotations === null
    ? withEntry(page, `/Annots [${field} 0 R]`)
    : page.replace(annotations[0], `/Annots [${annotations[1]} ${field} 0 R]`);
};

/** The PDF with a field for the signature, whose bytes are still unset. */
const prepared = (pdf: Buffer, at: Date, signer: SigningKey, room: number): Buffer => {
  const tail = readTail(pdf);
  const page = firstPage(pdf, tail);
  const [signature, field] = [tail.size, tail.size + 1];
  const form = `/AcroForm << /Fields [${field} 0 R] /SigFlags 3 >>`;
  return appendUpdate(pdf, tail, [
    { object: signature, body: signatureDictionary(at, signer, room) },
    { object: field, body: fieldDictionary(signature, page) },
    { object: page, body: withAnnotation(dictionaryOf(pdf, tail, page), field) },
    { object: tail.root, body: withEntry(dictionaryOf(pdf, tail, tail.root), form) },
  ]);
};

/**
 * Signs a finished PDF with the key of the commune: PAdES baseline B in shape (`ETSI.CAdES.detached`), as an
 * incremental update, so that the unsigned report is the beginning of the signed one. The log's proof is appended
 * after it and speaks of the signed file. `at` is the claimed time of signing.
 */
export const signPdf = (pdf: Uint8Array, signer: SigningKey, at: Date): Uint8Array => {
  const room = MESSAGE + signer.certificates.reduce((sum, { length }) => sum + length, 0);
  const signed = prepared(Buffer.from(pdf), at, signer, room);
  const start = signed.indexOf("/Contents <", pdf.length) + "/Contents ".length;
  const end = start + room * 2 + 2;
  const range = [0, start, end, signed.length - end] as const;
  const numbers = range.slice(1).map((value) => String(value).padStart(10, "0"));
  signed.write(`/ByteRange [0 ${numbers.join(" ")}]`, signed.indexOf("/ByteRange [", pdf.length), "latin1");
  const digest = createHash("sha256").update(signed.subarray(0, start)).update(signed.subarray(end)).digest();
  const message = Buffer.from(cmsSignature(digest, signer)).toString("hex");
  if (message.length > room * 2) throw new Error("the signature is larger than the room kept for it");
  signed.write(message, start + 1, "latin1");
  return signed;
};
