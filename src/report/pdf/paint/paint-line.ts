import type { LinePiece } from "../layout/slice.ts";
import type { PlacedRun } from "../text/place-line.ts";
import { annotateLink } from "./annotate-link.ts";
import type { Brush } from "./brush.ts";
import { fitsPdfString } from "./pdf-string.ts";
import type { Said, StructElement } from "./structure.ts";

/** Runs of one part of the paragraph that stand beside one another on the line. */
interface Stretch {
  readonly part: number;
  readonly runs: PlacedRun[];
}

const RTL = /[\u0590-\u08FF]/;

const stretchesOf = (runs: readonly PlacedRun[]): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  for (const run of runs) {
    const last = stretches.at(-1);
    if (last?.part === run.run.part) last.runs.push(run);
    else stretches.push({ part: run.run.part, runs: [run] });
  }
  return stretches;
};

/** Logical text for assistive technology, where the ink is in visual order. */
const actual = (text: string | undefined): Said =>
  text !== undefined && RTL.test(text) && fitsPdfString(text) ? { actual: text } : {};

/** A part goes on from line to line in one Span; a link has an element of its own on each line. */
const openPart = ({ paragraph }: LinePiece, part: number, { structure, spans }: Brush): StructElement => {
  const { node, parts, texts } = paragraph;
  const parent = structure.elementOf(node);
  if (parts[part]?.href !== undefined) return structure.addTo(parent, "Link");
  const known = spans.get(node) ?? new Map<number, StructElement>();
  spans.set(node, known);
  const language = parts[part]?.language;
  const span = known.get(part) ?? structure.addTo(parent, "Span", { language, ...actual(texts[part]) });
  known.set(part, span);
  return span;
};

/** The elements of a line by part, made in logical order whatever the visual one. */
const openLine = (
  piece: LinePiece,
  stretches: readonly Stretch[],
  brush: Brush,
): ReadonlyMap<number, StructElement> => {
  const { parts, node, texts } = piece.paragraph;
  if (parts.length === 1) return new Map([[0, brush.structure.elementOf(node, actual(texts[0]))]]);
  brush.structure.elementOf(node);
  const used = [...new Set(stretches.map(({ part }) => part))].toSorted((a, b) => a - b);
  return new Map(used.map((part) => [part, openPart(piece, part, brush)]));
};

const show = ({ x, baseline }: LinePiece, { runs }: Stretch, top: number, { canvas }: Brush): void => {
  for (const run of runs) canvas.text(run, x + run.x, top + baseline);
};

/** Paints one line of text into the structure of its paragraph; `top` in points from the top of the page. */
export const paintLine = (piece: LinePiece, top: number, brush: Brush): void => {
  const stretches = stretchesOf(piece.line.runs);
  const elements = openLine(piece, stretches, brush);
  for (const stretch of stretches) {
    const element = elements.get(stretch.part);
    if (element === undefined) continue;
    brush.canvas.tagged(element, () => show(piece, stretch, top, brush));
    const href = piece.paragraph.parts[stretch.part]?.href;
    if (href === undefined) continue;
    const left = piece.x + Math.min(...stretch.runs.map(({ x }) => x));
    const right = piece.x + Math.max(...stretch.runs.map(({ x, width }) => x + width));
    annotateLink(href, { left, right, top, bottom: top + piece.height }, element, brush);
  }
};

/** Paints a line that is no part of the document's text: a repeated header. */
export const paintUntagged = (piece: LinePiece, top: number, brush: Brush): void => {
  for (const stretch of stretchesOf(piece.line.runs)) show(piece, stretch, top, brush);
};
