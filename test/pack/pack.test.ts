import { createHash } from "node:crypto";
import { expect } from "chai";
import { unzipSync } from "fflate";
import { canonicalHash } from "../../src/canonical-hash.ts";
import type { AwardedContract } from "../../src/domain/awarded-share.ts";
import { undeterminedIn } from "../../src/domain/pack/undetermined.ts";
import { ocdsRules } from "../../src/intake/ocds/ocds-validator.ts";
import { readOcdsFile } from "../../src/intake/ocds/read-ocds.ts";
import { EXTENSIONS } from "../../src/intake/ocds/schema-files.ts";
import { bytesSource } from "../../src/intake/source/source.ts";
import { figuresTable } from "../../src/pack/figures-table.ts";
import { packArchive } from "../../src/pack/pack-files.ts";
import { writingIn } from "../../src/pack/writing.ts";
import { openPress } from "../../src/report/press.ts";
import { packLocale } from "../../src/report/view/report-locale.ts";
import type { PackContent } from "../../src/usecases/packs.ts";
import { collect } from "../support/collect.ts";
import { rulebook } from "../support/fixtures.ts";
import { awardedTender, fixture, packContent } from "../support/pack-content.ts";

const tools = { press: openPress(null), hash: canonicalHash };
const BUYER = { name: { fr: "Commune fictive", ar: "جماعة وهمية" } };
const holder = (name: string, legalForm?: string) => ({
  name,
  ...(legalForm === undefined ? {} : { legalForm }),
});

const YEAR = {
  buyer: BUYER,
  year: 2026,
  programmePublishedOn: "2026-02-10",
  entries: [
    {
      reference: "01/2026",
      title: { fr: "Repas" },
      amount: 1000,
      procedure: "open",
      reserved: true,
      launchPlannedFor: "2026-02",
      launched: true,
    },
    { reference: "02/2026", title: { fr: "=cmd()" }, procedure: "open", reserved: false, launched: true },
    { title: { ar: "حفل" }, amount: 500, procedure: "open" },
  ],
  purchaseOrders: [
    {
      reference: "BC 1",
      title: { fr: "Café" },
      natureCode: "réception",
      amount: 200,
      orderedOn: "2026-03-01",
    },
    { reference: "BC 2", natureCode: "Reception" },
    { reference: "BC 3", amount: 50 },
  ],
};
const TENDERS = [
  awardedTender("01/2026", {
    tenderer: holder("Coopérative fictive", "cooperative"),
    amount: 900,
    decidedOn: "2026-03-10",
  }),
  awardedTender("A/2026", { tenderer: holder("Union fictive", "cooperativeUnion"), decidedOn: "2026-04-01" }),
  awardedTender("B/2026", {
    tenderer: holder("+Société fictive", "company"),
    amount: 300,
    decidedOn: "2026-04-02",
  }),
  awardedTender("C/2026", { tenderer: holder("Sans forme"), amount: 20, decidedOn: "2026-05-02" }),
  awardedTender("D/2026", { tenderer: holder("Sans date", "selfEntrepreneur"), amount: 70 }),
  awardedTender(
    "E/2025",
    { tenderer: holder("Avant", "cooperative"), amount: 70, decidedOn: "2025-12-31" },
    { launchedOn: "2025-10-01" },
  ),
  awardedTender("BC 1", { amount: 200, decidedOn: "2026-03-01" }, { procedure: "purchaseOrder" }),
  awardedTender("BC 9", { amount: 40, decidedOn: "2026-03-01" }, { procedure: "purchaseOrder" }),
];

const referencesOf = (contracts: readonly AwardedContract[]): readonly string[] =>
  contracts.map(({ tender }) => tender.reference);

const figuresOf = (content: PackContent): Readonly<Record<string, readonly unknown[]>> => {
  const words = Object.entries(packLocale("fr"));
  return Object.fromEntries(
    figuresTable(content, writingIn("fr", rulebook)).rows.map(([label, ...bounds]) => [
      words.find(
        ([key, text]) => key.startsWith("figure_") && label?.kind === "word" && text === label.text,
      )?.[0] ?? "",
      bounds.map((cell) =>
        cell.kind === "amount"
          ? cell.centimes
          : cell.kind === "count" || cell.kind === "share"
            ? cell.value
            : cell.kind,
      ),
    ]),
  );
};

describe("the pack of a year", function pack() {
  this.timeout(60_000);

  it("lists the contracts of each group, and leaves open what the form does not tell", async () => {
    const {
      pack: { groups, undecided, undated, unlisted },
    } = await packContent(YEAR, TENDERS);
    expect(referencesOf(groups.cooperatives.contracts)).to.deep.equal(["01/2026"]);
    expect(referencesOf(groups.unions.contracts)).to.deep.equal(["A/2026"]);
    expect(referencesOf(groups.smallFirms.contracts)).to.deep.equal([]);
    expect(referencesOf(undecided.contracts)).to.deep.equal(["B/2026", "C/2026"]);
    expect(referencesOf(undated)).to.deep.equal(["D/2026"]);
    expect(referencesOf(unlisted)).to.deep.equal(["BC 9"]);
  });

  it("gives each figure at least and at most, and never counts what is unknown as zero", async () => {
    const figures = figuresOf(await packContent(YEAR, TENDERS));
    expect(figures).to.include.keys("figure_reservedShare", "figure_neededShare");
    expect(figures["figure_forecast"]).to.deep.equal([150_000, "unknown"]);
    expect(figures["figure_reserved"]).to.deep.equal([100_000, 150_000]);
    expect(figures["figure_reservedShare"]).to.deep.equal(["unknown", "unknown"]);
    expect(figures["figure_contractsCount"]).to.deep.equal([4, 5]);
    expect(figures["figure_contractsSum"]).to.deep.equal([122_000, "unknown"]);
    expect(figures["figure_cooperativesCount"]).to.deep.equal([1, 2]);
    expect(figures["figure_cooperativesSum"]).to.deep.equal([90_000, 92_000]);
    expect(figures["figure_smallFirmsSum"]).to.deep.equal([0, 32_000]);
    expect(figures["figure_selfEntrepreneursCount"]).to.deep.equal([0, 2]);
    expect(figures["figure_unionsSum"]).to.deep.equal([0, "unknown"]);
    expect(figures["figure_ordersCount"]).to.deep.equal([3, 4]);
    expect(figures["figure_ordersSum"]).to.deep.equal([25_000, "unknown"]);
  });

  it("says what could not be determined, and of what", async () => {
    const { pack: said } = await packContent(YEAR, TENDERS);
    expect(
      Object.fromEntries(undeterminedIn(said).map(({ key, references }) => [key, references])),
    ).to.deep.equal({
      entryAmountUnknown: ["02/2026"],
      entryReservedUnknown: [],
      entryNotAwarded: ["02/2026"],
      listDayUnknown: [],
      awardAmountUnknown: ["A/2026"],
      holderFormUnknown: ["C/2026"],
      holderMayBeSmall: ["B/2026"],
      awardDayUnknown: ["D/2026"],
      orderAmountUnknown: ["BC 2"],
      orderNatureUnknown: ["BC 3"],
      orderNotListed: ["BC 9"],
    });
    const nothing = await packContent(null, []);
    expect(undeterminedIn(nothing.pack).map(({ key }) => key)).to.include.members([
      "programmeUnknown",
      "ordersUnknown",
    ]);
    expect(figuresOf(nothing)["figure_ordersCount"]).to.deep.equal(["unknown", "unknown"]);
    expect(figuresOf(nothing)["figure_forecast"]).to.deep.equal(["unknown", "unknown"]);
  });

  it("is the same bytes each time, wherever the clock stands, with checksums that hold", async () => {
    const content = await packContent(YEAR, TENDERS);
    const { bytes: archive, sha256 } = await packArchive(content, rulebook, tools);
    const zone = process.env["TZ"];
    process.env["TZ"] = "Pacific/Auckland";
    const again = await packArchive(await packContent(YEAR, TENDERS), rulebook, tools);
    process.env["TZ"] = zone;
    expect(again.sha256).to.equal(sha256);
    expect(Buffer.from(again.bytes).equals(Buffer.from(archive))).to.equal(true);
    const files = unzipSync(archive);
    const names = ["ar.pdf", "ar.xlsx", "fr.pdf", "fr.xlsx", "en.pdf", "en.xlsx", "ocds.json"].map(
      (end) => `awlawiya-99.001-2026-${end}`,
    );
    expect(Object.keys(files)).to.deep.equal([...names, "awlawiya-99.001-2026.json", "SHA256SUMS"]);
    const lines = Buffer.from(files["SHA256SUMS"] ?? [])
      .toString()
      .trimEnd()
      .split("\n");
    expect(lines.length).to.equal(names.length + 1);
    for (const line of lines) {
      const [, sum, name = ""] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      expect(
        createHash("sha256")
          .update(files[name] ?? "")
          .digest("hex"),
      ).to.equal(sum);
    }
  });

  it("is valid OCDS 1.1.5, read back as what it says, each contract once", async () => {
    const files = unzipSync((await packArchive(await packContent(YEAR, TENDERS), rulebook, tools)).bytes);
    const bytes = files["awlawiya-99.001-2026-ocds.json"] ?? new Uint8Array();
    const { releases, ...head } = JSON.parse(Buffer.from(bytes).toString()) as {
      readonly releases: readonly { readonly ocid: string; readonly tag: readonly string[] }[];
    };
    const rules = ocdsRules("1.1", EXTENSIONS);
    expect(rules.releasePackage({ ...head, releases: [] })).to.deep.equal([]);
    for (const release of releases) expect(rules.release(release)).to.deep.equal([]);
    // Three forecasts, six awards of 2026 and one undated, two orders that are no stored tender.
    expect(releases.length).to.equal(3 + 7 + 2);
    expect(releases[3]?.ocid).to.equal(releases[0]?.ocid);
    expect([releases[0]?.tag, releases[2]?.tag]).to.deep.equal([["tender"], ["planning"]]);
    const read = await collect(readOcdsFile(bytesSource("pack", bytes)));
    const references = read.flatMap((each) => (each.read.ok ? [each.read.document.reference] : []));
    expect(references).to.include.members(["02/2026", "A/2026", "BC 9"]);
  });

  it("holds no formula: what begins like one is text that stays text", async () => {
    const files = unzipSync((await packArchive(await packContent(YEAR, TENDERS), rulebook, tools)).bytes);
    const book = unzipSync(files["awlawiya-99.001-2026-fr.xlsx"] ?? new Uint8Array());
    const sheets = Object.entries(book)
      .filter(([name]) => name.startsWith("xl/worksheets/"))
      .map(([, xml]) => Buffer.from(xml).toString())
      .join("");
    expect(sheets).to.not.match(/<f>|<f /);
    expect(sheets).to.match(/<c r="B6" s="2" t="inlineStr"><is><t xml:space="preserve">=cmd\(\)</);
    expect(sheets).to.include('s="2" t="inlineStr"><is><t xml:space="preserve">+Société fictive<');
    expect(Buffer.from(book["xl/styles.xml"] ?? []).toString()).to.match(/quotePrefix="1"/);
  });

  it("is made of the demo's own years and tenders in every language", async () => {
    const tenders = ["tie-cooperative-passed-over", "purchase-order-reception"].map((name) =>
      fixture(`tenders/${name}.json`),
    );
    for (const name of ["ain-sahel-2026", "ain-amal-2026", "oued-safi-2026", "tizi-amane-2025"]) {
      const content = await packContent(fixture(`programmes/${name}.json`), tenders);
      const files = unzipSync((await packArchive(content, rulebook, tools)).bytes);
      for (const [path, bytes] of Object.entries(files).filter(([each]) => each.endsWith(".pdf")))
        expect(Buffer.from(bytes.subarray(0, 5)).toString(), path).to.equal("%PDF-");
    }
  });
});
