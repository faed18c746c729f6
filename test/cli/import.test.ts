import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { projectRoot } from "../../src/paths.ts";
import { awlawiya } from "../support/awlawiya.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = join(projectRoot, "fixtures/tenders");
const tenders = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as object,
);
const parsed = (out: string): readonly unknown[] =>
  out
    .trim()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as unknown);

describe("awlawiya import", () => {
  const temporary = temporaryFolder();
  after(() => temporary.remove());
  const file = (name: string, text: string): string => {
    const path = join(temporary.path, name);
    writeFileSync(path, text);
    return path;
  };

  it("prints the tenders of a list as JSON Lines", async () => {
    const ran = await awlawiya("import", file("list.json", JSON.stringify(tenders, null, 2)));
    expect(ran.code).to.equal(0);
    expect(parsed(ran.out)).to.deep.equal(tenders);
    expect(ran.err).to.include(`Tenders read: ${tenders.length}; refused: 0`);
  });

  it("tells what it refuses, where and why, and goes on", async () => {
    const lines = [JSON.stringify(tenders[0]), '{"reference":1}', JSON.stringify(tenders[1])];
    const ran = await awlawiya("import", file("mixed.jsonl", lines.join("\n")));
    expect(ran.code).to.equal(1);
    expect(parsed(ran.out)).to.deep.equal(tenders.slice(0, 2));
    expect(ran.err).to.match(/mixed\.jsonl: line 2: .*refused: 1/s);
  });

  it("tells what is wrong in a sheet in the language asked for", async () => {
    const rows = "1/2026;Fête;Commune;12/03/2026\n2/2026;Fête;Commune;31/02/2026\n";
    const sheet = file("dates.csv", `Référence;Objet;Acheteur;Date d'ouverture\n${rows}`);
    for (const [language, said, total] of [
      ["ar", "السطر \u20663\u2069: /openingAt يوم لا يوجد في التقويم", "المرفوضة: 1"],
      ["fr", "ligne 3: /openingAt n'existe pas au calendrier", "refusés : 1"],
      ["en", "row 3: /openingAt is not in the calendar", "refused: 1"],
    ] as const) {
      const { err } = await awlawiya("import", sheet, "--lang", language);
      expect(err).to.include(said);
      expect(err).to.include(total);
    }
  });

  it("refuses a file of which nothing can be read", async () => {
    for (const [name, text] of [
      ["empty.json", ""],
      ["page.bin", "\u0000\u0001"],
      ["broken.json", '{"reference":'],
    ] as const) {
      const ran = await awlawiya("import", file(name, text));
      expect([ran.code, ran.out], name).to.deep.equal([2, ""]);
    }
    expect((await awlawiya("import", join(temporary.path, "none.json"))).code).to.equal(2);
  });

  it("says that a file is empty, or compressed", async () => {
    const packed = join(temporary.path, "calls.jsonl.gz");
    writeFileSync(packed, gzipSync('{"reference":"1/2026"}'));
    const nothing = await awlawiya("import", file("empty.jsonl", ""));
    const gzip = await awlawiya("coverage", packed);
    expect([nothing.code, gzip.code]).to.deep.equal([2, 2]);
    expect(nothing.err).to.include("is empty");
    expect(gzip.err).to.include("expand it first");
  });

  it("ends without a word when whoever reads it has enough", () => {
    const many = file(
      "many.jsonl",
      Array.from({ length: 1000 }, () => JSON.stringify(tenders[0])).join("\n"),
    );
    const command = `"${process.execPath}" bin/awlawiya.js import "${many}" | head -c 10`;
    const { stdout, stderr } = spawnSync("sh", ["-c", command], { cwd: projectRoot, encoding: "utf8" });
    expect([stdout.length, stderr]).to.deep.equal([10, ""]);
  });
});
