import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { fromBase64, toBase64 } from "./base64.ts";
import { sha256 } from "./digest.ts";

// Keys of C2SP signed notes (c2sp.org/signed-note), in the encodings of Go's sumdb/note.

const ED25519 = 0x01;
const COSIGNATURE = 0x04;
const KEY_BYTES = 32;
const SPKI = Buffer.from("302a300506032b6570032100", "hex");
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** What a key signs: notes, or a witness's cosignatures. */
export type KeyKind = "note" | "cosignature";

const KINDS: Readonly<Record<number, KeyKind>> = { [ED25519]: "note", [COSIGNATURE]: "cosignature" };
const algorithmOf = (kind: KeyKind): number => (kind === "note" ? ED25519 : COSIGNATURE);

/** Who may have signed: known by a text `name+hash+key`. */
export interface Verifier {
  readonly name: string;
  readonly kind: KeyKind;
  /** Four bytes that say which key of the name signed. */
  readonly id: Buffer;
  readonly publicKey: Buffer;
  readonly verify: (message: Uint8Array, signature: Uint8Array) => boolean;
}

/** Who signs. */
export interface Signer {
  readonly name: string;
  readonly id: Buffer;
  readonly verifierKey: string;
  readonly sign: (message: Uint8Array) => Buffer;
}

/** A key's name has no space and no plus (c2sp.org/signed-note). */
export const isKeyName = (name: string): boolean =>
  name !== "" && name.isWellFormed() && !/[\s+\p{Cc}]/u.test(name);

const idOf = (name: string, kind: KeyKind, publicKey: Uint8Array): Buffer =>
  sha256(name, "\n", Uint8Array.of(algorithmOf(kind)), publicKey).subarray(0, 4);

const verifies =
  (key: KeyObject) =>
  (message: Uint8Array, signature: Uint8Array): boolean =>
    signature.length === 64 && verify(null, message, key, signature);

const verifierOf = (name: string, kind: KeyKind, publicKey: Buffer): Verifier => ({
  name,
  kind,
  id: idOf(name, kind, publicKey),
  publicKey,
  verify: verifies(createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: "der", type: "spki" })),
});

const encodeVerifier = (name: string, kind: KeyKind, publicKey: Buffer): string => {
  const id = idOf(name, kind, publicKey).toString("hex");
  return `${name}+${id}+${toBase64(Buffer.concat([Uint8Array.of(algorithmOf(kind)), publicKey]))}`;
};

/** The three parts of an encoded key; the key itself may hold a plus, a name may not. */
const partsOf = (text: string) => {
  const [name = "", id = "", ...rest] = text.split("+");
  const bytes = fromBase64(rest.join("+"));
  const kind = bytes === null ? undefined : KINDS[bytes[0] ?? 0];
  if (!isKeyName(name) || bytes?.length !== KEY_BYTES + 1 || kind === undefined) return null;
  return { name, id, kind, key: bytes.subarray(1) };
};

/** Reads a public key `name+hash+key`; null when it is not one, or its hash is of another key. */
export const readVerifier = (text: string): Verifier | null => {
  const parts = partsOf(text);
  if (parts === null) return null;
  const verifier = verifierOf(parts.name, parts.kind, parts.key);
  return verifier.id.toString("hex") === parts.id ? verifier : null;
};

const PRIVATE = "PRIVATE+KEY+";

const publicKeyOf = (privateKey: KeyObject): Buffer =>
  createPublicKey(privateKey).export({ format: "der", type: "spki" }).subarray(SPKI.length);

const privateKeyOf = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" });

/** Reads a private key `PRIVATE+KEY+name+hash+key`; null when it is not one. */
export const readSigner = (text: string): Signer | null => {
  if (!text.startsWith(PRIVATE)) return null;
  const parts = partsOf(text.slice(PRIVATE.length));
  if (parts === null) return null;
  const privateKey = privateKeyOf(parts.key);
  const publicKey = publicKeyOf(privateKey);
  const id = idOf(parts.name, parts.kind, publicKey);
  if (id.toString("hex") !== parts.id) return null;
  return {
    name: parts.name,
    id,
    verifierKey: encodeVerifier(parts.name, parts.kind, publicKey),
    sign: (message) => sign(null, message, privateKey),
  };
};

/** The private key text of a name over 32 secret bytes. Throws when no key can have the name. */
export const encodeSigner = (name: string, kind: KeyKind, seed: Buffer): string => {
  if (!isKeyName(name) || seed.length !== KEY_BYTES) throw new Error(`"${name}" cannot name a key`);
  const id = idOf(name, kind, publicKeyOf(privateKeyOf(seed))).toString("hex");
  return `${PRIVATE}${name}+${id}+${toBase64(Buffer.concat([Uint8Array.of(algorithmOf(kind)), seed]))}`;
};
