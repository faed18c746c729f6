import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { expect } from "chai";
import { awlawiya } from "../support/awlawiya.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const NAMES = ["catering-guests-open", "national-day-lots"];
const files = NAMES.map((name) => `fixtures/tenders/${name}.json`);

interface Package {
  readonly releases: readonly {
    readonly ocid: string;
    readonly preferenceAssessment?: { readonly verdict: string };
  }[];
}

describe("awlawiya export", () => {
  const temporary = temporaryFolder();
  after(() => temporary.remove());

  it("publishes the tenders of files with what the rules find, and reads them back", async () => {
    const ran = await awlawiya(
      "export",
      ...files,
      "--as",
      "ocds",
      "--date",
      "2026-07-01",
      "--ocid-prefix",
      "ocds-fictif",
    );
    expect(ran.code, ran.err).to.equal(0);
    const { releases } = JSON.parse(ran.out) as Package;
    expect(releases.length).to.equal(2);
    expect(releases.every(({ ocid }) => ocid.startsWith("ocds-fictif-"))).to.equal(true);
    expect(releases[0]?.preferenceAssessment?.verdict).to.be.a("string");
    const path = join(temporary.path, "export.json");
    writeFileSync(path, ran.out);
    const back = await awlawiya("import", path);
    expect([back.code, back.out.trim().split("\n").length], back.err).to.deep.equal([0, 2]);
    expect(back.err).to.include("values not mapped: 0");
  });

  it("leaves the findings out when asked to, and refuses what cannot be read", async () => {
    const ran = await awlawiya("export", files[0] ?? "", "none.json", "--as", "ocds", "--no-findings");
    expect(ran.code).to.equal(1);
    expect((JSON.parse(ran.out) as Package).releases[0]).to.not.have.property("preferenceAssessment");
    expect(ran.err).to.include("none.json");
    expect((await awlawiya("export", "none.json", "--as", "ocds")).code).to.equal(2);
  });

  it("writes a table that is read back, and tells what has no column", async () => {
    const ran = await awlawiya("export", ...files, "--as", "csv");
    expect(ran.code, ran.err).to.equal(0);
    expect(ran.out.startsWith('\uFEFF"Référence",')).to.equal(true);
    expect(ran.err).to.include("warning: no column holds /publications/*/name (calls that say it: 2)");
    const path = join(temporary.path, "export.csv");
    writeFileSync(path, ran.out);
    const back = await awlawiya("import", path);
    expect([back.code, back.out.trim().split("\n").length], back.err).to.deep.equal([0, 2]);
    expect((await awlawiya("export", "none.json", "--as", "csv")).code).to.equal(2);
  });
});
