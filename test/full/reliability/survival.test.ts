import { expect } from "chai";
import { crash } from "../../../bench/reliability/crash.ts";
import { failCalls } from "../../../bench/reliability/faults.ts";
import { cutPower } from "../../../bench/reliability/power-cut.ts";
import { runTool } from "../../support/debian-tool.ts";

// A part of what `npm run verify:release` does; the figures stand in docs/reliability.md.

const SEED = 20_261_125;

describe("what the service acknowledged", function () {
  this.timeout(1_800_000);
  before(() => {
    runTool("strace", "strace", ["-V"]);
  });

  it("survives a power cut at any moment", async () => {
    const cut = await cutPower({ images: 5000, work: 20, isWeakened: false, seed: SEED });
    expect(cut.images).to.be.at.least(5000);
    expect(cut.acknowledged).to.be.at.least(40);
    expect(cut).to.deep.include({ corrupt: 0, lossy: 0, halfStates: 0, examples: [] });
  });

  it("would not survive one with the driver's default: the test can see a loss", async () => {
    const cut = await cutPower({ images: 1000, work: 10, isWeakened: true, seed: SEED });
    expect(cut.lossy).to.be.at.least(1);
  });

  it("survives kills at any moment, on SQLite", async () => {
    expect(await crash("sqlite", 40, 0, SEED)).to.deep.include({ kills: 40, problems: [] });
  });

  it("survives kills, and restarts of the server, on PostgreSQL", async () => {
    expect(await crash("postgres", 15, 5, SEED)).to.deep.include({
      kills: 15,
      serverRestarts: 5,
      problems: [],
    });
  });

  it("survives calls to the system that fail, and the user is told in words", async () => {
    const { points, problems } = await failCalls(400);
    expect(problems).to.deep.equal([]);
    expect(points).to.be.at.least(25);
  });
});
