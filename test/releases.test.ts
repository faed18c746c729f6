import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { resultsOf } from "../src/compose-upkeep.ts";
import { archiveOf, composeVerifier, keysIn } from "../src/compose-verify.ts";
import { summaryOf } from "../src/domain/verification.ts";
import { projectRoot } from "../src/paths.ts";
import { freezeRulebook } from "../src/rulebook/freeze-rulebook.ts";
import { loadRulebook } from "../src/rulebook/load-rulebook.ts";
import { rulebookArchive } from "../src/rulebook/rulebook-archive.ts";
import { startService } from "./support/running-service.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

interface Expected {
  readonly version: string;
  readonly sha256: string;
  readonly results: Readonly<Record<string, string>>;
}

const RELEASES = join(projectRoot, "rulebook/releases");
const EXPECTED = join(projectRoot, "fixtures/releases");
const TENDERS = join(projectRoot, "fixtures/tenders");
const released = existsSync(RELEASES) ? readdirSync(RELEASES) : [];

describe("the released rulebooks", () => {
  it("all have their expected results", () => {
    const expected = existsSync(EXPECTED) ? readdirSync(EXPECTED) : [];
    for (const kind of ["json", "pdf", "key"]) {
      const kept = expected.filter((name) => name.endsWith(`.${kind}`));
      expect(kept.map((name) => name.slice(0, -kind.length - 1))).to.deep.equal(released);
    }
  });

  it("are no longer the rulebook in use, or are it to the byte", () => {
    const current = loadRulebook(join(projectRoot, "rulebook"));
    const namesake = rulebookArchive(current, [join(projectRoot, "rulebook")]).ofVersion(current.version);
    expect(namesake?.sha256, "give rulebook.json the next version: docs/releases.md").to.equal(
      current.sha256,
    );
  });

  for (const version of released)
    it(`${version} is as it was released, and says today what it said then`, () => {
      const expected = JSON.parse(readFileSync(join(EXPECTED, `${version}.json`), "utf8")) as Expected;
      const rulebook = loadRulebook(join(RELEASES, version));
      expect({ version: rulebook.version, sha256: rulebook.sha256 }).to.deep.equal({
        version: expected.version,
        sha256: expected.sha256,
      });
      const results = resultsOf(rulebook, TENDERS);
      // A change of judgement is a new check beside the released one, never an edit of it: docs/releases.md.
      for (const [name, sha256] of Object.entries(expected.results))
        if (name in results) expect(results[name], name).to.equal(sha256);
    });

  for (const version of released)
    it(`${version} is known to a report of its day, and judges it as it did then`, () => {
      const directory = join(projectRoot, "rulebook");
      const keys = keysIn(join(EXPECTED, `${version}.key`));
      const verify = composeVerifier(archiveOf(loadRulebook(directory), directory), keys);
      const verified = verify(readFileSync(join(EXPECTED, `${version}.pdf`)));
      expect(verified.identity.rulebook).to.equal(`ma ${version}`);
      expect(summaryOf(verified), JSON.stringify(verified.answers)).to.equal("yes");
    });
});

describe("a rulebook that is updated without the program", function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  const directory = join(folder.path, "rulebook");
  after(() => folder.remove());

  const edit = (path: string, change: (value: Record<string, unknown>) => void): void => {
    const value = JSON.parse(readFileSync(join(directory, path), "utf8")) as Record<string, unknown>;
    change(value);
    writeFileSync(join(directory, path), JSON.stringify(value, null, 2));
  };

  before(() => {
    cpSync(join(projectRoot, "rulebook"), directory, {
      recursive: true,
      filter: (path) => !path.includes("releases"),
    });
  });

  it("is frozen once, byte for byte", () => {
    const { sha256, version } = loadRulebook(directory);
    expect(freezeRulebook(directory).sha256).to.equal(sha256);
    expect(() => freezeRulebook(directory)).to.throw(/released before/);
    edit("rulebook.json", (manifest) => {
      manifest["version"] = "9.0.0";
    });
    edit("parameters/offer-validity-days.json", (parameter) => {
      const values = parameter["values"] as { value: number }[];
      for (const each of values) each.value = 1;
    });
    const archive = rulebookArchive(loadRulebook(directory), [directory]);
    expect(archive.find({ version, sha256 })?.version).to.equal(version);
    expect(archive.find({ version, sha256: "0".repeat(64) })).to.equal(null);
    expect(archive.current.version).to.equal("9.0.0");
  });

  it("leaves what was judged before as it was, and provable under the rulebook of its day", async () => {
    const before = loadRulebook(
      join(directory, "releases", readdirSync(join(directory, "releases"))[0] ?? ""),
    );
    const first = await startService("sqlite", false, join(directory, "releases", before.version));
    const headers = { "content-type": "application/json", ...(await first.as("officer")) };
    const body = readFileSync(join(TENDERS, "guarding-papers-at-bid.json"), "utf8");
    const url = `${first.url}/api/v1`;
    const { id: tender } = (await (
      await fetch(`${url}/tenders`, { method: "POST", headers, body })
    ).json()) as { id: string };
    const assessed = await fetch(`${url}/tenders/${tender}/assessments`, { method: "POST", headers });
    const { id } = (await assessed.json()) as { id: string };
    const second = await first.restart(directory);
    try {
      const again = `${second.url}/api/v1`;
      const file = new Uint8Array(
        await (await fetch(`${again}/assessments/${id}/report.pdf?lang=fr`, { headers })).arrayBuffer(),
      );
      const verified = await fetch(`${again}/verify`, {
        method: "POST",
        headers: { "content-type": "application/pdf" },
        body: file,
      });
      const { summary, identity } = (await verified.json()) as {
        summary: string;
        identity: { rulebook: string };
      };
      expect(identity.rulebook).to.equal(`ma ${before.version}`);
      expect(summary).to.equal("yes");
      const anew = await fetch(`${again}/tenders/${tender}/assessments`, { method: "POST", headers });
      expect(((await anew.json()) as { rulebook: { version: string } }).rulebook.version).to.equal("9.0.0");
    } finally {
      await second.stop();
    }
  });

  it("says so when it needs a newer program", () => {
    edit("rules/brands.json", (rule) => {
      rule["check"] = "brands-2";
    });
    expect(() => loadRulebook(directory)).to.throw(/newer one is needed/);
  });
});
