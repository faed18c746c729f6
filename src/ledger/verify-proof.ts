import { nodeHash } from "./digest.ts";

const HASH_BYTES = 32;

const isEven = (value: number): boolean => value % 2 === 0;
const half = (value: number): number => Math.floor(value / 2);

const areSizes = (...sizes: readonly number[]): boolean =>
  sizes.every((size) => Number.isSafeInteger(size) && size >= 0);

const areHashes = (hashes: readonly Uint8Array[]): boolean =>
  hashes.every(({ length }) => length === HASH_BYTES);

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** A leaf in a tree, and what is to prove it. */
export interface Inclusion {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Uint8Array[];
}

/** The root that an inclusion proof leads to (RFC 9162, 2.1.3.2); null when the proof has not its length. */
export const rootByInclusion = ({ leaf, index, size, proof }: Inclusion): Buffer | null => {
  if (!areSizes(index, size) || index >= size || !areHashes([leaf, ...proof])) return null;
  let [node, last] = [index, size - 1];
  let root: Buffer = Buffer.from(leaf);
  for (const hash of proof) {
    if (last === 0) return null;
    if (!isEven(node) || node === last) {
      root = nodeHash(hash, root);
      while (isEven(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else root = nodeHash(root, hash);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 ? root : null;
};

/** Does the proof show that the leaf is in the tree of this root? */
export const isIncluded = (inclusion: Inclusion, root: Uint8Array): boolean => {
  const found = rootByInclusion(inclusion);
  return found !== null && same(found, root);
};

/** Two heads of one log, and what is to prove that the later continues the earlier. */
export interface Consistency {
  readonly earlier: { readonly size: number; readonly root: Uint8Array };
  readonly later: { readonly size: number; readonly root: Uint8Array };
  readonly proof: readonly Uint8Array[];
}

/** Both roots that a consistency proof leads to (RFC 9162, 2.1.4.2). */
const rootsByConsistency = (
  first: Uint8Array,
  rest: readonly Uint8Array[],
  earlier: number,
  later: number,
): readonly [Buffer, Buffer] | null => {
  let [node, last] = [earlier - 1, later - 1];
  while (!isEven(node)) [node, last] = [half(node), half(last)];
  let [old, young]: [Buffer, Buffer] = [Buffer.from(first), Buffer.from(first)];
  for (const hash of rest) {
    if (last === 0) return null;
    if (!isEven(node) || node === last) {
      [old, young] = [nodeHash(hash, old), nodeHash(hash, young)];
      while (isEven(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else young = nodeHash(young, hash);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 ? [old, young] : null;
};

const isPowerOfTwo = (size: number): boolean => Number.isInteger(Math.log2(size));

/** Does the proof show that the later tree only adds to the earlier? An empty earlier tree proves nothing. */
export const isConsistent = ({ earlier, later, proof }: Consistency): boolean => {
  if (!areSizes(earlier.size, later.size) || !areHashes(proof)) return false;
  if (earlier.size === 0 || earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && same(earlier.root, later.root);
  // The earlier tree, when it is perfect, is the first node of the proof and is left out.
  const path = isPowerOfTwo(earlier.size) ? [earlier.root, ...proof] : proof;
  const [first, ...rest] = path;
  if (first === undefined || proof.length === 0) return false;
  const roots = rootsByConsistency(first, rest, earlier.size, later.size);
  return roots !== null && same(roots[0], earlier.root) && same(roots[1], later.root);
};
