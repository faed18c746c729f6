import type { LinePiece } from "../layout/slice.ts";
import type { PlacedRun } from "../text/place-line.ts";
import type { Brush } from "./brush.ts";
import { fitsPdfString } from "./pdf-string.ts";
import type { PdfElement } from "./pdfkit-document.ts";
import { textOperators } from "./text-operators.ts";

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
const actual = (text: string | undefined): Readonly<Record<string, unknown>> =>
  text !== undefined && RTL.test(text) && fitsPdfString(text) ? { actual: text } : {};

const openSpan = ({ paragraph }: LinePiece, part: number, brush: Brush): PdfElement => {
  const language = paragraph.parts[part]?.language;
  const span = brush.doc.struct("Span", {
    ...(language !== undefined && { lang: language }),
    ...actual(paragraph.texts[part]),
  });
  brush.elementOf(paragraph.node).add(span);
  return span;
};

/** A part goes on from line to line in one Span; a link has an element of its own on each line. */
const openPart = (piece: LinePiece, part: number, brush: Brush): PdfElement => {
  const { node, parts } = piece.paragraph;
  if (parts[part]?.href !== undefined) {
    const link = brush.doc.struct("Link");
    brush.elementOf(node).add(link);
    return link;
  }
  const spans = brush.spans.get(node) ?? new Map<number, PdfElement>();
  brush.spans.set(node, spans);
  const span = spans.get(part) ?? openSpan(piece, part, brush);
  spans.set(part, span);
  return span;
};

/** The elements of a line by part, made in logical order whatever the visual one. */
const openLine = (
  piece: LinePiece,
  stretches: readonly Stretch[],
  brush: Brush,
): ReadonlyMap<number, PdfElement> => {
  const { parts, node, texts } = piece.paragraph;
  const paragraph = brush.elementOf(node, parts.length === 1 ? actual(texts[0]) : {});
  if (parts.length === 1) return new Map([[0, paragraph]]);
  const used = [...new Set(stretches.map(({ part }) => part))].toSorted((a, b) => a - b);
  return new Map(used.map((part) => [part, openPart(piece, part, brush)]));
};

const show = (piece: LinePiece, { runs }: Stretch, top: number, brush: Brush): void => {
  const y = top + piece.baseline;
  brush.doc.addContent(runs.map((run) => textOperators(run, piece.x + run.x, y, brush)).join("\n"));
};

const annotate = (
  href: string,
  piece: LinePiece,
  { runs }: Stretch,
  top: number,
  link: PdfElement,
  brush: Brush,
) => {
  const left = Math.min(...runs.map(({ x }) => x));
  const right = Math.max(...runs.map(({ x, width }) => x + width));
  const options = { structParent: link, Contents: new String(href) };
  brush.doc.link(piece.x + left, top, right - left, piece.height, href, options);
  // Ended on its own page: pdfkit notes the page of the annotation when the element is written.
  link.end();
};

/** Paints one line of text into the structure of its paragraph; `top` in points from the top of the page. */
export const paintLine = (piece: LinePiece, top: number, brush: Brush): void => {
  const stretches = stretchesOf(piece.line.runs);
  const elements = openLine(piece, stretches, brush);
  for (const stretch of stretches) {
    const element = elements.get(stretch.part);
    if (element === undefined) continue;
    const href = piece.paragraph.parts[stretch.part]?.href;
    element.add(brush.doc.markStructureContent(String(element.dictionary.data["S"])));
    show(piece, stretch, top, brush);
    brush.doc.endMarkedContent();
    if (href !== undefined) annotate(href, piece, stretch, top, element, brush);
  }
};

/** Paints a line that is no part of the document's text: a repeated header. */
export const paintUntagged = (piece: LinePiece, top: number, brush: Brush): void => {
  for (const stretch of stretchesOf(piece.line.runs)) show(piece, stretch, top, brush);
};
