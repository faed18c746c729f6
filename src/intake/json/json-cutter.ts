import { type Piece, placeOf } from "./piece.ts";

// Finds the elements of lists in a JSON text of any size without parsing it: brackets and strings are followed
// byte by byte, and what stands between is left to the gate, which parses each piece.

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const SPACE = 32;
const BYTE_ORDER_MARK = new Set([0xef, 0xbb, 0xbf]);
const NOTHING = new Uint8Array();
/** A longer key names none of the lists. */
const LONGEST_KEY = 40;

/** Where the cutter stands: before a value, in an object on top, between elements, in one, or in what is no JSON. */
type Mode = "outside" | "object" | "list" | "element" | "rest";

/** Cuts JSON as its bytes come; `push` and `end` answer with the pieces that are complete. */
export class JsonCutter {
  readonly #lists: ReadonlySet<string>;
  readonly #largest: number;
  #bytes: Uint8Array = NOTHING;
  /** Offset in the file of the first byte held. */
  #base = 0;
  /** Offset of the next byte to look at, and of the first one to keep. */
  #next = 0;
  #keep = 0;
  #mode: Mode = "outside";
  #depth = 0;
  #isInString = false;
  #keyAt = 0;
  #lastString = "";
  #key = "";
  /** The list whose elements are cut: its name, its depth, the place of the current element. */
  #list = "";
  #listDepth = 0;
  #index = 0;
  #document = 0;
  #documentAt = 0;
  #envelope: Uint8Array[] = [];
  #isTooLarge = false;
  #pieces: Piece[] = [];

  constructor(lists: readonly string[], largest: number) {
    this.#lists = new Set(lists);
    this.#largest = largest;
  }

  push(chunk: Uint8Array): readonly Piece[] {
    const held = this.#bytes.subarray(this.#keep - this.#base);
    this.#bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    this.#base = this.#keep;
    const end = this.#base + this.#bytes.length;
    while (this.#next < end) this.#step(end);
    this.#bound(end);
    return this.#take();
  }

  end(): readonly Piece[] {
    if (this.#mode === "element") this.#giveElement(this.#keep, "unclosed");
    if (this.#mode === "rest") this.#giveDocument(this.#base + this.#bytes.length, null);
    else if (this.#mode !== "outside") this.#giveDocument(this.#keep, "unclosed");
    return this.#take();
  }

  #take(): readonly Piece[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  /** Nothing is kept between pieces, and of a piece that is too large nothing either. */
  #bound(end: number): void {
    if (this.#mode === "outside" || this.#mode === "list") this.#keep = end;
    if (end - this.#keep <= this.#largest) return;
    this.#isTooLarge = true;
    this.#keep = end;
  }

  #step(end: number): void {
    if (this.#isInString) {
      this.#skipString(end);
      return;
    }
    const byte = this.#bytes[this.#next - this.#base] ?? 0;
    if (this.#mode === "outside") this.#open(byte);
    else if (this.#mode === "list") this.#between(byte);
    else if (this.#mode === "rest") this.#next = end - 1;
    else this.#inside(byte);
    this.#next += 1;
  }

  #skipString(end: number): void {
    const { length } = this.#bytes;
    let index = this.#next - this.#base;
    for (; index < length; index += 1) {
      const byte = this.#bytes[index];
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) {
        this.#isInString = false;
        this.#next = this.#base + index + 1;
        if (this.#mode === "object" && this.#depth === 1)
          this.#lastString = this.#text(this.#keyAt + 1, this.#next - 1);
        return;
      }
    }
    // A backslash at the very end: the byte it escapes comes with the next chunk.
    this.#next = Math.max(end, this.#base + index);
  }

  #text(from: number, to: number): string {
    if (from < this.#base || to - from > LONGEST_KEY) return "";
    return Buffer.from(this.#bytes.subarray(from - this.#base, to - this.#base)).toString();
  }

  #open(byte: number): void {
    if (byte <= SPACE || (this.#next < 3 && BYTE_ORDER_MARK.has(byte))) return;
    this.#keep = this.#next;
    this.#documentAt = this.#next;
    this.#document += 1;
    this.#depth = 1;
    if (byte === OPEN_OBJECT) this.#mode = "object";
    else if (byte === OPEN_LIST) this.#openList("");
    else this.#mode = "rest";
  }

  #openList(name: string): void {
    this.#mode = "list";
    this.#list = name;
    this.#listDepth = this.#depth;
    this.#index = 0;
  }

  #between(byte: number): void {
    if (byte <= SPACE || byte === COMMA) return;
    this.#keep = this.#next;
    if (byte === CLOSE_LIST) {
      this.#closeList();
      return;
    }
    this.#mode = "element";
    this.#inside(byte);
  }

  #closeList(): void {
    this.#depth -= 1;
    this.#mode = this.#depth === 0 ? "outside" : "object";
  }

  #inside(byte: number): void {
    if (byte === QUOTE) {
      this.#isInString = true;
      this.#keyAt = this.#next;
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.#deeper(byte);
    else if (this.#mode === "element" && this.#depth === this.#listDepth) this.#endElement(byte);
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) this.#shallower();
    else if (byte === COLON && this.#mode === "object" && this.#depth === 1) this.#key = this.#lastString;
  }

  #deeper(byte: number): void {
    this.#depth += 1;
    const isCut = this.#mode === "object" && this.#depth === 2 && byte === OPEN_LIST;
    if (!isCut || !this.#lists.has(this.#key)) return;
    this.#envelope.push(this.#bytes.subarray(this.#keep - this.#base, this.#next + 1 - this.#base));
    this.#openList(this.#key);
  }

  #shallower(): void {
    this.#depth -= 1;
    if (this.#depth === 0) this.#giveDocument(this.#next + 1, null);
  }

  #endElement(byte: number): void {
    if (byte !== COMMA && byte !== CLOSE_LIST) return;
    this.#giveElement(this.#next, null);
    this.#mode = "list";
    this.#keep = this.#next;
    if (byte === CLOSE_LIST) this.#closeList();
  }

  #giveElement(end: number, problem: Piece["problem"]): void {
    const bytes = this.#bytes.subarray(this.#keep - this.#base, end - this.#base);
    this.#give(this.#list, this.#keep, end, bytes, problem);
    this.#index += 1;
  }

  #giveDocument(end: number, problem: Piece["problem"]): void {
    const last = this.#bytes.subarray(this.#keep - this.#base, end - this.#base);
    this.#give(null, this.#documentAt, end, Buffer.concat([...this.#envelope, last]), problem);
    this.#envelope = [];
    this.#mode = "outside";
  }

  #give(
    list: string | null,
    offset: number,
    end: number,
    found: Uint8Array,
    problem: Piece["problem"],
  ): void {
    const isTooLarge = this.#isTooLarge || found.length > this.#largest;
    this.#isTooLarge = false;
    const wrong = isTooLarge ? "tooLarge" : problem;
    const place = { document: this.#document, list, index: this.#index };
    const extent = { offset, length: end - offset };
    const bytes = wrong === null ? found : NOTHING;
    this.#pieces.push({ at: placeOf(place), ...place, ...extent, bytes, problem: wrong });
  }
}
