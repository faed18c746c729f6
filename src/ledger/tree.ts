import { EMPTY_ROOT, nodeHash } from "./digest.ts";

// The Merkle tree of RFC 9162, section 2.1. Only perfect subtrees are kept: they never change once they are full.
// Sizes and indices are safe integers: no bit operators, which stop at 32 bits.

/** A perfect subtree: its root stands `level` above the leaves and is the `position`th of its level, from 0. */
export interface NodeAddress {
  readonly level: number;
  readonly position: number;
}

export interface Node extends NodeAddress {
  readonly hash: Buffer;
}

/** Leaves from `from` up to, without, `until`. */
export interface LeafRange {
  readonly from: number;
  readonly until: number;
}

/** How the hash of a perfect subtree is found. */
export type ReadNode = (address: NodeAddress) => Buffer;

/** The largest power of two below `size`, where a tree of `size` > 1 leaves is split. */
const splitOf = (size: number): number => {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
};

const log2 = (power: number): number => Math.round(Math.log2(power));

/** The perfect subtrees that make up a range, left to right; `from` must be where a subtree may start. */
export const nodesOf = ({ from, until }: LeafRange): readonly NodeAddress[] => {
  const nodes: NodeAddress[] = [];
  let start = from;
  while (start < until) {
    const rest = until - start;
    const width = rest === 1 ? 1 : splitOf(rest + 1);
    nodes.push({ level: log2(width), position: start / width });
    start += width;
  }
  return nodes;
};

/** Hash over perfect subtrees from left to right: the last ones are the lowest. */
const foldRight = (hashes: readonly Buffer[]): Buffer =>
  hashes.reduceRight((right, left) => nodeHash(left, right));

/** Hash of a range's leaves; the root when the range is the whole tree. */
export const rangeHash = (range: LeafRange, read: ReadNode): Buffer =>
  range.from === range.until ? EMPTY_ROOT : foldRight(nodesOf(range).map(read));

/** The ranges whose hashes prove that leaf `index` is in a tree of `size`, from the leaf up. */
export const inclusionRanges = (index: number, size: number): readonly LeafRange[] => {
  if (index < 0 || index >= size) throw new RangeError(`leaf ${index} of ${size}`);
  const ranges: LeafRange[] = [];
  let [from, until] = [0, size];
  while (until - from > 1) {
    const middle = from + splitOf(until - from);
    const isLeft = index < middle;
    ranges.unshift(isLeft ? { from: middle, until } : { from, until: middle });
    [from, until] = isLeft ? [from, middle] : [middle, until];
  }
  return ranges;
};

/** The ranges whose hashes prove that a tree of `size` continues its first `earlier` leaves. */
export const consistencyRanges = (earlier: number, size: number): readonly LeafRange[] => {
  if (earlier < 1 || earlier > size) throw new RangeError(`tree of ${earlier} within ${size}`);
  const ranges: LeafRange[] = [];
  let [from, until] = [0, size];
  while (until !== earlier) {
    const middle = from + splitOf(until - from);
    const isLeft = earlier <= middle;
    ranges.unshift(isLeft ? { from: middle, until } : { from, until: middle });
    [from, until] = isLeft ? [from, middle] : [middle, until];
  }
  // The old tree itself is known to who asks; only a part of it must be told.
  return from === 0 ? ranges : [{ from, until }, ...ranges];
};

/** A tree that grows: the roots of its perfect subtrees, left to right. */
export interface Frontier {
  readonly size: number;
  readonly peaks: readonly Node[];
}

export const EMPTY_TREE: Frontier = { size: 0, peaks: [] };

/** The tree with one leaf more, and the nodes that this fills: the leaf's own first. */
export const grow = (
  { size, peaks }: Frontier,
  leaf: Buffer,
): { readonly frontier: Frontier; readonly filled: readonly Node[] } => {
  let node: Node = { level: 0, position: size, hash: leaf };
  const filled = [node];
  const left = [...peaks];
  for (let peak = left.at(-1); peak?.level === node.level; peak = left.at(-1)) {
    left.pop();
    node = {
      level: node.level + 1,
      position: peak.position / 2,
      hash: nodeHash(peak.hash, node.hash),
    };
    filled.push(node);
  }
  return { frontier: { size: size + 1, peaks: [...left, node] }, filled };
};

/** Root of a tree by its perfect subtrees. */
export const rootOf = ({ peaks }: Frontier): Buffer =>
  peaks.length === 0 ? EMPTY_ROOT : foldRight(peaks.map(({ hash }) => hash));
