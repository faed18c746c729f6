import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { projectRoot } from "../../src/paths.ts";
import { awlawiya } from "../support/awlawiya.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { tenderFixtures } from "../support/fixtures.ts";

const documents = tenderFixtures().map(
  (name) =>
    JSON.parse(readFileSync(join(projectRoot, "fixtures/tenders", name), "utf8")) as { reference: string },
);
const line = (index: number): string => {
  const document = documents[index % documents.length];
  return JSON.stringify({ ...document, reference: `${index}/2026` });
};

const publishedAs = async (folder: string, tenders: readonly object[]): Promise<readonly object[]> => {
  const file = join(folder, "published.jsonl");
  writeFileSync(file, tenders.map((document) => `${JSON.stringify(document)}\n`).join(""));
  const { out } = await awlawiya("export", file, "--as", "ocds", "--date", "2026-03-01");
  return (JSON.parse(out) as { releases: readonly object[] }).releases;
};

describe("awlawiya batch", function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const input = join(folder.path, "tenders.jsonl");
  const many = join(folder.path, "many.jsonl");
  before(() => {
    const lines = Array.from({ length: 40 }, (_, index) => line(index));
    writeFileSync(input, [...lines.slice(0, 5), "{", "", ...lines.slice(5), '{"reference":1}'].join("\n"));
    writeFileSync(many, Array.from({ length: 1200 }, (_, index) => `${line(index)}\n`).join(""));
  });
  after(() => folder.remove());

  it("judges each line as check does, in order, and tells the bad ones by number", async () => {
    const { code, out, err } = await awlawiya("batch", input);
    expect(code).to.equal(1);
    const assessments = out
      .trim()
      .split("\n")
      .map((text) => JSON.parse(text) as { inputSha256: string });
    expect(assessments.length).to.equal(40);
    const alone = join(folder.path, "alone.json");
    for (const index of [0, 7, 39]) {
      writeFileSync(alone, line(index));
      const checked = JSON.parse((await awlawiya("check", alone, "--format", "json")).out) as object;
      expect(assessments[index]).to.deep.equal(checked);
    }
    expect(err).to.match(/line 6: \/ is not JSON/);
    expect(err).to.match(/line 43: /);
    expect(err).to.match(/Tenders checked: 40; bad lines: 2/);
  });

  it("judges OCDS processes as it judges the tenders that were published, and counts what has no place", async () => {
    const [first, second] = documents;
    if (first === undefined || second === undefined) throw new Error("expected two fixtures");
    const releases = await publishedAs(folder.path, [first, second]);
    const ocds = join(folder.path, "ocds.jsonl");
    const [one, two] = releases;
    const together = {
      uri: "urn:x",
      publisher: { name: "x" },
      publishedDate: "2026-03-01T00:00:00Z",
      version: "1.1",
      releases,
    };
    const lines = [{ ...one, ours: 1 }, { ocid: "ocds-1" }, two, together];
    writeFileSync(ocds, lines.map((each) => `${JSON.stringify(each)}\n`).join(""));
    const { code, out, err } = await awlawiya("batch", "--as", "ocds", ocds);
    expect(code).to.equal(1);
    expect(err)
      .to.match(/line 2: /)
      .and.match(/Tenders checked: 4; bad lines: 1/);
    expect(err).to.match(/no place in the format: \d+/);
    const verdicts = out
      .trim()
      .split("\n")
      .map((text) => (JSON.parse(text) as { verdict: object }).verdict);
    const native = join(folder.path, "native.jsonl");
    writeFileSync(native, [first, second].map((each) => `${JSON.stringify(each)}\n`).join(""));
    const alone = (await awlawiya("batch", native)).out.trim().split("\n");
    const expected = alone.map((text) => (JSON.parse(text) as { verdict: object }).verdict);
    expect(verdicts).to.deep.equal([...expected, ...expected]);
  });

  it("ends with 0 when every line is good", async () => {
    expect((await awlawiya("batch", many, "--threads", "1", "--on", "2026-01-20")).code).to.equal(0);
  });

  it("goes on where it was killed, and gives the same bytes", async () => {
    const whole = join(folder.path, "whole.jsonl");
    await awlawiya("batch", many, "-o", whole, "--threads", "2");
    const output = join(folder.path, "killed.jsonl");
    const command = [join(projectRoot, "bin/awlawiya.js"), "batch", many, "-o", output, "--threads", "1"];
    const running = spawn(process.execPath, command, { stdio: "ignore" });
    const ended = once(running, "exit");
    while (!existsSync(`${output}.state`) && running.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 5));
    running.kill("SIGKILL");
    await ended;
    if (existsSync(`${output}.state`))
      expect((await awlawiya("batch", many, "-o", output, "--resume", "--threads", "2")).code).to.equal(0);
    expect(readFileSync(output).equals(readFileSync(whole))).to.equal(true);
    expect(existsSync(`${output}.state`)).to.equal(false);
  });

  it("continues nothing but the same question", async () => {
    const output = join(folder.path, "other.jsonl");
    writeFileSync(`${output}.state`, JSON.stringify({ question: "another", progress: {} }));
    const { code, err } = await awlawiya("batch", many, "-o", output, "--resume");
    expect(code).to.equal(2);
    expect(err).to.match(/run without --resume/);
    expect((await awlawiya("batch", "-", "--resume")).code).to.equal(2);
    expect((await awlawiya("batch", many, "--threads", "0")).code).to.equal(2);
    expect((await awlawiya("batch", join(folder.path, "absent"))).code).to.equal(2);
  });

  it("says that a file is compressed, or a list", async () => {
    const [packed, list] = [join(folder.path, "tenders.jsonl.gz"), join(folder.path, "list.json")];
    writeFileSync(packed, gzipSync(line(0)));
    writeFileSync(list, `[${line(0)}]`);
    const [gzip, array] = [await awlawiya("batch", packed), await awlawiya("batch", list)];
    expect([gzip.code, array.code]).to.deep.equal([2, 1]);
    expect(gzip.err).to.include("expand it first");
    expect(array.err).to.include("is a list; expected a tender a line");
  });
});
