import { canonicalJson, isCanonicalJson } from "../canonical-json.ts";
import { sha256 } from "./digest.ts";

/** What the log records. */
export type ActKind =
  | "key"
  | "rulebook"
  | "assessment"
  | "report"
  | "confirmation"
  | "decision"
  | "policy"
  | "buyerKey"
  | "remark"
  | "erasure";

/** Facts of an act: plain JSON. */
export type Facts = Readonly<Record<string, unknown>>;

/** An official act, as the store that performs it tells the log. */
export interface Act {
  readonly kind: ActKind;
  /** What everyone who reads the log may know: never about a person, nor about a document. */
  readonly open: Facts;
  /** What the leaf only commits to; whoever is shown the opening can check it. */
  readonly sealed: Facts;
  /** The thing that the act made, `kind:id`, by which its entry is found again. */
  readonly subject: string | null;
}

/** What shows that a leaf speaks of these facts: they, and the salt that keeps others from guessing them. */
export interface Opening {
  readonly salt: string;
  readonly facts: Facts;
}

/** A leaf of the log, canonical JSON (RFC 8785), as it is hashed into the tree. */
export interface Leaf {
  readonly v: 1;
  readonly seq: number;
  /** ISO 8601 instant, UTC: the operator's word. */
  readonly at: string;
  readonly kind: ActKind;
  readonly open: Facts;
  /** SHA-256, in hexadecimal, of the opening's canonical JSON. */
  readonly commitment: string;
}

/** SHA-256, in hexadecimal, of a value's canonical JSON. */
export const canonicalSha256 = (value: unknown): string => sha256(canonicalJson(value)).toString("hex");

/** The leaf of an act at its place in the log, and what opens it. `salt`: 16 random bytes, in hexadecimal. */
export const leafOf = (
  { kind, open, sealed }: Act,
  { seq, at, salt }: { readonly seq: number; readonly at: string; readonly salt: string },
): { readonly leaf: string; readonly opening: string } => {
  const opening: Opening = { salt, facts: sealed };
  const leaf: Leaf = { v: 1, seq, at, kind, open, commitment: canonicalSha256(opening) };
  return { leaf: canonicalJson(leaf), opening: canonicalJson(opening) };
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Reads a leaf; null unless it is one, in canonical form. */
export const readLeaf = (text: string): Leaf | null => {
  const value = parse(text);
  if (!isObject(value) || !isCanonicalJson(value, text)) return null;
  const { v, seq, at, kind, open, commitment } = value;
  const isLeaf =
    v === 1 &&
    typeof seq === "number" &&
    typeof at === "string" &&
    typeof kind === "string" &&
    isObject(open);
  return isLeaf && typeof commitment === "string" ? (value as unknown as Leaf) : null;
};

/** Reads an opening and checks that the leaf commits to it; null when it does not. */
export const openLeaf = ({ commitment }: Pick<Leaf, "commitment">, opening: string): Opening | null => {
  const value = parse(opening);
  if (!isObject(value) || typeof value["salt"] !== "string" || !isObject(value["facts"])) return null;
  const isCommitted = isCanonicalJson(value, opening) && sha256(opening).toString("hex") === commitment;
  return isCommitted ? (value as unknown as Opening) : null;
};
