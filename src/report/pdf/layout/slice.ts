import type { Logo } from "../../letterhead/logo.ts";
import type { ChartData } from "../../charts/chart-data.ts";
import type { Part } from "./block.ts";
import type { InlineRun } from "../text/inline-run.ts";
import type { Line } from "../text/place-line.ts";
import type { Direction } from "../text/shape-text.ts";

/** A node of the structure tree; the painter makes its PDF element at first use, in logical order. */
export interface StructNode {
  readonly role: string;
  readonly parent: StructNode | null;
  readonly language?: string;
  /** Attribute dictionary of PDF 1.7, § 14.8.5. */
  readonly attributes?: Readonly<Record<string, string | number>>;
  readonly alt?: string;
}

/** The paragraph a line belongs to. */
export interface Paragraph {
  readonly node: StructNode;
  readonly parts: readonly Part[];
  /** In logical order. */
  readonly runs: readonly InlineRun[];
  readonly bookmark?: { readonly depth: number; readonly title: string };
}

/** One line of a paragraph; `x` from the left of the page, `top` from the top of its slice, in points. */
export interface LinePiece {
  readonly kind: "line";
  readonly x: number;
  readonly top: number;
  readonly height: number;
  readonly baseline: number;
  readonly line: Line;
  readonly paragraph: Paragraph;
  readonly isFirst: boolean;
}

export interface ChartPiece {
  readonly kind: "chart";
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly chart: ChartData;
  readonly direction: Direction;
  readonly node: StructNode;
}

export interface ImagePiece {
  readonly kind: "image";
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly image: Logo;
  readonly node: StructNode;
}

/** Structure without ink: an empty cell has its place in the tree too. */
export interface NodePiece {
  readonly kind: "node";
  readonly node: StructNode;
  readonly top: number;
}

/** A thin horizontal line. */
export interface RulePiece {
  readonly kind: "rule";
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly colour: string;
}

/** The ground, border or bar behind a stretch of slices. */
export interface Frame {
  readonly x: number;
  readonly width: number;
  readonly background?: string;
  readonly border?: string;
  readonly accent?: string;
  readonly direction: Direction;
  /** Room between its edge and what it surrounds, in points. */
  readonly inset: number;
}

/** A frame inside a column of a row, which the slices of the row do not lie in themselves. */
export interface GroundPiece {
  readonly kind: "ground";
  readonly top: number;
  readonly height: number;
  readonly frame: Frame;
}

export type Piece = LinePiece | ChartPiece | ImagePiece | NodePiece | RulePiece | GroundPiece;

/** A horizontal strip of the flow that no page break divides. */
export interface Slice {
  /** A margin is dropped at the top of a page. */
  readonly kind: "content" | "margin";
  readonly height: number;
  readonly keepsWithNext: boolean;
  readonly frames: readonly Frame[];
  readonly pieces: readonly Piece[];
  /** The header rows to repeat when a page begins with this slice. */
  readonly header?: readonly Slice[];
}
