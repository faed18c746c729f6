import PdfKit from "pdfkit";

// The part of pdfkit 0.20.2 that the report writes with: objects, pages, outline, metadata, output intent, images.
// @types/pdfkit lags behind; what is named here is pinned by the exact version and by tests.

export interface PdfReference {
  data: unknown;
  readonly id: number;
  write(chunk: Uint8Array): void;
  end(): void;
}

/** A dictionary that is still open. */
export interface PdfDictionary {
  readonly data: Record<string, unknown>;
  readonly id: number;
}

export interface PdfOutline {
  addItem(title: string, options: Readonly<Record<string, unknown>>): PdfOutline;
}

export interface PdfImage {
  readonly label: string;
  obj: PdfReference | null;
  embed(document: PdfDocument): void;
}

export interface PdfPage {
  readonly content: PdfReference & { readonly data: Record<string, unknown>; buffer: Uint8Array[] };
  readonly dictionary: PdfDictionary;
  readonly fonts: Record<string, PdfReference>;
  readonly xobjects: Record<string, PdfReference>;
  readonly annotations: unknown[];
}

export interface PdfDocument {
  readonly page: PdfPage;
  readonly outline: PdfOutline;
  readonly _root: PdfDictionary;
  /** Where each object begins in the file; null while it is not written. */
  readonly _offsets: (number | null)[];
  _offset: number;
  _write(data: string | Uint8Array): void;
  addPage(): PdfDocument;
  ref(data: unknown): PdfReference;
  getStructTreeRoot(): PdfDictionary;
  addNamedEmbeddedFile(name: string, file: PdfReference): void;
  openImage(bytes: Buffer): PdfImage;
  appendXML(xml: string): void;
  end(): void;
}

type Written = Pick<PdfDocument, "_write" | "_offset"> & {
  push(chunk: unknown): boolean;
  read(): Uint8Array | null;
};

/** A document and, when it is ended, its bytes. */
export interface OpenDocument {
  readonly doc: PdfDocument;
  readonly bytes: Promise<Uint8Array>;
}

/** Text waits to be turned into bytes up to this length. */
const MOST_TEXT = 2 ** 16;

/** Collects what pdfkit writes without a stream: thousands of small chunks would each pass through one. */
const collected = (doc: Written): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [doc.read() ?? new Uint8Array()];
  let text = "";
  const flush = (): void => {
    if (text !== "") parts.push(Buffer.from(text, "latin1"));
    text = "";
  };
  // oxlint-disable-next-line no-underscore-dangle -- pdfkit's own name
  doc._write = (data) => {
    if (typeof data === "string") text += `${data}\n`;
    if (typeof data !== "string" || text.length > MOST_TEXT) flush();
    if (typeof data !== "string") parts.push(data);
    // oxlint-disable-next-line no-underscore-dangle -- pdfkit's own name
    doc._offset += typeof data === "string" ? data.length + 1 : data.length;
  };
  return new Promise((resolve) => {
    doc.push = () => {
      flush();
      resolve(Buffer.concat(parts));
      return true;
    };
  });
};

/** Opens a pdfkit document with options that its types do not know yet. */
export const openPdfDocument = (options: Readonly<Record<string, unknown>>): OpenDocument => {
  const doc = new PdfKit(options) as unknown as PdfDocument & Written;
  return { doc, bytes: collected(doc) };
};

/** The catalogue of the document. */
export const catalogOf = ({ _root: catalog }: PdfDocument): PdfDictionary => catalog;

/* oxlint-disable no-underscore-dangle -- pdfkit's own names */
/** The number of an object that is written later. */
export const reserveObject = ({ _offsets: offsets }: PdfDocument): number => offsets.push(null);

/** Writes an object whose number was reserved. */
export const writeObject = (doc: PdfDocument, id: number, text: string): void => {
  doc._offsets[id - 1] = doc._offset;
  doc._write(`${id} 0 obj\n${text}\nendobj`);
};
/* oxlint-enable no-underscore-dangle */

/** Text that stands in the file as it is: pdfkit writes what is no plain object by its `toString`. */
class Raw {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get [Symbol.toStringTag](): string {
    return "Raw";
  }

  toString(): string {
    return this.#text;
  }
}

export const raw = (text: string): unknown => new Raw(text);
