/** A piece of text where a PDF draws it: `x` and `y` of its start, in points, from the page's lower left corner. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** The file itself breaks its line after this piece. */
  readonly isLast: boolean;
}

const ARABIC = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;
const FROM_LEFT = /[\p{Script=Latin}\d\u0660-\u0669]/u;
const MIRRORED: Readonly<Record<string, string>> = {
  "(": ")",
  ")": "(",
  "[": "]",
  "]": "[",
  "«": "»",
  "»": "«",
};

/** Pieces of one baseline that the file draws one after another: columns side by side stay apart. */
const intoLines = (pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    const line = lines.at(-1) ?? [];
    const [first] = line;
    if (first !== undefined && Math.abs(first.y - piece.y) > piece.height / 2) lines.push([piece]);
    else line.push(piece);
    if (piece.isLast) lines.push([]);
  }
  return lines;
};

const isArabicLine = (line: readonly Piece[]): boolean => {
  const letters = line.flatMap(({ text }) => [...text]);
  const arabic = letters.filter((letter) => ARABIC.test(letter)).length;
  return arabic > letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
};

const isFromLeft = (text: string): boolean => FROM_LEFT.test(text) && !ARABIC.test(text);

/** Figures and Latin words, drawn from the left, in a line that is read from the right. */
const readFromRight = (pieces: readonly string[]): string => {
  const out: string[] = [];
  let run: string[] = [];
  const end = (): void => {
    const neutral: string[] = [];
    while (run.length > 0 && !isFromLeft(run.at(-1) ?? "")) neutral.unshift(run.pop() ?? "");
    out.push(...run.toReversed(), ...neutral.map((text) => MIRRORED[text] ?? text));
    run = [];
  };
  for (const text of pieces) {
    if (isFromLeft(text) || (run.length > 0 && !ARABIC.test(text))) run.push(text);
    else {
      end();
      out.push(MIRRORED[text] ?? text);
    }
  }
  end();
  return out.join("");
};

const lineText = (line: readonly Piece[]): string => {
  const fromLeft = line.toSorted((one, other) => one.x - other.x).map(({ text }) => text);
  return isArabicLine(line) ? readFromRight(fromLeft.toReversed()) : fromLeft.join("");
};

// A font that draws lam and alef as one sign often names them from left to right: no Arabic word begins so.
const mendLigatures = (text: string): string => text.replaceAll(/ا([أإآ])ل/gu, "ال$1");

/** The text of a page in the order in which it is read: a PDF draws Arabic from the left, a piece or a letter at a time. */
export const pageText = (pieces: readonly Piece[]): string =>
  intoLines(pieces)
    .map((line) => mendLigatures(lineText(line).normalize("NFKC")))
    .filter((line) => line.trim() !== "")
    .join("\n");
