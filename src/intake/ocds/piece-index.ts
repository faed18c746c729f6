import type { Piece } from "../json/piece.ts";

// Which pieces of a file belong to one contracting process, in about forty bytes a piece: a year of a country
// has a million of them.

const FIRST = 1024;
const OCID = Buffer.from('"ocid"');
const QUOTE = 34;
/** Lists of pieces by number, to keep a number a piece instead of a text. */
const LISTS: readonly (string | null)[] = [null, "", "releases", "records"];

/** A 53-bit hash (two FNV-1a of 32 bits): it only groups pieces, the ocid itself is compared when they are read. */
const hashOf = (bytes: Uint8Array, from: number, to: number): number => {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let index = from; index < to; index += 1) {
    high = Math.imul(high ^ (bytes[index] ?? 0), 0x01000193);
    low = Math.imul(low ^ (bytes[index] ?? 0), 0x85ebca6b);
  }
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
};

/** The hash of the first ocid in the bytes; null when there is none. */
const ocidHash = (bytes: Uint8Array): number | null => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const at = buffer.indexOf(OCID);
  if (at === -1) return null;
  const from = buffer.indexOf(QUOTE, at + OCID.length);
  const to = buffer.indexOf(QUOTE, from + 1);
  return from === -1 || to === -1 ? null : hashOf(bytes, from + 1, to);
};

/** Where a piece stands; its bytes are read again when it is its turn. */
export type Indexed = Pick<Piece, "document" | "offset" | "length" | "list" | "index" | "problem">;

const PROBLEMS: readonly Piece["problem"][] = [null, "tooLarge", "unclosed"];

const larger = <T extends Float64Array | Uint32Array | Uint8Array>(fresh: T, old: T): T => {
  fresh.set(old);
  return fresh;
};

/** Pieces in the order of the file. */
export class PieceIndex {
  #capacity = FIRST;
  #size = 0;
  #hashes = new Float64Array(FIRST);
  #offsets = new Float64Array(FIRST);
  #lengths = new Float64Array(FIRST);
  #documents = new Uint32Array(FIRST);
  #indices = new Uint32Array(FIRST);
  #lists = new Uint8Array(FIRST);
  #problems = new Uint8Array(FIRST);

  get size(): number {
    return this.#size;
  }

  add({ bytes, offset, length, document, list, index, problem }: Piece): void {
    if (this.#size === this.#capacity) this.#grow();
    const at = this.#size;
    // A piece without an ocid is of no group: it gets a number that no hash has.
    this.#hashes[at] = ocidHash(bytes) ?? -1 - at;
    this.#offsets[at] = offset;
    this.#lengths[at] = length;
    this.#documents[at] = document;
    this.#indices[at] = index;
    this.#lists[at] = LISTS.indexOf(list);
    this.#problems[at] = PROBLEMS.indexOf(problem);
    this.#size += 1;
  }

  /** Forgets the pieces after the first `size`. */
  cut(size: number): void {
    this.#size = size;
  }

  at(position: number): Indexed {
    return {
      document: this.#documents[position] ?? 0,
      offset: this.#offsets[position] ?? 0,
      length: this.#lengths[position] ?? 0,
      list: LISTS[this.#lists[position] ?? 0] ?? null,
      index: this.#indices[position] ?? 0,
      problem: PROBLEMS[this.#problems[position] ?? 0] ?? null,
    };
  }

  /** Positions of the pieces of each process, processes in the order of their first piece. */
  *groups(): Generator<readonly number[]> {
    const shared = this.#shared();
    for (let position = 0; position < this.#size; position += 1) {
      const group = shared.get(this.#hashes[position] ?? 0);
      if (group === undefined) yield [position];
      else if (group[0] === position) yield group;
    }
  }

  /** Only the hashes that more than one piece has: mostly none. */
  #shared(): ReadonlyMap<number, readonly number[]> {
    const hashes = this.#hashes.subarray(0, this.#size);
    const sorted = hashes.toSorted();
    const shared = new Map<number, number[]>();
    for (let index = 1; index < sorted.length; index += 1)
      if (sorted[index] === sorted[index - 1]) shared.set(sorted[index] ?? 0, []);
    if (shared.size > 0) hashes.forEach((hash, position) => shared.get(hash)?.push(position));
    return shared;
  }

  #grow(): void {
    this.#capacity *= 2;
    this.#hashes = larger(new Float64Array(this.#capacity), this.#hashes);
    this.#offsets = larger(new Float64Array(this.#capacity), this.#offsets);
    this.#lengths = larger(new Float64Array(this.#capacity), this.#lengths);
    this.#documents = larger(new Uint32Array(this.#capacity), this.#documents);
    this.#indices = larger(new Uint32Array(this.#capacity), this.#indices);
    this.#lists = larger(new Uint8Array(this.#capacity), this.#lists);
    this.#problems = larger(new Uint8Array(this.#capacity), this.#problems);
  }
}
