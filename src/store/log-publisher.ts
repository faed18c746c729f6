import { DomainError } from "../domain/errors.ts";
import { toBase64 } from "../ledger/base64.ts";
import { openCheckpoint, readCheckpoint } from "../ledger/checkpoint.ts";
import { cosignedAt } from "../ledger/cosignature.ts";
import { readVerifier, type Verifier } from "../ledger/keys.ts";
import { readNote, signatureLine, signaturesBy } from "../ledger/signed-note.ts";
import type { PublishedLog } from "../usecases/published-log.ts";
import { ledgerStore } from "./ledger-store.ts";
import type { Database } from "./open-database.ts";

/** Hashes, or entries, in a full tile (c2sp.org/tlog-tiles). */
const TILE = 256;
const LEVELS_IN_TILE = 8;
const EXPORT_PAGE = 1000;

const range = (isRight: boolean, problem: string): void => {
  if (!isRight) throw new DomainError("LOG_RANGE", { problem });
};

/** An entry in a bundle: two bytes of length, then the entry. */
const bundled = (leaf: string): Buffer => {
  const bytes = Buffer.from(leaf);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
};

/** The log as others may read, mirror and witness it. */
export const logPublisher = (
  database: Database,
  witnesses: readonly Verifier[],
  now: () => Date,
): PublishedLog => {
  const ledger = ledgerStore(database);
  const { read, write } = database;

  const headOf = async () => {
    const head = await ledger.head();
    if (head === null) throw new DomainError("LOG_RANGE", { problem: "nothing is logged yet" });
    return head;
  };
  const checkpoint = async (): Promise<string> => {
    const { size, note } = await headOf();
    const rows: readonly { readonly line: string }[] = await read("log_cosignature")
      .where({ size })
      .orderBy("witness");
    return note + rows.map(({ line }) => line).join("");
  };

  return {
    checkpoint,
    keys: ledger.keys,
    consistency: async (earlier, later) => {
      const { size } = await headOf();
      range(earlier >= 1 && earlier <= later && later <= size, `1 ≤ ${earlier} ≤ ${later} ≤ ${size}`);
      return (await ledger.consistency(earlier, later)).map(toBase64);
    },
    continues: async (text) => {
      const keys = (await ledger.keys()).map(readVerifier).filter((key) => key !== null);
      const head = keys.map((key) => openCheckpoint(text, key)).find((each) => each !== null);
      if (head == null) return { answer: "unknown", size: 0 };
      const { size } = await headOf();
      const isKept = head.size <= size && (await ledger.root(head.size)).equals(head.root);
      return { answer: isKept ? "yes" : "no", size: head.size };
    },
    tile: async (level, index, width) => {
      range(level >= 0 && level <= 6 && width >= 1 && width <= TILE, "a level to 6, a width to 256");
      const hashes = await ledger.hashes(level * LEVELS_IN_TILE, index * TILE, width);
      range(hashes.length === width, "the tile is not there yet");
      return Buffer.concat(hashes);
    },
    entries: async (index, width) => {
      range(width >= 1 && width <= TILE, "a width to 256");
      const entries = await ledger.entries(index * TILE, width);
      range(entries.length === width, "the entries are not there yet");
      return Buffer.concat(entries.map(({ leaf }) => bundled(leaf)));
    },
    export: async function* () {
      const { size } = await headOf();
      yield JSON.stringify({
        format: "awlawiya-log/1",
        keys: await ledger.keys(),
        checkpoint: await checkpoint(),
      });
      for (let from = 0; from < size; from += EXPORT_PAGE)
        for (const { seq, leaf } of await ledger.entries(from, EXPORT_PAGE)) if (seq < size) yield leaf;
    },
    addCosignature: async (text) => {
      const note = readNote(text);
      const head = note === null ? null : readCheckpoint(note);
      const ours =
        head === null
          ? null
          : await read("log_checkpoint")
              .where({ size: head.size })
              .first<{ readonly note: string } | undefined>("note");
      if (note === null || head === null || ours?.note.startsWith(`${note.text}\n`) !== true)
        throw new DomainError("COSIGNATURE_INVALID", { problem: "not a head of this log" });
      const signed = witnesses.filter((witness) => cosignedAt(note, witness) !== null);
      if (signed.length === 0)
        throw new DomainError("COSIGNATURE_INVALID", { problem: "no witness of this log signed it" });
      const rows = signed.map((witness) => ({
        size: head.size,
        witness: `${witness.name}+${witness.id.toString("hex")}`,
        line: signaturesBy(note, witness).map(signatureLine).join(""),
        received_at: now().toISOString(),
      }));
      await write.transaction(async (trx) => {
        await trx("log_cosignature").insert(rows).onConflict(["size", "witness"]).ignore();
      });
      return rows.map(({ witness }) => witness);
    },
  };
};
