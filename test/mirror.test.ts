import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { encodeSigner, readSigner, readVerifier } from "../src/ledger/keys.ts";
import { readNote } from "../src/ledger/signed-note.ts";
import { cosignedAt } from "../src/ledger/cosignature.ts";
import { signCheckpoint } from "../src/ledger/checkpoint.ts";
import { leafHash } from "../src/ledger/digest.ts";
import { EMPTY_TREE, grow, rootOf } from "../src/ledger/tree.ts";
import { fileLog } from "../src/mirror/file-log.ts";
import { runWitness } from "../src/mirror/run-witness.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const now = (): Date => new Date("2026-02-01T08:00:00Z");

const signerOf = (name: string, kind: "note" | "cosignature", byte: number) => {
  const signer = readSigner(encodeSigner(name, kind, Buffer.alloc(32, byte)));
  const verifier = signer === null ? null : readVerifier(signer.verifierKey);
  if (signer === null || verifier === null) throw new Error("the key is not read");
  return { signer, verifier };
};

const log = signerOf("log.example", "note", 1);
const witness = signerOf("witness.example", "cosignature", 2);

/** A log of these leaves as a file. */
const exported = (file: string, leaves: readonly string[]): string => {
  let tree = EMPTY_TREE;
  for (const leaf of leaves) tree = grow(tree, leafHash(leaf)).frontier;
  const checkpoint = signCheckpoint(log.signer, tree.size, rootOf(tree));
  const header = { format: "awlawiya-log/1", keys: [log.signer.verifierKey], checkpoint };
  writeFileSync(file, `${[JSON.stringify(header), ...leaves].join("\n")}\n`);
  return file;
};

const leaves = (count: number, fork = -1): readonly string[] =>
  Array.from({ length: count }, (_, index) => `{"leaf":${index}${index === fork ? ',"other":1' : ""}}`);

const look = (stateFile: string, file: string) =>
  runWitness({ source: fileLog(file), logKeys: [log.verifier], signer: witness.signer, stateFile }, now);

describe("a witness", () => {
  const folder = temporaryFolder();
  after(() => folder.remove());
  const state = (name: string): string => join(folder.path, `${name}.state`);
  const file = (name: string): string => join(folder.path, `${name}.jsonl`);

  it("cosigns the first head, the same again, and each that continues it", async () => {
    for (const [count, sighting] of [
      [3, "first"],
      [3, "same"],
      [8, "grown"],
      [21, "grown"],
    ] as const) {
      const seen = await look(state("honest"), exported(file("honest"), leaves(count)));
      expect(seen.sighting).to.equal(sighting);
      const note = readNote(seen.notes[0] ?? "");
      expect(note === null ? null : cosignedAt(note, witness.verifier)).to.equal(
        BigInt(now().getTime() / 1000),
      );
    }
  });

  it("catches a forked history every time: 100 of 100", async () => {
    let caught = 0;
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const seenSize = 1 + (attempt % 37);
      const stateFile = state(`fork-${attempt}`);
      await look(stateFile, exported(file("fork"), leaves(seenSize)));
      const later = seenSize + (attempt % 5);
      const { sighting, notes } = await look(
        stateFile,
        exported(file("fork"), leaves(later, attempt % seenSize)),
      );
      // The two signed heads are the evidence: the log cannot deny either.
      if (sighting === "forked" && notes.length === 2) caught += 1;
    }
    expect(caught).to.equal(100);
  });

  it("does not cosign a log that became shorter, nor forget what it saw", async () => {
    await look(state("short"), exported(file("short"), leaves(9)));
    expect((await look(state("short"), exported(file("short"), leaves(4)))).sighting).to.equal("older");
    expect((await look(state("short"), exported(file("short"), leaves(12)))).sighting).to.equal("grown");
  });

  it("refuses a head that the log did not sign, and a file that is no log", async () => {
    const stranger = { source: fileLog(exported(file("x"), leaves(3))), logKeys: [witness.verifier] };
    const failure = await runWitness(
      { ...stranger, signer: witness.signer, stateFile: state("x") },
      now,
    ).then(() => "nothing failed", String);
    expect(failure).to.match(/LOG_HEAD_INVALID/);
    expect(existsSync(state("x"))).to.equal(false);
    writeFileSync(file("none"), "hello\n");
    expect(await look(state("x"), file("none")).then(() => "", String)).to.match(/LOG_UNREACHABLE/);
  });
});
