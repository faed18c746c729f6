import { expect } from "chai";
import { linesWriter } from "../../src/batch/lines-writer.ts";

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

describe("the writer of lines", () => {
  it("gives what was added, whatever the letters, one a line", () => {
    const writer = linesWriter();
    const lines = ["a", "é", "الإطعام", "😀", "", "x".repeat(70_000), "€".repeat(70_000)];
    for (const line of lines) writer.add(line);
    expect(textOf(writer.take())).to.equal(lines.map((line) => `${line}\n`).join(""));
  });

  it("begins anew after what was taken, which it leaves alone", () => {
    const writer = linesWriter();
    writer.add("first");
    const first = writer.take();
    writer.add("other");
    expect(textOf(writer.take())).to.equal("other\n");
    expect(textOf(first)).to.equal("first\n");
    expect(first.buffer.byteLength).to.equal(first.length);
    expect(writer.take().length).to.equal(0);
  });
});
