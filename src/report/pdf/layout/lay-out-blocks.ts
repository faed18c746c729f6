import { chartHeight } from "../../charts/draw-chart.ts";
import type { Block, BlockStyle, BoxBlock, FigureBlock, ImageBlock, ListBlock } from "./block.ts";
import { columnsOf, type Flow, heightOf, margin, padding, startOf } from "./flow.ts";
import { layOutParagraph } from "./lay-out-paragraph.ts";
import { sideBySide } from "./lay-out-row.ts";
import { layOutTable } from "./lay-out-table.ts";
import type { Frame, Slice, StructNode } from "./slice.ts";

const COLUMN_GAP = 14;
/** Of the tallest row: frames up to this height are not divided between pages. */
const LOW = 0.65;
/** Points. */
const LOGO_HEIGHT = 54;
const LIST_INDENT = { Disc: 11, Decimal: 18 } as const;

const frameOf = (
  { background, border, accent, padding: inset }: BlockStyle,
  { x, width, direction }: Flow,
): readonly Frame[] =>
  background === undefined && border === undefined && accent === undefined
    ? []
    : [
        {
          x,
          width,
          direction,
          inset,
          ...(background !== undefined && { background }),
          ...(border !== undefined && { border }),
          ...(accent !== undefined && { accent }),
        },
      ];

const nodeOf = ({ role, language }: Block, parent: StructNode): StructNode => ({
  role,
  parent,
  ...(language !== undefined && { language }),
});

const inside = (flow: Flow, by: number, frames: readonly Frame[], parent: StructNode): Flow => ({
  ...flow,
  x: flow.x + by,
  width: flow.width - 2 * by,
  frames: [...flow.frames, ...frames],
  parent,
});

const layOutColumns = ({ children, style }: BoxBlock, flow: Flow): readonly Slice[] => {
  const columns = columnsOf(style.shares ?? [], flow, COLUMN_GAP);
  return sideBySide(
    children.map((child, index) => layOutBlock(child, { ...flow, frames: [], ...columns[index] })),
    flow,
  );
};

/** Where the last two lines of a frame begin: they stay with its lower edge. */
const endOf = (content: readonly Slice[]): number =>
  content.flatMap(({ kind }, index) => (kind === "content" ? [index] : [])).at(-2) ?? 0;

const layOutBox = (block: BoxBlock, flow: Flow): readonly Slice[] => {
  const { style } = block;
  const own = inside(flow, style.padding, frameOf(style, flow), nodeOf(block, flow.parent));
  const content = block.isRow ? layOutColumns(block, own) : layOutBlocks(block.children, own);
  const before = margin(style.before, flow.frames);
  const after = margin(style.after, flow.frames);
  if (style.padding === 0) return [...before, ...content, ...after];
  const edge = padding(style.padding, own.frames);
  // A low frame stays on one page; a high one keeps its edges at least.
  const isLow = heightOf(content) <= flow.tallestRow * LOW;
  const end = isLow ? 0 : endOf(content);
  const held = content.map((slice, index) => (index >= end ? { ...slice, keepsWithNext: true } : slice));
  const foot = edge.map((slice) => ({ ...slice, keepsWithNext: style.keepsWithNext }));
  return [...before, ...edge, ...held, ...foot, ...after];
};

/** The marker stands in the margin of the first line, in a label of its own. */
const layOutItem = (
  item: BoxBlock,
  marker: string,
  indent: number,
  list: StructNode,
  flow: Flow,
): readonly Slice[] => {
  const node: StructNode = { role: "LI", parent: list };
  const { background: _ground, ...style } = item.style;
  const label = layOutParagraph(
    {
      kind: "text",
      style: { ...item.style, before: 0, after: 0 },
      role: "Lbl",
      direction: flow.direction,
      runs: [{ text: marker, style, part: 0 }],
      parts: [{}],
    },
    { ...flow, parent: node },
  );
  const x = flow.direction === "rtl" ? flow.x : flow.x + indent;
  const body = layOutBlocks(item.children, {
    ...flow,
    x,
    width: flow.width - indent,
    parent: nodeOf(item, node),
  });
  const first = body.findIndex(({ kind }) => kind === "content");
  const labelled = body.map((slice, index) =>
    index === first ? { ...slice, pieces: [...(label[0]?.pieces ?? []), ...slice.pieces] } : slice,
  );
  return [...margin(item.style.before, flow.frames), ...labelled, ...margin(item.style.after, flow.frames)];
};

const layOutList = (block: ListBlock, flow: Flow): readonly Slice[] => {
  const numbering = block.isOrdered ? "Decimal" : "Disc";
  const node: StructNode = {
    role: "L",
    parent: flow.parent,
    attributes: { O: "List", ListNumbering: numbering },
  };
  const items = block.items.flatMap((item, index) =>
    layOutItem(item, block.isOrdered ? `${index + 1}.` : "•", LIST_INDENT[numbering], node, flow),
  );
  return [...margin(block.style.before, flow.frames), ...items, ...margin(block.style.after, flow.frames)];
};

const layOutFigure = ({ chart, alt, style }: FigureBlock, flow: Flow): readonly Slice[] => {
  const height = chartHeight(chart);
  const node: StructNode = { role: "Figure", parent: flow.parent, alt };
  const { x, width, direction, frames } = flow;
  const piece = { kind: "chart", x, top: 0, width, height, chart, direction, node } as const;
  return [
    ...margin(style.before, frames),
    { kind: "content", height, keepsWithNext: style.keepsWithNext, frames, pieces: [piece] },
    ...margin(style.after, frames),
  ];
};

/** As high as the style says, but never wider than its place. */
const layOutImage = ({ image, alt, style }: ImageBlock, flow: Flow): readonly Slice[] => {
  const { x, width: room, direction, frames, parent } = flow;
  const width = Math.min(room, (LOGO_HEIGHT * image.width) / image.height);
  const height = (width * image.height) / image.width;
  const left = startOf(style.align, x, room - width, direction);
  const node: StructNode = { role: "Figure", parent, alt };
  const piece = { kind: "image", x: left, top: 0, width, height, image, node } as const;
  return [
    ...margin(style.before, frames),
    { kind: "content", height, keepsWithNext: style.keepsWithNext, frames, pieces: [piece] },
    ...margin(style.after, frames),
  ];
};

const layOutBlock = (block: Block, flow: Flow): readonly Slice[] => {
  if (block.kind === "text") return layOutParagraph(block, flow);
  if (block.kind === "box") return layOutBox(block, flow);
  if (block.kind === "list") return layOutList(block, flow);
  if (block.kind === "image") return layOutImage(block, flow);
  return block.kind === "table" ? layOutTable(block, flow) : layOutFigure(block, flow);
};

const isHeading = (block: Block | undefined): boolean =>
  block?.kind === "text" && block.bookmark !== undefined;

/** Words right under a heading introduce what follows them: without it both would stand alone at the foot of a page. */
const withIntroductions = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block, index) =>
    block.kind === "text" && isHeading(blocks[index - 1]) && index < blocks.length - 1
      ? { ...block, style: { ...block.style, keepsWithNext: true } }
      : block,
  );

/** Lays blocks out under one another, as slices for the pages. */
export const layOutBlocks = (blocks: readonly Block[], flow: Flow): readonly Slice[] =>
  withIntroductions(blocks).flatMap((block) => layOutBlock(block, flow));
