import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../../src/paths.ts";

const CHILD = join(projectRoot, "dist/test/support/hostile-report.js");
/** MB of resident memory. */
const MOST_GROWTH = 300;

describe("a report of a text made to hurt", function hostile() {
  this.timeout(60_000);

  for (const text of ["20,000 letters without a break", "10,000 combining marks"])
    it(`takes less than ${MOST_GROWTH} MB more than any other (${text})`, () => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [CHILD, text], { encoding: "utf8" });
      expect(status, stderr).to.equal(0);
      const { before, after } = JSON.parse(stdout) as { before: number; after: number };
      expect(after - before).to.be.lessThan(MOST_GROWTH);
    });
});
