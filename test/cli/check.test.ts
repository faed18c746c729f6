import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../../src/paths.ts";
import { awlawiya, type Ran } from "../support/awlawiya.ts";
import { startService } from "../support/running-service.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const tender = (name: string): string => join("fixtures/tenders", `${name}.json`);

describe("awlawiya check", function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  const write = (name: string, content: string | Uint8Array): string => {
    const path = join(folder.path, name);
    writeFileSync(path, content);
    return path;
  };

  after(() => folder.remove());

  it("exits by what it found: 0 nothing, 1 a breach, 3 undetermined", async () => {
    expect((await awlawiya("check", tender("catering-reserved-simplified"))).code).to.equal(0);
    expect((await awlawiya("check", tender("guarding-papers-at-bid"))).code).to.equal(1);
    expect((await awlawiya("check", tender("catering-guests-open"))).code).to.equal(3);
  });

  it("fails on a doubt when asked to", async () => {
    expect((await awlawiya("check", tender("green-spaces-sme-only"))).code).to.equal(0);
    expect((await awlawiya("check", tender("green-spaces-sme-only"), "--fail-on", "warning")).code).to.equal(
      1,
    );
  });

  it("says what a person wants to read, in three languages", async () => {
    const file = tender("guarding-papers-at-bid");
    expect((await awlawiya("check", file, "--lang", "fr")).out).to.match(/Verdict légal : /);
    expect((await awlawiya("check", file, "--lang", "en")).out).to.match(/Legal verdict: /);
    const arabic = (await awlawiya("check", file, "--lang", "ar")).out;
    expect(arabic).to.match(/الحكم القانوني/);
    expect(arabic).to.match(/\u2066?2-22-431/);
    for (const grade of new Set(arabic.match(/(?<= )\[[TDSRCP]\]/g)))
      expect(
        arabic.split("\n").filter((line) => line.startsWith(`  ${grade} `)),
        grade,
      ).to.have.length(1);
  });

  it("gives the same findings as the service, byte for byte", async () => {
    const file = tender("tie-two-cooperatives-draw");
    const { out } = await awlawiya("check", file, "--format", "json");
    const running = await startService();
    const response = await fetch(`${running.url}/api/v1/checks`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: readFileSync(join(projectRoot, file), "utf8"),
    });
    const answer = await response.text();
    await running.stop();
    expect(JSON.stringify(JSON.parse(out))).to.equal(answer);
  });

  it("prints one object for one file and JSON Lines for several, and nothing else on stdout", async () => {
    const { out } = await awlawiya(
      "check",
      tender("road-works"),
      tender("monument-restoration"),
      "--format",
      "json",
    );
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { verdict: string });
    expect(lines.map(({ verdict }) => verdict)).to.deep.equal(["outOfScope", "outOfScope"]);
  });

  it("writes one report for each tender, named after its reference", async () => {
    const target = join(folder.path, "out");
    const { code, err } = await awlawiya(
      "check",
      tender("road-works"),
      tender("guarding-papers-at-bid"),
      "--pdf",
      target,
      "--lang",
      "ar",
    );
    expect(code, err).to.equal(1);
    expect(readdirSync(target).toSorted()).to.deep.equal(["04-2026-GAR.pdf", "06-2026-TR.pdf"]);
    for (const name of readdirSync(target))
      expect(readFileSync(join(target, name)).subarray(0, 5).toString("latin1")).to.equal("%PDF-");
  });

  it("judges by another day's law", async () => {
    const { out } = await awlawiya(
      "check",
      tender("catering-guests-open"),
      "--on",
      "2022-06-01",
      "--format",
      "json",
    );
    const { on, findings } = JSON.parse(out) as {
      on: string;
      findings: readonly { rule: string; reason: string }[];
    };
    expect(on).to.equal("2022-06-01");
    expect(findings.find(({ rule }) => rule === "cooperative-file")?.reason).to.equal("notInForce");
  });

  const BAD: readonly (readonly [what: string, make: () => string, expected: RegExp])[] = [
    ["no file", () => join(folder.path, "none.json"), /no such file/],
    ["a directory", () => folder.path, /directory/],
    ["an empty file", () => write("empty.json", ""), /is empty/],
    ["Latin-1", () => write("latin.json", Buffer.from('{"reference":"é"}', "latin1")), /not UTF-8/],
    ["no JSON", () => write("text.json", "hello"), /not JSON/],
    ["a wrong type", () => write("type.json", '{"reference":1}'), /error: .*type\.json: /],
    ["10 MB", () => write("large.json", "x".repeat(10_000_000)), /expected at most/],
  ];
  for (const [what, make, expected] of BAD)
    it(`refuses ${what}: exit 2, where and what, no report, no trace`, async () => {
      const target = join(folder.path, "refused.pdf");
      const { code, out, err } = await awlawiya("check", make(), "--pdf", target);
      expect(code).to.equal(2);
      expect(out).to.equal("");
      expect(err).to.match(expected);
      expect(err).to.not.match(/ at .*\.(js|ts):\d+/);
      expect(existsSync(target)).to.equal(false);
    });

  it("says what is wrong in a document in the language asked for", async () => {
    const file = write("incomplete.json", '{"reference":"1/2026","title":{"fr":"Restauration"}}');
    for (const [language, reason] of [
      ["ar", "ينقص \u2066buyer\u2069"],
      ["fr", "il manque « buyer »"],
      ["en", 'lacks "buyer"'],
    ] as const) {
      const { code, err } = await awlawiya("check", file, "--lang", language);
      expect([code, err]).to.deep.equal([2, `error: ${file}: / ${reason}\n`]);
    }
  });

  it("refuses bad usage with exit 2", async () => {
    expect((await awlawiya("check")).code).to.equal(2);
    expect((await awlawiya("check", tender("road-works"), "--on", "2026-02-30")).code).to.equal(2);
    expect((await awlawiya("check", tender("road-works"), "--lang", "de")).code).to.equal(2);
    expect((await awlawiya("nonsense")).code).to.equal(2);
    expect((await awlawiya("--help")).code).to.equal(0);
  });
});

describe("awlawiya and the law", function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  after(() => folder.remove());

  it("lists the rules, shows one with its sources, and what waits for a jurist", async () => {
    expect((await awlawiya("rules")).out).to.match(/tie-break-preference/);
    expect((await awlawiya("rules")).out).to.match(/annual-reserve/);
    const { out: one } = await awlawiya("rules", "publication-period", "--lang", "fr");
    expect(one)
      .to.match(/2-22-431, art\. 23 \[S\]/)
      .and.match(/au moins 21 jours\sfrancs/);
    expect((await awlawiya("rules", "publication-period", "--lang", "ar")).out).to.match(/المادة 23 \[S\]/);
    expect((await awlawiya("rules", "none")).code).to.equal(2);
    const { out } = await awlawiya("rules", "--unconfirmed", "--on", "2026-01-01");
    expect(out).to.match(/^publication-days|^[a-z-]+ {2}/);
    expect(out)
      .to.match(/publication-days-open/)
      .and.match(/programme-deadline-month-day {2}31\sM/);
  });

  it("lifts a cap by a confirmation in a file, and by no other value", async () => {
    const file = join(folder.path, "confirmations.json");
    const confirm = (value: string): Promise<Ran> =>
      awlawiya(
        "confirm",
        "provisional-guarantee-ceiling",
        "--value",
        value,
        "--text",
        "decret-2-22-431",
        "--article",
        "22",
        "--bulletin",
        "BO 7184",
        "--by",
        "Legal department (fictitious)",
        "--on",
        "2026-05-02",
        "--file",
        file,
      );
    expect((await confirm("0.03")).code).to.equal(2);
    expect(existsSync(file)).to.equal(false);
    expect((await confirm("0.02")).code).to.equal(0);
    const { out } = await awlawiya(
      "check",
      tender("festival-heavy-guarantee"),
      "--confirmations",
      file,
      "--format",
      "json",
    );
    const { findings } = JSON.parse(out) as { findings: readonly { rule: string; effect: string }[] };
    expect(findings.find(({ rule }) => rule === "provisional-guarantee")?.effect).to.equal("breach");
    const open = await awlawiya("rules", "--unconfirmed", "--on", "2026-05-03", "--confirmations", file);
    expect(open.out)
      .to.match(/^reserve-share /m)
      .and.not.match(/^provisional-guarantee-ceiling /m);
  });

  it("says what changes in words, and nothing of rules that speak of neither", async () => {
    const days = ["--on", "2022-06-01", "--on", "2026-06-15", "--lang", "fr"];
    const { out } = await awlawiya("diff", tender("purchase-order-over-ceiling"), ...days);
    expect(out).to.match(
      /Plafond des bons de commande, toutes taxes comprises : 200.000,00.DH → 500.000,00.DH/,
    );
    expect(out).to.match(/Marques : Sans objet → Indéterminé\n {6}On ne sait pas/);
    expect(out).to.not.match(/Sans objet → Sans objet|Standstill|Délai d'attente/);
  });

  it("asks for a second tender or another law when there is nothing to compare with", async () => {
    const { code, out, err } = await awlawiya("diff", tender("road-works"));
    expect(code).to.equal(2);
    expect(out).to.equal("");
    expect(err).to.include("diff needs a second tender, or one --on for each law");
    const days = ["2013-01-01", "2022-06-01", "2026-06-15"].flatMap((day) => ["--on", day]);
    expect((await awlawiya("diff", tender("road-works"), ...days)).code).to.equal(2);
  });

  it("shows what changes from one law to another", async () => {
    const { out, code } = await awlawiya(
      "diff",
      tender("purchase-order-over-ceiling"),
      "--on",
      "2022-06-01",
      "--on",
      "2026-06-15",
      "--format",
      "json",
    );
    expect(code).to.equal(0);
    const { findings } = JSON.parse(out) as {
      findings: readonly { rule: string; parameters: readonly object[] }[];
    };
    expect(findings.find(({ rule }) => rule === "purchase-order-ceiling")?.parameters).to.deep.equal([
      { id: "purchase-order-ceiling", before: 200_000, after: 500_000 },
    ]);
  });
});
