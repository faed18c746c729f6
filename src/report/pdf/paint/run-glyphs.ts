import type { Face } from "../text/face.ts";
import type { PlacedRun } from "../text/place-line.ts";
import { baseGlyphs } from "./base-glyphs.ts";
import { num } from "./operators.ts";
import { literal } from "./pdf-string.ts";

/** A run as operators, and what it needs of the font beyond the Latin letters. */
export interface RunGlyphs {
  readonly operators: string;
  readonly isArabic: boolean;
  /** Glyphs of neither base set. */
  readonly others: readonly number[];
}

const code = (id: number): string => String.fromCharCode(id >> 8, id & 0xff);

/** The operands of TJ: glyph ids, and moves in thousandths of an em; raised glyphs end the array. */
const showGlyphs = ({ run, glyphs }: PlacedRun): string => {
  const scale = run.style.size / 1000;
  const parts: string[] = ["["];
  let codes = "";
  let rise = 0;
  const close = (): void => {
    if (codes !== "") parts.push(literal(codes));
    codes = "";
  };
  for (const { id, yOffset, xOffset, natural, advance } of glyphs) {
    if (yOffset !== rise) {
      close();
      rise = yOffset;
      parts.push(`] TJ ${num(rise * scale)} Ts [`);
    }
    if (xOffset !== 0) {
      close();
      parts.push(num(-xOffset));
    }
    codes += code(id);
    const back = natural + xOffset - advance;
    if (Math.abs(back) > 0.001) {
      close();
      parts.push(num(back));
    }
  }
  close();
  return `${parts.join("")}] TJ${rise === 0 ? "" : " 0 Ts"}`;
};

const made = new WeakMap<PlacedRun, RunGlyphs>();

/** The glyphs of a run, worked out once: lines are laid out once and painted in many reports. */
export const runGlyphs = (run: PlacedRun, face: Face): RunGlyphs => {
  const known = made.get(run);
  if (known !== undefined) return known;
  const { latin, arabic } = baseGlyphs(face);
  const beyond = run.glyphs.map(({ id }) => id).filter((id) => !latin.has(id));
  const glyphs = {
    operators: showGlyphs(run),
    isArabic: beyond.some((id) => arabic.has(id)),
    others: [...new Set(beyond.filter((id) => !arabic.has(id)))],
  };
  made.set(run, glyphs);
  return glyphs;
};
