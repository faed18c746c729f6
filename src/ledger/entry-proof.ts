import { canonicalJson, isCanonicalJson } from "../canonical-json.ts";
import { openCheckpoint, readCheckpoint } from "./checkpoint.ts";
import { cosignedAt } from "./cosignature.ts";
import { leafHash } from "./digest.ts";
import type { Verifier } from "./keys.ts";
import { type Facts, type Leaf, openLeaf, readLeaf } from "./leaf.ts";
import { readNote, type SignedNote } from "./signed-note.ts";
import { readProof, writeProof } from "./tlog-proof.ts";
import { isIncluded } from "./verify-proof.ts";

/** An entry with all that proves it. */
export interface ProvableEntry {
  /** Canonical JSON. */
  readonly leaf: string;
  readonly opening: string;
  readonly index: number;
  readonly hashes: readonly Buffer[];
  readonly checkpoint: string;
}

/** The proof of an entry as a text that travels; its extra data are the leaf and what opens it. */
export const writeEntryProof = ({ leaf, opening, ...proof }: ProvableEntry): string => {
  const extra = canonicalJson({ leaf: JSON.parse(leaf), opening: JSON.parse(opening) });
  return writeProof({ ...proof, extra: Buffer.from(extra) });
};

/** What an entry proof says, once it holds together. */
export interface EntryProof {
  readonly leaf: Leaf;
  readonly facts: Facts;
  readonly size: number;
  readonly root: Buffer;
  readonly origin: string;
  /** `name+id` of the log's key. */
  readonly key: string;
  /** false: the log's key is not among those given, so its signature could not be checked. */
  readonly isSigned: boolean;
}

export type EntryProblem = "malformed" | "notIncluded" | "wrongSignature";

const partsIn = (extra: Buffer): { readonly leaf: Leaf; readonly opening: string } | null => {
  const text = extra.toString("utf8");
  const value = parse(text) as { readonly leaf?: unknown; readonly opening?: unknown } | null;
  if (value === null || typeof value !== "object" || !isCanonicalJson(value, text)) return null;
  if (Object.keys(value).length !== 2 || value.leaf === undefined || value.opening === undefined) return null;
  const leaf = readLeaf(canonicalJson(value.leaf));
  return leaf === null ? null : { leaf, opening: canonicalJson(value.opening) };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Every line under the checkpoint must be someone's whom we know: else bytes would go unaccounted for. */
const signatureOf = (note: SignedNote, text: string, keys: readonly Verifier[]): boolean | null => {
  const [first, ...others] = note.signatures;
  const known = (name: string, id: Buffer) => keys.find((key) => key.name === name && key.id.equals(id));
  const log = first === undefined ? undefined : known(first.name, first.keyId);
  if (log === undefined) return others.length === 0 ? null : false;
  const witnessed = others.every(({ name, keyId }) => {
    const witness = known(name, keyId);
    return witness?.kind === "cosignature" && cosignedAt(note, witness) !== null;
  });
  return witnessed && openCheckpoint(text, log) !== null;
};

/** Checks a travelling proof against the keys of its log and its witnesses. */
export const checkEntryProof = (text: string, keys: readonly Verifier[]): EntryProof | EntryProblem => {
  const proof = readProof(text);
  const parts = proof === null ? null : partsIn(proof.extra);
  const note = proof === null ? null : readNote(proof.checkpoint);
  const head = note === null ? null : readCheckpoint(note);
  if (proof === null || parts === null || note === null || head === null) return "malformed";
  const opening = openLeaf(parts.leaf, parts.opening);
  if (opening === null || parts.leaf.seq !== proof.index || note.text.split("\n").length !== 4)
    return "malformed";
  const leaf = leafHash(canonicalJson(parts.leaf));
  if (!isIncluded({ leaf, index: proof.index, size: head.size, proof: proof.hashes }, head.root))
    return "notIncluded";
  const isSigned = signatureOf(note, proof.checkpoint, keys);
  if (isSigned === false) return "wrongSignature";
  const [signature] = note.signatures;
  return {
    leaf: parts.leaf,
    facts: opening.facts,
    size: head.size,
    root: head.root,
    origin: head.origin,
    key: `${signature?.name}+${signature?.keyId.toString("hex")}`,
    isSigned: isSigned === true,
  };
};
