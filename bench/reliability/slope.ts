/** Least-squares slope of points (x, y); 0 of fewer than two. */
export const slopeOf = (points: readonly (readonly [x: number, y: number])[]): number => {
  if (points.length < 2) return 0;
  const mean = (at: 0 | 1): number => points.reduce((total, point) => total + point[at], 0) / points.length;
  const [middleX, middleY] = [mean(0), mean(1)];
  const above = points.reduce((total, [x, y]) => total + (x - middleX) * (y - middleY), 0);
  const below = points.reduce((total, [x]) => total + (x - middleX) ** 2, 0);
  return below === 0 ? 0 : above / below;
};
