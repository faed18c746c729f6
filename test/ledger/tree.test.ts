import { expect } from "chai";
import { EMPTY_ROOT, leafHash, nodeHash } from "../../src/ledger/digest.ts";
import {
  consistencyRanges,
  EMPTY_TREE,
  type Frontier,
  grow,
  inclusionRanges,
  type LeafRange,
  type NodeAddress,
  rangeHash,
  rootOf,
} from "../../src/ledger/tree.ts";
import { isConsistent, isIncluded } from "../../src/ledger/verify-proof.ts";

const keyOf = ({ level, position }: NodeAddress): string => `${level}/${position}`;

/** A tree of numbered leaves with all that a store would keep, and its root at each size. */
const treeOf = (size: number) => {
  const nodes = new Map<string, Buffer>();
  const roots = [EMPTY_ROOT];
  let tree: Frontier = EMPTY_TREE;
  for (let index = 0; index < size; index += 1) {
    const { frontier, filled } = grow(tree, leafHash(`leaf ${index}`));
    for (const node of filled) nodes.set(keyOf(node), node.hash);
    tree = frontier;
    roots.push(rootOf(tree));
  }
  const read = (address: NodeAddress): Buffer => {
    const hash = nodes.get(keyOf(address));
    if (hash === undefined) throw new Error(`no node ${keyOf(address)}`);
    return hash;
  };
  return { roots, hashes: (ranges: readonly LeafRange[]) => ranges.map((range) => rangeHash(range, read)) };
};

/** MTH of RFC 9162, 2.1.1, as it is written there. */
const definition = (leaves: readonly Buffer[]): Buffer => {
  if (leaves.length === 0) return EMPTY_ROOT;
  const [only] = leaves;
  if (leaves.length === 1 && only !== undefined) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(definition(leaves.slice(0, split)), definition(leaves.slice(split)));
};

const LARGEST = 130;

describe("the Merkle tree", () => {
  const tree = treeOf(LARGEST);
  const rootAt = (size: number): Buffer => tree.roots[size] ?? EMPTY_ROOT;

  it("has the roots that RFC 9162 defines", () => {
    const leaves = Array.from({ length: LARGEST }, (_, index) => leafHash(`leaf ${index}`));
    for (let size = 0; size <= LARGEST; size += 1)
      expect(rootAt(size).equals(definition(leaves.slice(0, size))), `${size}`).to.equal(true);
  });

  it("proves every leaf in every tree, and no other leaf, place, size or root", () => {
    for (let size = 1; size <= LARGEST; size += 1)
      for (let index = 0; index < size; index += 1) {
        const proof = tree.hashes(inclusionRanges(index, size));
        const inclusion = { leaf: leafHash(`leaf ${index}`), index, size, proof };
        expect(isIncluded(inclusion, rootAt(size)), `${index} of ${size}`).to.equal(true);
        expect(isIncluded({ ...inclusion, leaf: leafHash("other") }, rootAt(size))).to.equal(false);
        expect(isIncluded({ ...inclusion, index: index + 1 }, rootAt(size))).to.equal(false);
        expect(isIncluded(inclusion, rootAt(size - 1))).to.equal(false);
      }
  });

  it("proves that every tree continues every earlier one, and no other", () => {
    for (let size = 1; size <= LARGEST; size += 1)
      for (let earlier = 1; earlier <= size; earlier += 1) {
        const proof = tree.hashes(consistencyRanges(earlier, size));
        const consistency = {
          earlier: { size: earlier, root: rootAt(earlier) },
          later: { size, root: rootAt(size) },
          proof,
        };
        expect(isConsistent(consistency), `${earlier} of ${size}`).to.equal(true);
        const forked = { size: earlier, root: leafHash("fork") };
        expect(isConsistent({ ...consistency, earlier: forked })).to.equal(false);
        expect(isConsistent({ ...consistency, later: { size, root: leafHash("fork") } })).to.equal(false);
      }
  });

  it("refuses a leaf and a tree that do not exist", () => {
    expect(() => inclusionRanges(3, 3)).to.throw(RangeError);
    expect(() => consistencyRanges(0, 3)).to.throw(RangeError);
    expect(() => consistencyRanges(4, 3)).to.throw(RangeError);
  });
});
