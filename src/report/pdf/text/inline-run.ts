import type { Weight } from "./face.ts";

export interface TextStyle {
  readonly weight: Weight;
  /** Points. */
  readonly size: number;
  /** `#rrggbb`. */
  readonly colour: string;
  /** `#rrggbb` behind the words, as a badge. */
  readonly background?: string;
}

/** A stretch of one paragraph in one style; a line break is `\n`, an isolate its control characters. */
export interface InlineRun {
  readonly text: string;
  readonly style: TextStyle;
  /** Which part of the paragraph it belongs to: a link or another language is a part of its own. */
  readonly part: number;
  /** A reference, figure or address: no line ends inside but at a space. */
  readonly isReference?: boolean;
}

const CONTROLS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** The text of runs in logical order, without what only steers the line. */
export const plainText = (runs: readonly InlineRun[]): string =>
  runs
    .map(({ text }) => text)
    .join("")
    .replaceAll(CONTROLS, "")
    .replaceAll("\n", " ")
    .trim();
