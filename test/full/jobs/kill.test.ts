import { expect } from "chai";
import { migrate, openDatabase } from "../../../src/store/open-database.ts";
import { ENGINES, emptyDatabase } from "../../support/engines.ts";
import { killImports } from "../../support/kill-imports.ts";

describe("an import that is killed again and again", function () {
  this.timeout(180_000);
  for (const engine of ENGINES)
    it(`loses nothing that it acknowledged, doubles nothing, and completes, on ${engine}`, async () => {
      const { location, remove } = await emptyDatabase(engine);
      const database = openDatabase(location);
      await migrate(database);
      await database.close();
      const lines = 30_000;
      const report = await killImports(location, { kills: 20, lines, longest: 300, chance: Math.random });
      expect(report.inTheMiddle).to.be.greaterThan(0);
      const refused = Math.ceil(lines / 7);
      expect(report).to.include({
        lost: 0,
        doubled: 0,
        state: "done",
        items: lines,
        refused,
        stored: lines - refused,
      });
      await remove();
    });
});
