import type { Logo } from "../../letterhead/logo.ts";
import type { ChartData } from "../../charts/chart-data.ts";
import type { InlineRun, TextStyle } from "../text/inline-run.ts";
import type { Direction } from "../text/shape-text.ts";

/** Lengths in points. Size, weight, colour, leading and alignment pass to what is inside. */
export interface BlockStyle extends TextStyle {
  /** Line height as a multiple of the size. */
  readonly leading: number;
  readonly align: "start" | "center" | "end";
  readonly before: number;
  readonly after: number;
  readonly padding: number;
  readonly border?: string;
  /** A thick bar at the start side. */
  readonly accent?: string;
  readonly keepsWithNext: boolean;
  /** Shares of the width of the children set side by side, or of the columns of a table. */
  readonly shares?: readonly number[];
}

/** A link or a stretch in another language; part 0 of a paragraph is neither. */
export interface Part {
  readonly href?: string;
  readonly language?: string;
}

interface Styled {
  readonly style: BlockStyle;
  /** Structure type of PDF 1.7, § 14.8.4. */
  readonly role: string;
  readonly language?: string;
}

export interface TextBlock extends Styled {
  readonly kind: "text";
  readonly direction: Direction;
  readonly runs: readonly InlineRun[];
  readonly parts: readonly Part[];
  /** Depth in the outline of the document; absent when it has no place there. */
  readonly bookmark?: number;
}

export interface BoxBlock extends Styled {
  readonly kind: "box";
  readonly children: readonly Block[];
  /** Set side by side, by the shares of the style. */
  readonly isRow: boolean;
}

export interface ListBlock extends Styled {
  readonly kind: "list";
  readonly isOrdered: boolean;
  readonly items: readonly BoxBlock[];
}

export interface Cell extends Styled {
  readonly scope: "Row" | "Column" | null;
  readonly span: number;
  readonly content: readonly Block[];
}

export interface TableBlock extends Styled {
  readonly kind: "table";
  readonly head: readonly (readonly Cell[])[];
  readonly body: readonly (readonly Cell[])[];
}

export interface FigureBlock extends Styled {
  readonly kind: "figure";
  readonly chart: ChartData;
  /** What the chart says, in words. */
  readonly alt: string;
}

export interface ImageBlock extends Styled {
  readonly kind: "image";
  readonly image: Logo;
  readonly alt: string;
}

export type Block = TextBlock | BoxBlock | ListBlock | TableBlock | FigureBlock | ImageBlock;
