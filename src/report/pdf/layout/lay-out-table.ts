import type { Cell, TableBlock } from "./block.ts";
import { columnsOf, type Flow, margin, padding } from "./flow.ts";
import { layOutBlocks } from "./lay-out-blocks.ts";
import { sideBySide } from "./lay-out-row.ts";
import { PALETTE } from "./palette.ts";
import type { Frame, Slice, StructNode } from "./slice.ts";

type Row = readonly Cell[];

const sharesOf = ({ style, head, body }: TableBlock): readonly number[] => {
  const count = Math.max(...[...head, ...body].map((row) => row.reduce((sum, { span }) => sum + span, 0)));
  return style.shares?.length === count ? style.shares : Array.from({ length: count }, () => 1);
};

const nodeOf = (cell: Cell, parent: StructNode): StructNode => ({
  role: cell.role,
  parent,
  ...(cell.language !== undefined && { language: cell.language }),
  attributes: {
    O: "Table",
    ...(cell.scope !== null && { Scope: cell.scope }),
    ...(cell.span > 1 && { ColSpan: cell.span }),
  },
});

const layOutCell = (
  cell: Cell,
  columns: readonly Pick<Flow, "x" | "width">[],
  row: StructNode,
  flow: Flow,
) => {
  const inset = cell.style.padding;
  const left = Math.min(...columns.map(({ x }) => x));
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const node = nodeOf(cell, row);
  const content = layOutBlocks(cell.content, {
    ...flow,
    x: left + inset,
    width: width - 2 * inset,
    parent: node,
  });
  // Before its content, so that an empty cell has its place in the tree and the order is kept.
  const place: Slice = {
    kind: "content",
    height: inset,
    keepsWithNext: true,
    frames: [],
    pieces: [{ kind: "node", node, top: 0 }],
  };
  return [place, ...content, ...padding(inset, [])];
};

const layOutRow = (
  row: Row,
  shares: readonly number[],
  section: StructNode,
  flow: Flow,
): readonly Slice[] => {
  const columns = columnsOf(shares, flow, 0);
  const node: StructNode = { role: "TR", parent: section };
  let next = 0;
  const cells = row.map((cell) => {
    const own = columns.slice(next, next + cell.span);
    next += cell.span;
    return layOutCell(cell, own, node, flow);
  });
  const slices = sideBySide(cells, flow);
  const rule = { kind: "rule", x: flow.x, width: flow.width, colour: PALETTE.line } as const;
  return slices.map((slice, index) =>
    index < slices.length - 1
      ? slice
      : { ...slice, pieces: [...slice.pieces, { ...rule, top: slice.height }] },
  );
};

const headerFrame = ({ x, width, direction }: Flow): Frame => ({
  x,
  width,
  direction,
  inset: 0,
  background: PALETTE.brandGround,
});

/** A table: header rows are repeated on each page, a row too tall for one is divided; mirrored in Arabic. */
export const layOutTable = (block: TableBlock, flow: Flow): readonly Slice[] => {
  const shares = sharesOf(block);
  const node: StructNode = { role: "Table", parent: flow.parent };
  const head: StructNode = { role: "THead", parent: node };
  const body: StructNode = { role: "TBody", parent: node };
  const shaded: Flow = { ...flow, frames: [...flow.frames, headerFrame(flow)] };
  const header = block.head
    .flatMap((row) => layOutRow(row, shares, head, shaded))
    .map((slice) => ({ ...slice, keepsWithNext: true }));
  const rows = block.body
    .flatMap((row) => layOutRow(row, shares, body, flow))
    .map((slice) => (header.length === 0 ? slice : { ...slice, header }));
  return [
    ...margin(block.style.before, flow.frames),
    ...header,
    ...rows,
    ...margin(block.style.after, flow.frames),
  ];
};
