import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { expect } from "chai";
import { classify, compileLexicon } from "../src/domain/classify.ts";
import { projectRoot } from "../src/paths.ts";
import { loadRulebook } from "../src/rulebook/load-rulebook.ts";
import { rulebookFiles } from "../src/rulebook/read-rulebook-file.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const directory = join(projectRoot, "rulebook");

describe("a prepared lexicon", () => {
  const folder = temporaryFolder();
  after(folder.remove);

  for (const rulebook of [directory, join(directory, "releases/1.0.0")])
    it(`is the one that the files of ${rulebook.slice(projectRoot.length + 1)} make`, () => {
      const files = rulebookFiles(rulebook);
      const paths = files.list("lexicon").filter((path) => !path.endsWith("/reservation.json"));
      const compiled = compileLexicon(paths.map(files.readAny));
      expect(isDeepStrictEqual(loadRulebook(rulebook).lexicon, compiled)).to.equal(true);
    });

  it("does not stand for a rulebook of other words", () => {
    cpSync(directory, folder.path, { recursive: true });
    const path = join(folder.path, "lexicon/catering.json");
    writeFileSync(path, readFileSync(path, "utf8").replace('"traiteur"', '"zarzouria"'));
    const { lexicon } = loadRulebook(folder.path);
    expect(classify({ title: { fr: "Zarzouria" } }, lexicon).code).to.equal("catering");
    expect(classify({ title: { fr: "Zarzouria" } }, loadRulebook(directory).lexicon).code).to.equal(null);
  });
});
