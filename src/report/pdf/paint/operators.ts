// PDF operators; y is measured from the top of the page, as everything in the layout, and turned here.

/** A4, in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const;

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/;

/** At most three decimals, never in exponent form. */
export const num = (value: number): string => String(Math.round(value * 1000) / 1000);

/** From the top of the page to the bottom, where PDF begins. */
export const up = (y: number): string => num(PAGE.height - y);

const colours = new Map<string, string>();

/** The operator that sets the fill colour, `#rrggbb` in sRGB. */
export const fill = (colour: string): string => {
  const known = colours.get(colour);
  if (known !== undefined) return known;
  const parts = HEX.exec(colour)
    ?.slice(1)
    .map((part) => num(Number.parseInt(part, 16) / 255));
  if (parts === undefined) throw new Error(`"${colour}" is not a colour`);
  const operator = `${parts.join(" ")} rg`;
  colours.set(colour, operator);
  return operator;
};

/** The path of a rectangle and its filling. */
export const rectangle = (x: number, y: number, width: number, height: number): string =>
  `${num(x)} ${up(y + height)} ${num(width)} ${num(height)} re f`;

/** A filled polygon. */
export const polygon = (points: readonly (readonly [number, number])[]): string => {
  const path = points.map(([x, y], index) => `${num(x)} ${up(y)} ${index === 0 ? "m" : "l"}`);
  return `${path.join(" ")} f`;
};
