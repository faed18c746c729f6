import { createHash } from "node:crypto";
import type { Face } from "../text/face.ts";
import { deflate, deflateText } from "./deflate.ts";

/** A face cut down to some glyphs, ready to be written; streams are compressed. Codes are the font's own glyph ids. */
export interface FontProgram {
  /** With the tag that names the subset. */
  readonly name: string;
  readonly program: Uint8Array;
  /** Bytes of the program before compression. */
  readonly length: number;
  readonly toGlyph: Uint8Array;
  readonly toUnicode: Uint8Array;
  /** The W array. */
  readonly widths: string;
}

const hex = (value: number): string => value.toString(16).padStart(4, "0");
const isArabic = (codePoint: number): boolean => codePoint >= 0x600 && codePoint <= 0x8ff;

/** UTF-16 of what a glyph says; extractors read a right-to-left ligature from left to right. */
const unicodeOf = (codePoints: readonly number[]): string => {
  const visual = codePoints.some(isArabic) ? codePoints.toReversed() : codePoints;
  const units = String.fromCodePoint(...visual);
  return Array.from({ length: units.length }, (_, index) => hex(units.charCodeAt(index))).join("");
};

/** A CMap has at most a hundred lines in a block. */
const blocks = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );

const cmapOf = (ids: readonly number[], { glyphText }: Face): string => {
  const lines = ids.map((id) => `<${hex(id)}> <${unicodeOf(glyphText.get(id) ?? [0xfffd])}>`);
  const mapped = blocks(lines, 100).map(
    (block) => `${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`,
  );
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${mapped.join("\n")}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
};

const tagOf = (ids: readonly number[], face: Face): string => {
  const digest = createHash("sha256")
    .update(`${face.weight} ${ids.join(" ")}`)
    .digest();
  return String.fromCharCode(...[...digest.subarray(0, 6)].map((byte) => 65 + (byte % 26)));
};

/** Which glyph of the subset each code is: two bytes a code. */
const glyphMap = (ids: readonly number[], places: readonly number[]): Uint8Array => {
  const map = Buffer.alloc(2 * ((ids.at(-1) ?? 0) + 1));
  for (const [index, id] of ids.entries()) map.writeUInt16BE(places[index] ?? 0, 2 * id);
  return map;
};

interface Subset {
  includeGlyph(id: number): number;
  encode(): Uint8Array;
}

/** Cuts a face down to glyphs, in order of their ids. */
export const fontProgram = (ids: readonly number[], face: Face): FontProgram => {
  const { font } = face;
  // Its types ask for a glyph where the subset takes the id.
  const subset = font.createSubset() as unknown as Subset;
  const places = ids.map((id) => subset.includeGlyph(id));
  const program = Uint8Array.from(subset.encode());
  const scale = 1000 / font.unitsPerEm;
  const widths = ids.map(
    (id) => `${id} [${Math.round(font.getGlyph(id).advanceWidth * scale * 1000) / 1000}]`,
  );
  return {
    name: `${tagOf(ids, face)}+${font.postscriptName}`,
    program: deflate(program),
    length: program.length,
    toGlyph: deflate(glyphMap(ids, places)),
    toUnicode: deflateText(cmapOf(ids, face)),
    widths: `[${widths.join(" ")}]`,
  };
};
