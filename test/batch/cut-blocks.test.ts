import { expect } from "chai";
import * as fc from "fast-check";
import { LARGEST } from "../../src/intake/gate.ts";
import { cutBlocks } from "../../src/batch/cut-blocks.ts";

async function* chunksOf(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, index = 0; at < bytes.length; index += 1) {
    const size = Math.max(1, sizes[index % Math.max(1, sizes.length)] ?? 7);
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

const blocksOf = async (text: string, sizes: readonly number[], target: number) => {
  const blocks = [];
  for await (const block of cutBlocks(chunksOf(Buffer.from(text), sizes), LARGEST, target))
    blocks.push(block);
  return blocks;
};

describe("the blocks of a batch", () => {
  it("are the same lines whatever the chunks", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("", "a", "bb", "ccc".repeat(9)), { maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 50 })),
        fc.integer({ min: 1, max: 100 }),
        fc.boolean(),
        async (lines, sizes, target, ends) => {
          const text = lines.join("\n") + (ends ? "\n" : "");
          const blocks = await blocksOf(text, sizes, target);
          expect(Buffer.concat(blocks.map(({ bytes }) => bytes)).toString()).to.equal(text);
          for (const { bytes } of blocks.slice(0, -1)) expect(bytes.at(-1)).to.equal(10);
        },
      ),
    );
  });

  it("pass over a line without end, and go on after it", async () => {
    const huge = "x".repeat(900_000);
    const blocks = await blocksOf(`a\n${huge}\nb\n`, [65_536], 100_000);
    expect(blocks.map(({ bytes, skipped }) => [Buffer.from(bytes).toString(), skipped])).to.deep.equal([
      ["a\n", 0],
      ["", 900_001],
      ["b\n", 0],
    ]);
  });
});
