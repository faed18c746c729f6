// PDF operators in pdfkit's page space, whose origin is the top left corner.

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/;

/** At most three decimals, never in exponent form. */
export const num = (value: number): string => String(Math.round(value * 1000) / 1000);

/** The operator that sets the fill colour, `#rrggbb` in sRGB. */
export const fill = (colour: string): string => {
  const parts = HEX.exec(colour)
    ?.slice(1)
    .map((part) => num(Number.parseInt(part, 16) / 255));
  if (parts === undefined) throw new Error(`"${colour}" is not a colour`);
  return `${parts.join(" ")} rg`;
};

/** A filled rectangle. */
export const rectangle = (x: number, y: number, width: number, height: number, colour: string): string =>
  `${fill(colour)} ${num(x)} ${num(y)} ${num(width)} ${num(height)} re f`;

/** A filled polygon. */
export const polygon = (points: readonly (readonly [number, number])[], colour: string): string => {
  const path = points.map(([x, y], index) => `${num(x)} ${num(y)} ${index === 0 ? "m" : "l"}`);
  return `${fill(colour)} ${path.join(" ")} f`;
};
