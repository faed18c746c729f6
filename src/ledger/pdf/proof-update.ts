import { dictionaryOf, PdfError, type PdfTail, readTail } from "./pdf-file.ts";

/** A text that travels in a PDF beside what was issued. */
export interface AttachedProof {
  /** File name: letters, digits, points and hyphens. */
  readonly name: string;
  readonly text: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
}

/** Starts the update, on a line of its own. */
export const MARK = "%awlawiya-proof\n";

const pdfDate = (at: string): string => `D:${at.slice(0, 19).replaceAll(/[-T:]/g, "")}Z`;

const objectsOf = ({ name, text, at }: AttachedProof, number: number): readonly [string, string] => {
  const bytes = Buffer.byteLength(text);
  return [
    `${number} 0 obj\n<<\n/Type /EmbeddedFile\n/Subtype /text#2Fplain\n/Params <<\n/ModDate (${pdfDate(at)})\n/Size ${bytes}\n>>\n/Length ${bytes}\n>>\nstream\n${text}\nendstream\nendobj\n`,
    `${number + 1} 0 obj\n<<\n/Type /Filespec\n/AFRelationship /Supplement\n/F (${name})\n/UF (${name})\n/EF <<\n/F ${number} 0 R\n>>\n>>\nendobj\n`,
  ];
};

/** The dictionary with more inside the brackets that follow `key`. */
const extended = (dictionary: string, key: RegExp, more: string): string => {
  const opening = key.exec(dictionary);
  const end = opening === null ? -1 : dictionary.indexOf("]", opening.index);
  if (end < 0) throw new PdfError("the PDF carries no files");
  return dictionary.slice(0, end) + more + dictionary.slice(end);
};

const namesNumber = (catalog: string): number => {
  const [, number] = /\n\/Names (\d{1,8}) 0 R\n/.exec(catalog) ?? [];
  if (number === undefined) throw new PdfError("the PDF carries no files");
  return Number(number);
};

interface Written {
  readonly number: number;
  readonly text: string;
}

const object = (number: number, dictionary: string): Written => ({
  number,
  text: `${number} 0 obj\n${dictionary}\nendobj\n`,
});

const changedObjects = (pdf: Buffer, tail: PdfTail, proofs: readonly AttachedProof[]): readonly Written[] => {
  const catalog = dictionaryOf(pdf, tail, tail.root);
  const names = namesNumber(catalog);
  const specs = proofs.map(({ name }, index) => ({ name, number: tail.size + 2 * index + 1 }));
  const associated = specs.map(({ number }) => ` ${number} 0 R`).join("");
  const named = specs.map(({ name, number }) => `    (${name}) ${number} 0 R\n`).join("");
  const files = /\/EmbeddedFiles <<\s+\/Names \[/;
  return [
    object(tail.root, extended(catalog, /\n\/AF \[/, associated)),
    object(names, extended(dictionaryOf(pdf, tail, names), files, named)),
    ...proofs.flatMap((proof, index) =>
      objectsOf(proof, tail.size + 2 * index).map((text, part) => ({
        number: tail.size + 2 * index + part,
        text,
      })),
    ),
  ];
};

const tenDigits = (offset: number): string => String(offset).padStart(10, "0");

/**
 * The bytes to append to a report so that it carries its proofs: an incremental update that changes nothing but
 * the list of attached files. The same report and proofs give the same bytes, so that a verifier can account
 * for each of them. @throws PdfError
 */
export const proofUpdate = (pdf: Buffer, proofs: readonly AttachedProof[]): Buffer => {
  const tail = readTail(pdf);
  const objects = changedObjects(pdf, tail, proofs);
  let body = MARK;
  const entries: string[] = [];
  for (const { number, text } of objects) {
    entries.push(`${number} 1\n${tenDigits(pdf.length + Buffer.byteLength(body))} 00000 n \n`);
    body += text;
  }
  const xref = pdf.length + Buffer.byteLength(body);
  const size = tail.size + 2 * proofs.length;
  return Buffer.from(
    `${body}xref\n0 1\n0000000000 65535 f \n${entries.join("")}trailer\n<<\n/Size ${size}\n${tail.kept}\n/Prev ${tail.startXref}\n>>\nstartxref\n${xref}\n%%EOF\n`,
  );
};
