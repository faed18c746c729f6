import { expect } from "chai";
import { drill } from "../../../bench/reliability/drill.ts";
import { killMigrations } from "../../../bench/reliability/migrations.ts";
import { judgeMutants } from "../../../bench/reliability/mutants.ts";
import { writeTogether } from "../../../bench/reliability/processes.ts";
import { ENGINES } from "../../support/engines.ts";

// A part of what `npm run verify:release` does; the figures stand in docs/reliability.md.

describe("whoever keeps the service", function () {
  this.timeout(300_000);

  for (const engine of ENGINES)
    it(`may kill it while it migrates ${engine}, at any statement`, async () => {
      const { points, problems } = await killMigrations(engine, 40);
      expect(problems).to.deep.equal([]);
      expect(points).to.be.at.least(2);
    });

  it("may run several processes on one file: nobody is told that it is busy", async () => {
    const { acknowledged, problems } = await writeTogether(4, 8);
    expect(problems).to.deep.equal([]);
    expect(acknowledged).to.be.at.least(64);
  });

  it("may back it up while it works, and finds all of it in the backup", async () => {
    const { acknowledgedBefore, problems } = await drill(200);
    expect(problems).to.deep.equal([]);
    expect(acknowledgedBefore).to.be.at.least(40);
  });
});

describe("a spoilt document", () => {
  it("is refused with a reason, or judged", () => {
    expect(judgeMutants(5000, 20_261_126)).to.deep.equal({ documents: 5000, problems: [] });
  }).timeout(120_000);
});
