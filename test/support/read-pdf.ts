import { inflateSync } from "node:zlib";

// Reads back what our own writer wrote: enough of PDF for tests, and no more.

/** One object of a PDF. */
interface PdfObject {
  readonly dictionary: string;
  readonly stream: Buffer | null;
}

const STREAM = "\nstream\n".length;

const objectsIn = (pdf: Uint8Array): ReadonlyMap<number, PdfObject> => {
  const text = Buffer.from(pdf).toString("latin1");
  const objects = new Map<number, PdfObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const whole = match[2] ?? "";
    const start = whole.indexOf("\nstream\n");
    const dictionary = start < 0 ? whole : whole.slice(0, start);
    // By its length: the last byte of compressed data may itself be a line end.
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const body = start < 0 ? null : whole.slice(start + STREAM, start + STREAM + length);
    objects.set(Number(match[1]), { dictionary, stream: body === null ? null : Buffer.from(body, "latin1") });
  }
  return objects;
};

const contentOf = ({ dictionary, stream }: PdfObject): string => {
  if (stream === null) return "";
  return (dictionary.includes("FlateDecode") ? inflateSync(stream) : stream).toString("latin1");
};

const reference = (dictionary: string, key: string): number =>
  Number(new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(dictionary)?.[1] ?? -1);

/** UTF-16 in hexadecimal. */
const unhex = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));

/** The text of each glyph by its code, out of a ToUnicode map. */
const textByCode = (cmap: string): readonly string[] => {
  const texts: string[] = [];
  for (const [, code = "", hex = ""] of cmap.matchAll(/^<([0-9a-f]{4})> <([0-9a-f]*)>$/gm))
    texts[Number.parseInt(code, 16)] = unhex(hex);
  return texts;
};

const fontsIn = (
  objects: ReadonlyMap<number, PdfObject>,
  page: string,
): ReadonlyMap<string, readonly string[]> => {
  const resources = objects.get(reference(page, "Resources"))?.dictionary ?? "";
  const fonts = /\/Font <<([\s\S]*?)>>/.exec(resources)?.[1] ?? "";
  return new Map(
    [...fonts.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", id]) => {
      const map = objects.get(reference(objects.get(Number(id))?.dictionary ?? "", "ToUnicode"));
      return [name, map === undefined ? [] : textByCode(contentOf(map))];
    }),
  );
};

const LITERAL = String.raw`\((?:\\[\s\S]|[^\\()])*\)`;
const TEXT = new RegExp(String.raw`BT (?:/(F\d+) \S+ Tf )?\S+ \S+ Td ((?:${LITERAL}|[^()])*?) ET`, "g");

const unescaped = (literal: string): string =>
  literal
    .slice(1, -1)
    .replaceAll(/\\([\s\S])/g, (_, character: string) => (character === "r" ? "\r" : character));

const shown = (operators: string, texts: readonly string[]): string =>
  [...operators.matchAll(new RegExp(LITERAL, "g"))]
    .flatMap(([literal]) => unescaped(literal).match(/[\s\S]{2}/g) ?? [])
    .map((code) => texts[code.charCodeAt(0) * 256 + code.charCodeAt(1)] ?? "")
    .join("");

/** Text objects of a page in the order of writing, each in visual order from left to right. */
export const pageTexts = (pdf: Uint8Array): readonly (readonly string[])[] => {
  const objects = objectsIn(pdf);
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type \/Page\n/.test(dictionary));
  return pages.map(({ dictionary }) => {
    const fonts = fontsIn(objects, dictionary);
    const content = contentOf(objects.get(reference(dictionary, "Contents")) as PdfObject);
    let font = "";
    return [...content.matchAll(TEXT)].map(([, set, operators = ""]) => {
      font = set ?? font;
      return shown(operators, fonts.get(font) ?? []);
    });
  });
};

/** The file carried inside. */
export const attachmentOf = (pdf: Uint8Array): string => {
  const file = [...objectsIn(pdf).values()].find(({ dictionary }) => dictionary.includes("/EmbeddedFile"));
  if (file?.stream === null || file === undefined) throw new Error("the PDF carries no file");
  return Buffer.from(contentOf(file), "latin1").toString("utf8");
};

/** How often an element of this type stands in the structure tree. */
export const countOf = (pdf: Uint8Array, role: string): number =>
  [...objectsIn(pdf).values()].filter(({ dictionary }) => new RegExp(`/S /${role}\\n`).test(dictionary))
    .length;
