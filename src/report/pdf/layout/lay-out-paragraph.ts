import { plainText } from "../text/inline-run.ts";
import { layOutText } from "../text/lay-out-text.ts";
import type { Line } from "../text/place-line.ts";
import type { BlockStyle, TextBlock } from "./block.ts";
import { type Flow, margin, startOf } from "./flow.ts";
import type { LinePiece, Paragraph, Slice, StructNode } from "./slice.ts";

// Ascent and descent of the font, in em: Arabic needs them both in full.
const ASCENT = 1.085;
const DESCENT = 0.415;

/** Where the ink of a line begins: aligned by the direction of the document, not of the paragraph. */
const leftOf = (line: Line, { align }: BlockStyle, { x, width, direction }: Flow): number =>
  startOf(align, x, width - line.width, direction);

const paragraphOf = (
  { role, parts, runs, language, bookmark }: TextBlock,
  parent: StructNode,
): Paragraph => ({
  node: language === undefined ? { role, parent } : { role, parent, language },
  parts,
  runs,
  ...(bookmark !== undefined && { bookmark: { depth: bookmark, title: plainText(runs) } }),
});

/** No single line is left alone at the foot or the head of a page. */
const staysWithNext = (index: number, count: number, { keepsWithNext }: BlockStyle): boolean =>
  index === count - 1 ? keepsWithNext : index === 0 || index === count - 2;

/** A paragraph as one slice a line. */
export const layOutParagraph = (block: TextBlock, flow: Flow): readonly Slice[] => {
  const { style } = block;
  const lines = layOutText(block.runs, block.direction, flow.width, flow.faces);
  const paragraph = paragraphOf(block, flow.parent);
  const height = style.size * style.leading;
  const baseline = (height - (ASCENT + DESCENT) * style.size) / 2 + ASCENT * style.size;
  const slices = lines.map((line, index): Slice => {
    const x = leftOf(line, style, flow);
    const piece: LinePiece = {
      kind: "line",
      x,
      top: 0,
      height,
      baseline,
      line,
      paragraph,
      isFirst: index === 0,
    };
    const keepsWithNext = staysWithNext(index, lines.length, style);
    return { kind: "content", height, keepsWithNext, frames: flow.frames, pieces: [piece] };
  });
  return [...margin(style.before, flow.frames), ...slices, ...margin(style.after, flow.frames)];
};
