import type { After, Hit } from "../call.ts";

/** Best first: the smaller key, then the later number. */
const compare = (a: After, b: After): number => a.key - b.key || b.number - a.number;

/** Collects the best hits that come after a place; the rest is forgotten at once. */
export const topOf = (limit: number, after: After | null) => {
  const hits: Hit[] = [];
  const placeOf = (hit: Hit): number => {
    let [low, high] = [0, hits.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = hits[middle];
      if (other !== undefined && compare(other, hit) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    hits,
    offer: (key: number, number: number, distance: number): void => {
      if (after !== null && compare({ key, number }, after) <= 0) return;
      const last = hits[hits.length - 1];
      if (hits.length === limit && last !== undefined && compare(last, { key, number }) <= 0) return;
      const hit = { key, number, distance: Number.isNaN(distance) ? null : distance };
      hits.splice(placeOf(hit), 0, hit);
      if (hits.length > limit) hits.pop();
    },
  };
};
