import { expect } from "chai";
import * as fc from "fast-check";
import { cutJson } from "../../../src/intake/json/cut-json.ts";
import type { Piece } from "../../../src/intake/json/piece.ts";
import { bytesSource, type Source } from "../../../src/intake/source/source.ts";
import { collect } from "../../support/collect.ts";

const LARGEST = 100_000;

/** A source that gives its bytes so many at a time. */
const inChunks = (text: string, size: number, name = "file.json"): Source => {
  const bytes = Buffer.from(text);
  return {
    ...bytesSource(name, bytes),
    chunks: async function* chunks() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
};

const cut = (source: Source, largest = LARGEST): Promise<readonly Piece[]> =>
  collect(cutJson(source, ["releases", "records"], largest));

const textOf = ({ bytes }: Piece): string => Buffer.from(bytes).toString();

const parsed = (pieces: readonly Piece[]): readonly unknown[] =>
  pieces.map((piece) => JSON.parse(textOf(piece)) as unknown);

describe("cutting a JSON file in pieces", () => {
  it("gives the elements of a list on top, wherever chunks end", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.object({ maxDepth: 3 })),
        fc.integer({ min: 1, max: 50 }),
        async (list, size) => {
          const text = JSON.stringify(list, null, size % 3);
          expect(parsed(await cut(inChunks(text, size)))).to.deep.equal(JSON.parse(text));
        },
      ),
      { numRuns: 100 },
    );
  });

  it("gives the elements of a package's lists, then the package without them", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.object({ maxDepth: 2 })),
        fc.object({ maxDepth: 2 }),
        fc.integer({ min: 1, max: 50 }),
        async (releases, other, size) => {
          const text = JSON.stringify({ "a[": "]\\", other, releases, z: [1] });
          const pieces = await cut(inChunks(text, size));
          expect(parsed(pieces.slice(0, -1))).to.deep.equal(JSON.parse(JSON.stringify(releases)));
          expect(pieces.slice(0, -1).every(({ list }) => list === "releases")).to.equal(true);
          const envelope = { ...(JSON.parse(text) as object), releases: [] };
          expect(parsed(pieces.slice(-1))).to.deep.equal([envelope]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("gives the lines of JSON Lines with their numbers, blank ones counted", async () => {
    for (const size of [1, 3, 1000]) {
      const pieces = await cut(inChunks('{"a":1}\r\n\n{"b":2}\n{"c"', size));
      expect(pieces.map((piece) => [piece.at, textOf(piece).trim()])).to.deep.equal([
        ["line 1", '{"a":1}'],
        ["line 3", '{"b":2}'],
        ["line 4", '{"c"'],
      ]);
    }
  });

  it("says where each piece stands in the file", async () => {
    const text = '[ {"é":1},\n{"b":[2]} ]';
    for (const { offset, bytes } of await cut(inChunks(text, 2)))
      expect(Buffer.from(text).subarray(offset, offset + bytes.length)).to.deep.equal(Buffer.from(bytes));
  });

  it("reads several documents one after the other", async () => {
    const pieces = await cut(inChunks('{"releases":[\n1]}\n{"records":[2,3]}', 4));
    expect(pieces.map(({ at }) => at)).to.deep.equal([
      "/releases/0",
      "",
      "document 2 /records/0",
      "document 2 /records/1",
      "document 2",
    ]);
  });

  it("passes over what is too large and goes on", async () => {
    const big = JSON.stringify({ big: "x".repeat(500) });
    const list = await cut(inChunks(`[${big},{"a":1}]`, 7), 100);
    expect(list.map(({ at, problem }) => [at, problem])).to.deep.equal([
      ["/0", "tooLarge"],
      ["/1", null],
    ]);
    const lines = await cut(inChunks(`{"a":1}\n${big}\n{"b":1}`, 7), 100);
    expect(lines.map(({ at, problem }) => [at, problem])).to.deep.equal([
      ["line 1", null],
      ["line 2", "tooLarge"],
      ["line 3", null],
    ]);
  });

  it("says what was not closed when the file was cut short", async () => {
    const pieces = await cut(inChunks('{"releases":[{"a":1},{"b":', 5));
    expect(pieces.map(({ at, problem }) => [at, problem])).to.deep.equal([
      ["/releases/0", null],
      ["/releases/1", "unclosed"],
      ["", "unclosed"],
    ]);
  });

  it("sees in time that a megabyte of spaces before an object is no line of its own", async () => {
    expect(await cut(inChunks(`${"\t".repeat(1_000_000)}{"a":1}`, 65_536))).to.have.length(1);
  });

  it("leaves what is no JSON to the gate, whole", async () => {
    expect((await cut(inChunks("hello [1]", 3))).map(textOf)).to.deep.equal(["hello [1]"]);
  });
});
