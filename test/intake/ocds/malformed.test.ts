import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Imported } from "../../../src/intake/readers.ts";
import { readOcdsFile } from "../../../src/intake/ocds/read-ocds.ts";
import { bytesSource } from "../../../src/intake/source/source.ts";
import { projectRoot } from "../../../src/paths.ts";
import { collect } from "../../support/collect.ts";
import { malformedFiles } from "../../support/malformed-ocds.ts";

// Every row of the table in docs/ocds.md, tried.

const codesOf = ({ read, unmapped }: Imported): readonly string[] =>
  [...(read.ok ? read.warnings : read.errors), ...unmapped].map(({ code }) => code);

const [, section = ""] =
  /## What a malformed file is answered\n([^]*?)\n## /.exec(
    readFileSync(join(projectRoot, "docs/ocds.md"), "utf8"),
  ) ?? [];

const rows = [...section.matchAll(/^\| ([^|]+) \| ([^|]+) \| (\S+) \|$/gm)]
  .map(([, file = "", , code = ""]) => ({ file, code }))
  .filter(({ code }) => code !== "code" && !code.startsWith("-"));

const fileOf = (asked: string) => {
  const file = malformedFiles.find(({ kind }) => kind === asked);
  if (file === undefined) throw new Error(`there is no file of the kind ${asked}`);
  return file;
};

describe("a malformed OCDS file", () => {
  it("is of a kind that the documentation answers", () => {
    expect(rows.map(({ file }) => file)).to.have.members(malformedFiles.map(({ kind }) => kind));
  });

  for (const { file, code } of rows)
    it(`is answered: ${file}`, async () => {
      const { read, bytes } = fileOf(file);
      const imported = await collect(readOcdsFile(bytesSource("file", bytes)));
      expect(imported.filter((each) => each.read.ok).length).to.equal(read);
      const codes = imported.flatMap(codesOf);
      if (code === "–") expect(imported.every((each) => each.read.ok)).to.equal(true);
      else expect(codes).to.include(code);
    });

  it("is told errors in a bounded number", async () => {
    const imported = await collect(readOcdsFile(bytesSource("file", fileOf("10,000 errors").bytes)));
    const errors = imported.flatMap(({ read }) => (read.ok ? [] : read.errors));
    expect(errors.length).to.equal(21);
    expect(errors.at(-1)?.message).to.equal("has 9980 more errors");
  });
});
