/**
 * UAX 9 rule L2: puts what stands on one line from logical into visual order. From the highest level down to the
 * lowest odd one, whatever is at least that high is turned around.
 */
export const visualOrder = <T extends { readonly level: number }>(items: readonly T[]): readonly T[] => {
  const visual = [...items];
  const highest = Math.max(0, ...visual.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < visual.length; start++) {
      let end = start;
      while ((visual[end]?.level ?? -1) >= level) end++;
      if (end - start > 1) visual.splice(start, end - start, ...visual.slice(start, end).toReversed());
      start = end;
    }
  }
  return visual;
};
