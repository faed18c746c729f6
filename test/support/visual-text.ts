import { loadFaces } from "../../src/report/pdf/text/face.ts";
import type { Line } from "../../src/report/pdf/text/place-line.ts";

/** What stands on a line from left to right; a right-to-left ligature is turned around too. */
export const visualText = ({ runs }: Line): string => {
  const { glyphText } = loadFaces().regular;
  return runs
    .flatMap(({ glyphs, isRtl }) =>
      glyphs.flatMap(({ id }) => {
        const codePoints = glyphText.get(id) ?? [];
        return isRtl ? codePoints.toReversed() : codePoints;
      }),
    )
    .map((codePoint) => String.fromCodePoint(codePoint))
    .join("");
};
