import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalJson, isCanonicalJson } from "../../src/canonical-json.ts";
import { expect } from "chai";
import { sha256 } from "../../src/ledger/digest.ts";
import { readSigner, readVerifier } from "../../src/ledger/keys.ts";
import { isSignedBy, readNote, signNote } from "../../src/ledger/signed-note.ts";
import { isConsistent, isIncluded } from "../../src/ledger/verify-proof.ts";
import { projectRoot } from "../../src/paths.ts";

const FOLDER = join(projectRoot, "fixtures/vectors");

const read = (path: string): unknown => JSON.parse(readFileSync(join(FOLDER, path), "utf8"));

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(FOLDER, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => `${folder}/${name}`);

/** The verifier of a bare key of Ed25519, under a name of no meaning. */
const anonymous = (key: Buffer) => {
  const id = sha256("x\n", key).subarray(0, 4).toString("hex");
  const verifier = readVerifier(`x+${id}+${key.toString("base64")}`);
  if (verifier === null) throw new Error("the vector's key is not read");
  return verifier;
};

const bytes = (text: string | null): Buffer => Buffer.from(text ?? "", "base64");

interface InclusionVector {
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

interface ConsistencyVector {
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

interface NoteVector {
  readonly key: string;
  readonly privateKey?: string;
  readonly text: string;
  readonly note: string;
}

interface Ed25519Vectors {
  readonly testGroups: readonly {
    readonly publicKey: { readonly pk: string };
    readonly tests: readonly { readonly msg: string; readonly sig: string; readonly result: string }[];
  }[];
}

const NOTES = read("signed-note/notes.json") as readonly NoteVector[];

describe("the public test vectors", () => {
  it("of inclusion proofs are judged as published (98)", () => {
    const wrong = filesIn("merkle/inclusion").filter((file) => {
      const { leafIdx, treeSize, root, leafHash, proof, wantErr } = read(file) as InclusionVector;
      const inclusion = {
        leaf: bytes(leafHash),
        index: leafIdx,
        size: treeSize,
        proof: (proof ?? []).map(bytes),
      };
      return isIncluded(inclusion, bytes(root)) === wantErr;
    });
    expect(wrong).to.deep.equal([]);
    expect(filesIn("merkle/inclusion")).to.have.length(98);
  });

  it("of consistency proofs are judged as published (98)", () => {
    const wrong = filesIn("merkle/consistency").filter((file) => {
      const { size1, size2, root1, root2, proof, wantErr } = read(file) as ConsistencyVector;
      const earlier = { size: size1, root: bytes(root1) };
      const later = { size: size2, root: bytes(root2) };
      return isConsistent({ earlier, later, proof: (proof ?? []).map(bytes) }) === wantErr;
    });
    expect(wrong).to.deep.equal([]);
    expect(filesIn("merkle/consistency")).to.have.length(98);
  });

  it("of Ed25519 are judged as published (151)", () => {
    const { testGroups } = read("wycheproof/ed25519_test.json") as Ed25519Vectors;
    let count = 0;
    for (const { publicKey, tests } of testGroups) {
      const key = Buffer.concat([Uint8Array.of(1), Buffer.from(publicKey.pk, "hex")]);
      const verifier = anonymous(key);
      for (const { msg, sig, result } of tests) {
        count += 1;
        const isGood = verifier.verify(Buffer.from(msg, "hex"), Buffer.from(sig, "hex"));
        expect(isGood, `${msg} ${sig}`).to.equal(result === "valid");
      }
    }
    expect(count).to.equal(151);
  });

  for (const [index, vector] of NOTES.entries())
    it(`of signed notes are read and written byte for byte (${index + 1})`, () => {
      const { key, privateKey, text, note } = vector;
      const verifier = readVerifier(key);
      const opened = readNote(note);
      if (verifier === null || opened === null) throw new Error("the vector is not read");
      expect(opened.text).to.equal(text);
      expect(isSignedBy(opened, verifier)).to.equal(true);
      expect(isSignedBy({ ...opened, text: `${text}.` }, verifier)).to.equal(false);
      const signer = privateKey === undefined ? null : readSigner(privateKey);
      if (signer === null) return;
      expect(signer.verifierKey).to.equal(key);
      expect(signNote(text, signer)).to.equal(note);
    });

  it("of verifier keys: no part of a key, and no key with one byte changed, is a key", () => {
    for (const { key } of NOTES) {
      for (let from = 0; from < key.length; from += 1)
        for (let until = from + 1; until <= key.length; until += 1)
          if (until - from < key.length) expect(readVerifier(key.slice(from, until))).to.equal(null);
      for (let index = 0; index < key.length; index += 1) {
        const bumped = String.fromCharCode(key.charCodeAt(index) + 1);
        expect(readVerifier(key.slice(0, index) + bumped + key.slice(index + 1))).to.equal(null);
      }
    }
  });

  it("of canonical JSON are written byte for byte (6)", () => {
    const names = readdirSync(join(FOLDER, "jcs/input"));
    for (const name of names)
      expect(canonicalJson(read(`jcs/input/${name}`)), name).to.equal(
        readFileSync(join(FOLDER, "jcs/output", name), "utf8"),
      );
    expect(names).to.have.length(6);
  });

  it("of canonical JSON: what has no UTF-8 has no canonical form, a backslash has", () => {
    for (const bad of ["\uD800", "a\\\uDC00", { ["\uDBFF"]: 1 }, NaN, Infinity, undefined])
      expect(() => canonicalJson(bad), JSON.stringify(bad)).to.throw();
    for (const good of ["\\ud800", "\\\\ud800", "\uD83D\uDE00"])
      expect(canonicalJson(good)).to.equal(JSON.stringify(good));
    expect(isCanonicalJson("\uD800", '"\\ud800"')).to.equal(false);
  });
});
