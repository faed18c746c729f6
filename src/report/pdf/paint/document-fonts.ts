import type { Face, Faces, Weight } from "../text/face.ts";
import type { PlacedRun } from "../text/place-line.ts";
import { baseGlyphs, type Script } from "./base-glyphs.ts";
import { type FontProgram, fontProgram } from "./font-program.ts";
import { type PdfDocument, type PdfPage, type PdfReference, raw } from "./pdfkit-document.ts";
import { runGlyphs } from "./run-glyphs.ts";

/** The faces as one document embeds them. */
export interface DocumentFonts {
  /** Notes that a page shows a run; answers with the name of its font there and the operators that show it. */
  readonly show: (run: PlacedRun, page: PdfPage) => { readonly name: string; readonly operators: string };
  /** Embeds what was used. */
  readonly end: () => void;
}

interface Used {
  readonly face: Face;
  readonly ref: PdfReference;
  readonly scripts: Set<Script>;
  readonly others: Set<number>;
}

const NAMES: Readonly<Record<Weight, string>> = { regular: "F1", bold: "F2" };
const MOST_PROGRAMS = 24;
const programs = new Map<string, FontProgram>();

const programOf = ({ face, scripts, others }: Used): FontProgram => {
  const extra = [...others].toSorted((a, b) => a - b);
  const key = [face.weight, scripts.has("arabic"), ...extra].join(" ");
  const known = programs.get(key);
  if (known !== undefined) return known;
  const base = baseGlyphs(face);
  const ids = new Set([...base.latin, ...(scripts.has("arabic") ? base.arabic : []), ...extra]);
  const made = fontProgram(
    [...ids].toSorted((a, b) => a - b),
    face,
  );
  const [oldest] = programs.keys();
  if (programs.size >= MOST_PROGRAMS && oldest !== undefined) programs.delete(oldest);
  programs.set(key, made);
  return made;
};

const stream = (doc: PdfDocument, bytes: Uint8Array, entries: Readonly<Record<string, unknown>> = {}) => {
  const ref = doc.ref({ ...entries, Filter: "FlateDecode" });
  ref.write(bytes);
  ref.end();
  return ref;
};

const ended = (doc: PdfDocument, data: unknown): PdfReference => {
  const ref = doc.ref(data);
  ref.end();
  return ref;
};

/** Bits of the flags of a font: not one of the Latin character sets alone. */
const SYMBOLIC = 4;

const descriptorOf = ({ font }: Face, program: FontProgram, file: PdfReference) => {
  const scale = 1000 / font.unitsPerEm;
  const { minX, minY, maxX, maxY } = font.bbox;
  return {
    Type: "FontDescriptor",
    FontName: program.name,
    Flags: SYMBOLIC,
    FontBBox: [minX, minY, maxX, maxY].map((value) => value * scale),
    ItalicAngle: font.italicAngle,
    Ascent: font.ascent * scale,
    Descent: font.descent * scale,
    CapHeight: font.capHeight * scale,
    XHeight: font.xHeight * scale,
    StemV: 0,
    FontFile2: file,
  };
};

const embed = (doc: PdfDocument, used: Used): void => {
  const program = programOf(used);
  const file = stream(doc, program.program, { Length1: program.length });
  const descendant = ended(doc, {
    Type: "Font",
    Subtype: "CIDFontType2",
    BaseFont: program.name,
    CIDSystemInfo: raw("<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"),
    FontDescriptor: ended(doc, descriptorOf(used.face, program, file)),
    W: raw(program.widths),
    CIDToGIDMap: stream(doc, program.toGlyph),
  });
  used.ref.data = {
    Type: "Font",
    Subtype: "Type0",
    BaseFont: program.name,
    Encoding: "Identity-H",
    DescendantFonts: [descendant],
    ToUnicode: stream(doc, program.toUnicode),
  };
  used.ref.end();
};

/** Opens the fonts of a document; only a face that is used is embedded. */
export const openFonts = (doc: PdfDocument, faces: Faces): DocumentFonts => {
  const used = new Map<Weight, Used>();
  const open = (weight: Weight): Used => {
    const known = used.get(weight);
    if (known !== undefined) return known;
    const opened = {
      face: faces[weight],
      ref: doc.ref({}),
      scripts: new Set<Script>(),
      others: new Set<number>(),
    };
    used.set(weight, opened);
    return opened;
  };
  return {
    show: (run, page) => {
      const { weight } = run.run.style;
      const { face, ref, scripts, others } = open(weight);
      const name = NAMES[weight];
      page.fonts[name] ??= ref;
      const needs = runGlyphs(run, face);
      if (needs.isArabic) scripts.add("arabic");
      for (const id of needs.others) others.add(id);
      return { name, operators: needs.operators };
    },
    end: () => {
      for (const each of used.values()) embed(doc, each);
    },
  };
};
