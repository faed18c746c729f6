import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../src/paths.ts";

const page = readFileSync(join(projectRoot, "docs/security.md"), "utf8");
const proofs = [...page.matchAll(/\| `(test\/[\w./-]+)`: ([^|]+) \|$/gm)].map(
  ([, file = "", title = ""]) => ({
    file,
    title: title.trim(),
  }),
);

describe("the claims of security", () => {
  it("each name a test", () => {
    const rows = page.split("\n").filter((line) => line.startsWith("| V"));
    expect(rows.length).to.equal(proofs.length).and.to.be.at.least(20);
  });

  for (const { file, title } of proofs)
    it(`are proved: ${title}`, () => {
      expect(existsSync(join(projectRoot, file)), file).to.equal(true);
      expect(readFileSync(join(projectRoot, file), "utf8")).to.include(title);
    });
});
