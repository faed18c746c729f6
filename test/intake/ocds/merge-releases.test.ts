import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { compileReleases, type Release, versionReleases } from "../../../src/intake/ocds/merge-releases.ts";
import { mergeRules } from "../../../src/intake/ocds/merge-rules.ts";
import { releaseSchema } from "../../../src/intake/ocds/release-schema.ts";
import { projectRoot } from "../../../src/paths.ts";

const folder = join(projectRoot, "fixtures/vectors/ocds-merge");
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));
const cases = readdirSync(folder)
  .filter((name) => name.endsWith(".json") && !/-(compiled|versioned)\.json$/.test(name))
  .map((name) => name.replace(".json", ""));

describe("merging releases by the rules of OCDS", () => {
  const rules = mergeRules(releaseSchema("1.1", []));
  for (const name of cases) {
    const releases = read(`${name}.json`) as readonly Release[];
    it(`compiles ${name}`, () => {
      expect(compileReleases(releases, rules)).to.deep.equal(read(`${name}-compiled.json`));
    });
    it(`versions ${name}`, () => {
      expect(versionReleases(releases, rules)).to.deep.equal(read(`${name}-versioned.json`));
    });
    it(`compiles ${name} in any order of its releases`, () => {
      expect(compileReleases(releases.toReversed(), rules)).to.deep.equal(read(`${name}-compiled.json`));
    });
  }

  it("leaves the releases as they were", () => {
    const releases = read("lists.json") as readonly Release[];
    compileReleases(releases, rules);
    versionReleases(releases, rules);
    expect(releases).to.deep.equal(read("lists.json"));
  });
});
