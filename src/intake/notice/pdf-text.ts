import { type Piece, pageText } from "./pdf-lines.ts";

/** What we use of pdf.js, whose own types ask for a browser. */
interface PdfJs {
  readonly getDocument: (options: object) => {
    readonly promise: Promise<{
      readonly numPages: number;
      readonly getPage: (number: number) => Promise<{
        readonly getTextContent: (options: object) => Promise<{ readonly items: readonly object[] }>;
      }>;
    }>;
  };
}

const PDF_JS: string = "pdfjs-dist/legacy/build/pdf.mjs";

const MOST_PAGES = 60;

interface Item {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly height: number;
  readonly transform: readonly number[];
}

const toPiece = ({ str, hasEOL, height, transform }: Item): Piece => ({
  text: str,
  x: transform[4] ?? 0,
  y: transform[5] ?? 0,
  height,
  isLast: hasEOL,
});

/**
 * The text of a PDF, page after page, in the order in which it is read.
 * @throws whatever pdf.js does of a broken file
 */
export const pdfText = async (bytes: Uint8Array): Promise<string> => {
  const { getDocument } = (await import(PDF_JS)) as PdfJs;
  const document = await getDocument({
    // Its own copy: pdf.js takes the bytes away from whoever gives them.
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    stopAtErrors: false,
    verbosity: 0,
  }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    const texts = items.filter((item) => "str" in item) as unknown as readonly Item[];
    pages.push(pageText(texts.map(toPiece)));
  }
  return pages.join("\n");
};
