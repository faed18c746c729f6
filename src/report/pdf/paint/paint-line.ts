import type { LinePiece } from "../layout/slice.ts";
import { type InlineRun, plainText } from "../text/inline-run.ts";
import type { PlacedRun } from "../text/place-line.ts";
import { annotateLink } from "./annotate-link.ts";
import type { Brush } from "./brush.ts";
import { fitsPdfString } from "./pdf-string.ts";
import type { Said, StructElement } from "./structure.ts";

/** Runs of one part of the paragraph that stand beside one another on the line. */
interface Stretch {
  readonly part: number;
  readonly runs: readonly PlacedRun[];
}

const RTL = /[\u0590-\u08FF]/;
const NOTHING: Said = {};

const stretchesOf = (runs: readonly PlacedRun[]): readonly Stretch[] => {
  const stretches: { readonly part: number; readonly runs: PlacedRun[] }[] = [];
  for (const run of runs) {
    const last = stretches.at(-1);
    if (last?.part === run.run.part) last.runs.push(run);
    else stretches.push({ part: run.run.part, runs: [run] });
  }
  return stretches;
};

/** Logical text for assistive technology, where the ink is in visual order. */
const actual = (runs: readonly InlineRun[]): Said => {
  if (!runs.some(({ text }) => RTL.test(text))) return NOTHING;
  const text = plainText(runs);
  return fitsPdfString(text) ? { actual: text } : NOTHING;
};

/** A part goes on from line to line in one Span; a link has an element of its own on each line. */
const openPart = ({ paragraph }: LinePiece, part: number, { structure, spans }: Brush): StructElement => {
  const { node, parts, runs } = paragraph;
  const parent = structure.elementOf(node);
  if (parts[part]?.href !== undefined) return structure.addTo(parent, "Link");
  const known = spans.get(node) ?? new Map<number, StructElement>();
  spans.set(node, known);
  const language = parts[part]?.language;
  const said = (): Said => ({ language, ...actual(runs.filter((run) => run.part === part)) });
  const span = known.get(part) ?? structure.addTo(parent, "Span", said());
  known.set(part, span);
  return span;
};

/** The elements of a line by part, made in logical order whatever the visual one. */
const openParts = (
  piece: LinePiece,
  stretches: readonly Stretch[],
  brush: Brush,
): ReadonlyMap<number, StructElement> => {
  brush.structure.elementOf(piece.paragraph.node);
  const used = [...new Set(stretches.map(({ part }) => part))].toSorted((a, b) => a - b);
  return new Map(used.map((part) => [part, openPart(piece, part, brush)]));
};

const show = (
  runs: readonly PlacedRun[],
  { x, baseline }: LinePiece,
  top: number,
  { canvas }: Brush,
): void => {
  for (const run of runs) canvas.text(run, x + run.x, top + baseline);
};

const paintParts = (piece: LinePiece, top: number, brush: Brush): void => {
  const stretches = stretchesOf(piece.line.runs);
  const elements = openParts(piece, stretches, brush);
  for (const { part, runs } of stretches) {
    const element = elements.get(part);
    if (element === undefined) continue;
    brush.canvas.tagged(element, () => show(runs, piece, top, brush));
    const href = piece.paragraph.parts[part]?.href;
    if (href === undefined) continue;
    const left = piece.x + Math.min(...runs.map(({ x }) => x));
    const right = piece.x + Math.max(...runs.map(({ x, width }) => x + width));
    annotateLink(href, { left, right, top, bottom: top + piece.height }, element, brush);
  }
};

/** Paints one line of text into the structure of its paragraph; `top` in points from the top of the page. */
export const paintLine = (piece: LinePiece, top: number, brush: Brush): void => {
  const { node, parts, runs } = piece.paragraph;
  if (parts.length > 1) {
    paintParts(piece, top, brush);
    return;
  }
  const element = brush.structure.elementOf(node, piece.isFirst ? actual(runs) : NOTHING);
  if (piece.line.runs.length > 0)
    brush.canvas.tagged(element, () => show(piece.line.runs, piece, top, brush));
};

/** Paints a line that is no part of the document's text: a repeated header. */
export const paintUntagged = (piece: LinePiece, top: number, brush: Brush): void =>
  show(piece.line.runs, piece, top, brush);
