import { expect } from "chai";
import { keptReports } from "../../src/report/kept-reports.ts";

const bytes = (length: number): Uint8Array => new Uint8Array(length);

describe("kept reports", () => {
  it("are made once, also for two requests at a time", async () => {
    const kept = keptReports(100);
    let made = 0;
    const make = async () => {
      made += 1;
      return bytes(10);
    };
    const both = await Promise.all([kept("a", make), kept("a", make)]);
    expect(await kept("a", make)).to.equal(both[0]);
    expect([made, both[0] === both[1]]).to.deep.equal([1, true]);
  });

  it("give way to newer ones when they are too many, those used last the longest", async () => {
    const kept = keptReports(25);
    const made: string[] = [];
    const ask = (key: string) =>
      kept(key, async () => {
        made.push(key);
        return bytes(10);
      });
    for (const key of ["a", "b", "a", "c", "a", "b"]) await ask(key);
    expect(made).to.deep.equal(["a", "b", "c", "b"]);
  });

  it("are not kept when they failed", async () => {
    const kept = keptReports(100);
    const failed = await kept("a", () => Promise.reject(new Error("no"))).catch(() => "failed");
    expect([failed, (await kept("a", async () => bytes(3))).length]).to.deep.equal(["failed", 3]);
  });
});
