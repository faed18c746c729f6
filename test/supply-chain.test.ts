import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../src/paths.ts";
import { licencePage, lockedPackages } from "./support/packages.ts";

const FREE =
  /^\(?(?:MIT|MIT-0|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD|BlueOak-1\.0\.0|Unlicense|OFL-1\.1|PSF-2\.0|MPL-2\.0|CC0-1\.0|Python-2\.0)\b/;
/** The licence of a package may also be a choice or a sum of free ones. */
const isFree = (licence: string): boolean => licence.split(/ (?:OR|AND) /).some((each) => FREE.test(each));

const read = (path: string): string => readFileSync(join(projectRoot, path), "utf8");

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

describe("the supply chain", () => {
  const packages = lockedPackages();
  const manifest = JSON.parse(read("package.json")) as Manifest;

  it("pins every package by its hash, from the public registry alone", () => {
    expect(packages.filter(({ integrity }) => !integrity.startsWith("sha512-"))).to.deep.equal([]);
    const elsewhere = packages.filter(
      ({ resolved }) => resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/"),
    );
    expect(elsewhere).to.deep.equal([]);
  });

  it("asks for exact versions", () => {
    const asked = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(
      Object.entries(asked).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)),
    ).to.deep.equal([]);
  });

  it("uses free licences alone, and lists them as they are", () => {
    expect(packages.filter(({ licence }) => !isFree(licence))).to.deep.equal([]);
    expect(read("docs/licences.md")).to.equal(licencePage());
  });

  it("runs no install script that was not allowed by name", () => {
    const product = packages.filter(({ isProduct, hasInstallScript }) => isProduct && hasInstallScript);
    expect(product.map(({ name }) => name)).to.deep.equal(["better-sqlite3"]);
    expect(product.every(({ name }) => manifest.allowScripts[name] === true)).to.equal(true);
  });

  it("says of each dependency why it is there, and of each of the product's what is known against it", () => {
    const why = read("docs/dependencies.md");
    const advisories = read("docs/advisories.md");
    const names = Object.keys(manifest.dependencies);
    expect(names.filter((name) => !why.includes(name))).to.deep.equal([]);
    expect(
      Object.keys(manifest.devDependencies).filter(
        (name) => !name.startsWith("@types/") && !why.includes(name),
      ),
    ).to.deep.equal([]);
    expect(names.filter((name) => !advisories.includes(`| ${name} |`))).to.deep.equal([]);
  });

  it("asks no advisory service offline: its answer would be a false nothing", () => {
    expect(`${read("package.json")}${read(".ci/run")}`).not.to.match(/npm audit/);
  });
});
