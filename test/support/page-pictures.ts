import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decode, encode } from "fast-png";
import { runTool } from "./debian-tool.ts";
import { temporaryFolder } from "./temporary-folder.ts";

// Pages as small grey pictures. They are drawn three times as fine and averaged, so that how a version of poppler
// smooths an edge hardly shows; what is missing, moved or mirrored does.

/** Grey levels, 0 black to 255 white, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly levels: Uint8Array;
}

const DPI = 50;
const FINER = 3;
/** Pixels of a side of a cell: about as high as a small letter. */
const CELL = 4;
/** Levels by which the mean of a cell may differ: another painter of the same page hardly ever goes beyond. */
const SLIGHT = 24;

/** 32 levels are enough to compare, and files are a third as large. */
const coarse = (level: number): number => (level & 0xf8) + 4;

const meanOf = ({ width, height, levels }: Picture, left: number, top: number, side: number): number => {
  const [right, bottom] = [Math.min(left + side, width), Math.min(top + side, height)];
  let sum = 0;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += levels[y * width + x] ?? 0;
  return sum / ((right - left) * (bottom - top));
};

/** The mean of every square of `side` pixels. */
const reduced = (picture: Picture, side: number): Picture => {
  const width = Math.ceil(picture.width / side);
  const height = Math.ceil(picture.height / side);
  const levels = Uint8Array.from({ length: width * height }, (_, index) =>
    meanOf(picture, (index % width) * side, Math.floor(index / width) * side, side),
  );
  return { width, height, levels };
};

/** Reads a PNG of eight bits whose channels, if it has more than one, are all the same grey. */
export const readPicture = (file: string): Picture => {
  const { width, height, channels, depth, data } = decode(readFileSync(file));
  if (depth !== 8) throw new Error(`${file} has not eight bits`);
  return {
    width,
    height,
    levels: Uint8Array.from({ length: width * height }, (_, at) => data[at * channels] ?? 0),
  };
};

export const writePicture = (file: string, { width, height, levels }: Picture): void =>
  writeFileSync(file, encode({ width, height, channels: 1, depth: 8, data: levels }, { zlib: { level: 9 } }));

/** The pages of a PDF, drawn by one of poppler's two painters. */
export const pagePictures = (
  pdf: Uint8Array,
  tool: "pdftoppm" | "pdftocairo" = "pdftoppm",
): readonly Picture[] => {
  const folder = temporaryFolder();
  try {
    const file = join(folder.path, "report.pdf");
    writeFileSync(file, pdf);
    runTool(tool, "poppler-utils", [
      "-r",
      String(DPI * FINER),
      "-gray",
      "-png",
      file,
      join(folder.path, "page"),
    ]);
    return readdirSync(folder.path)
      .filter((name) => name.endsWith(".png"))
      .toSorted()
      .map((name) => reduced(readPicture(join(folder.path, name)), FINER))
      .map((picture) => ({ ...picture, levels: picture.levels.map(coarse) }));
  } finally {
    folder.remove();
  }
};

/** Share of the cells of a page, 0–1, that look different; 1 when the pages have different sizes. */
export const differingShare = (one: Picture, other: Picture): number => {
  if (one.width !== other.width || one.height !== other.height) return 1;
  const [ours, theirs] = [reduced(one, CELL).levels, reduced(other, CELL).levels];
  const different = ours.filter((level, index) => Math.abs(level - (theirs[index] ?? 0)) > SLIGHT);
  return different.length / ours.length;
};
