import { createHash } from "node:crypto";

/** SHA-256 of the parts, one after the other: 32 bytes. */
export const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const LEAF = Uint8Array.of(0x00);
const NODE = Uint8Array.of(0x01);

/** Root of a tree without leaves (RFC 9162, 2.1.1). */
export const EMPTY_ROOT = sha256();

/** Hash of a leaf: prefixed with 0x00, so that no inner node can pass for one. */
export const leafHash = (leaf: string | Uint8Array): Buffer => sha256(LEAF, leaf);

/** Hash of an inner node over its two children. */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right);
