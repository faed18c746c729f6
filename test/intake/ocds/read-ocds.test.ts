import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { ocdsProcess } from "../../../bench/batch/corpus.ts";
import { guessFormat } from "../../../src/intake/guess-format.ts";
import { readOcdsFile } from "../../../src/intake/ocds/read-ocds.ts";
import type { Imported } from "../../../src/intake/readers.ts";
import type { TenderDocument } from "../../../src/intake/schema/tender-schema.ts";
import { bytesSource } from "../../../src/intake/source/source.ts";
import { projectRoot } from "../../../src/paths.ts";
import { collect } from "../../support/collect.ts";

type Json = Record<string, unknown>;

const example = (path: string): Json =>
  JSON.parse(readFileSync(join(projectRoot, "fixtures/vectors/ocds-example", path), "utf8")) as Json;

const readText = (text: string): Promise<readonly Imported[]> =>
  collect(readOcdsFile(bytesSource("file", Buffer.from(text))));

const documents = (imported: readonly Imported[]): readonly TenderDocument[] =>
  imported.flatMap(({ read }) => (read.ok ? [read.document] : []));

const read = async (value: unknown): Promise<readonly TenderDocument[]> =>
  documents(await readText(JSON.stringify(value)));

const one = async (tender: Json, other: Json = {}): Promise<TenderDocument | undefined> => {
  const [document] = await read({
    ocid: "ocds-x-1",
    id: "1",
    date: "2026-01-20T09:00:00Z",
    tag: ["tender"],
    initiationType: "tender",
    language: "fr",
    parties: [{ id: "b", name: "Commune fictive", roles: ["buyer"] }],
    buyer: { id: "b" },
    tender: { id: "1/2026", title: "Objet", ...tender },
    ...other,
  });
  return document;
};

const deadline = async (endDate: string) => (await one({ tenderPeriod: { endDate } }))?.submissionDeadline;

const estimate = async (value: Json) => (await one({ value }))?.estimate;

const procedure = async (method: string, details?: string) =>
  (await one({ procurementMethod: method, procurementMethodDetails: details }))?.procedure;

const reservation = async (codes: readonly string[]) =>
  (await one({ otherRequirements: { reservedParticipation: codes } }))?.reservation;

const sector = async (...codes: readonly string[]) =>
  (await one({ items: codes.map((id) => ({ id, classification: { scheme: "CPV", id } })) }))?.sector;

const NAMES = [
  "01-planning",
  "02-tender",
  "03-tenderAmendment",
  "04-award",
  "05-contract",
  "06-implementation",
];
const packages = NAMES.map((name) => example(`1.1/ocds-213czf-000-00001-${name}.json`));
const releases = packages.flatMap(({ releases: held }) => held as Json[]);

describe("reading the official example", () => {
  const all = example("1.1/ocds-213czf-000-00001.json");

  it("gives one tender from its six releases, in every shape", async () => {
    const expected = await read(all);
    expect(expected.length).to.equal(1);
    const lines = releases.map((release) => JSON.stringify(release)).join("\n");
    const packagedLines = packages.map((each) => JSON.stringify(each)).join("\n");
    const shapes = [
      JSON.stringify(all, null, 2),
      JSON.stringify(releases),
      JSON.stringify(releases.toReversed()),
      JSON.stringify(packages),
      lines,
      packagedLines,
      packages.map((each) => JSON.stringify(each, null, 2)).join("\n"),
      JSON.stringify(example("1.1/record.json")),
      JSON.stringify(example("1.1/record-versioned.json")),
      JSON.stringify({ ocid: "ocds-213czf-000-00001", releases }),
    ];
    for (const shape of shapes) expect(documents(await readText(shape))).to.deep.equal(expected);
  });

  it("names every value that the format has no place for", async () => {
    const [imported] = await readText(JSON.stringify(all));
    const pointers = imported?.unmapped.map(({ pointer }) => pointer) ?? [];
    expect(pointers).to.include.members([
      "/tender/value",
      "/tender/minValue",
      "/planning",
      "/parties/0/address",
    ]);
  });

  it("reads 1.0, where organisations stand where they are named", async () => {
    const [document] = await read(example("1.0/record.json"));
    expect(document?.buyer.name.en).to.equal("London Borough of Barnet");
    expect(document?.award?.tenderer?.name).to.equal("AnyCorp Cycle Provision");
  });
});

describe("reading the flattened example", () => {
  for (const name of NAMES)
    it(`gives the same as the JSON: ${name}`, async () => {
      const path = join(
        projectRoot,
        `fixtures/vectors/ocds-example/flattened/ocds-213czf-000-00001-${name}.xlsx`,
      );
      const source = bytesSource(path, readFileSync(path));
      expect(await guessFormat(source)).to.equal("ocds");
      const flattened = await collect(readOcdsFile(source));
      const plain = await readText(JSON.stringify(example(`1.1/ocds-213czf-000-00001-${name}.json`)));
      expect(documents(flattened)).to.deep.equal(documents(plain));
      expect(flattened.map(({ read: { ok } }) => ok)).to.deep.equal(plain.map(({ read: { ok } }) => ok));
    });
});

const HEADINGS =
  "ocid,id,date,tag,initiationType,language,buyer/name,tender/id,tender/title,tender/value/amount,tender/value/currency,tender/lots/0/id,tender/lots/0/title";
const line = (lot: number): string =>
  `ocds-fictif-1,1,2026-07-01T00:00:00Z,tender,tender,fr,Commune fictive,7/2026,"Restauration, tentes",600000,MAD,${lot},Lot ${lot}`;
const csv = (text: string) => bytesSource("releases.csv", Buffer.from(text));

describe("reading flattened releases from one CSV file", () => {
  it("puts the rows of one release together", async () => {
    const source = csv(`\uFEFF${HEADINGS}\r\n${line(1)}\r\n${line(2)}\r\n`);
    expect(await guessFormat(source)).to.equal("ocds");
    const [document, ...others] = documents(await collect(readOcdsFile(source)));
    expect(others).to.deep.equal([]);
    expect(document?.reference).to.equal("7/2026");
    expect(document?.title).to.deep.equal({ fr: "Restauration, tentes" });
    expect(document?.estimate?.amount).to.equal(600_000);
    expect(document?.lots?.map(({ id }) => id)).to.deep.equal(["1", "2"]);
  });

  it("is no table of one's own, which may name ocids too", async () => {
    expect(await guessFormat(csv("Référence,Objet,ocid\n1/2026,Restauration,ocds-1\n"))).to.equal("csv");
    expect(await guessFormat(csv(""))).to.equal("csv");
  });
});

describe("reading a process", () => {
  it("takes the languages that are marked, and Arabic letters for Arabic", async () => {
    expect((await one({ title_ar: "خدمات" }))?.title).to.deep.equal({ fr: "Objet", ar: "خدمات" });
    expect((await one({ title: "خدمات الإطعام" }, { language: null }))?.title).to.deep.equal({
      ar: "خدمات الإطعام",
    });
    expect((await one({}, { language: "es" }))?.title).to.deep.equal({ en: "Objet" });
  });

  it("keeps the day alone where the time is unknown", async () => {
    expect(await deadline("2026-02-24T23:59:59Z")).to.equal("2026-02-24");
    expect(await deadline("2026-02-24T00:00:00+01:00")).to.equal("2026-02-24");
    expect(await deadline("2026-02-24T00:00:00.000+01:00")).to.equal("2026-02-24T00:00:00+01:00");
    expect(await deadline("2026-02-24T10:00:00.123456+01:00")).to.equal("2026-02-24T10:00:00.123+01:00");
  });

  it("never converts a currency, and never reads an amount it cannot hold", async () => {
    expect(await estimate({ amount: 1500.5, currency: "MAD" })).to.deep.equal({ amount: 1500.5 });
    expect(await estimate({ amount: 1500, currency: "EUR" })).to.equal(undefined);
    expect(await estimate({ amount: 1500 })).to.equal(undefined);
    expect(await estimate({ amount: 0.001, currency: "MAD" })).to.equal(undefined);
    expect(await estimate({ amount: -1, currency: "MAD" })).to.equal(undefined);
  });

  it("does not take one procedure for another", async () => {
    expect(await procedure("open")).to.equal("open");
    expect(await procedure("open", "Appel d'offres ouvert simplifié")).to.equal("simplifiedOpen");
    expect(await procedure("limited", "Bon de commande n° 3")).to.equal("purchaseOrder");
    expect(await procedure("open", "طلب عروض مفتوح")).to.equal("open");
    for (const method of ["selective", "limited", "direct"])
      expect(await procedure(method)).to.equal(undefined);
  });

  it("reads reserved only for the groups of the law", async () => {
    expect(await reservation(["cooperative", "selfEntrepreneur"])).to.deep.equal({
      reserved: true,
      beneficiaries: ["cooperative", "selfEntrepreneur"],
    });
    expect(await reservation(["shelteredWorkshop"])).to.equal(undefined);
  });

  it("keeps what the extensions say of lots", async () => {
    const document = await one({
      lots: [
        { id: "1", title: "Tentes", value: { amount: 9000, currency: "MAD" }, suitability: { sme: true } },
      ],
      items: [{ id: "1", relatedLot: "1", classification: { scheme: "CPV", id: "39522530-1" } }],
      lotDetails: { maximumLotsAwardedPerSupplier: 1 },
    });
    expect(document?.lots).to.deep.equal([
      {
        id: "1",
        title: { fr: "Tentes" },
        estimate: { amount: 9000 },
        cpv: ["39522530"],
        suitableForSmallFirms: true,
      },
    ]);
    expect(document?.maxLotsPerTenderer).to.equal(1);
  });

  it("tells the sector by the vocabulary only where all codes agree", async () => {
    expect(await sector("55520000")).to.equal("catering");
    expect(await sector("55520000", "45000000")).to.equal(undefined);
    expect(await sector("45000000")).to.equal(undefined);
  });

  it("keeps the first opening and each move of it, from one release to the next", async () => {
    const [document] = await read(
      ["2026-02-24T10:00:00Z", "2026-02-24T10:00:00Z", "2026-03-06T10:00:00Z"].map((date, index) => ({
        ocid: "ocds-x-1",
        id: String(index),
        date: `2026-02-0${index + 1}T09:00:00Z`,
        tag: ["tender"],
        initiationType: "tender",
        buyer: { name: "Commune fictive" },
        tender: { id: "1/2026", title: "Objet", bidOpening: { date } },
      })),
    );
    expect(document?.openingAt).to.equal("2026-02-24T10:00:00Z");
    expect(document?.amendments).to.deep.equal([
      { changedOn: "2026-02-03", noticePublishedOn: "2026-02-03", newOpeningAt: "2026-03-06T10:00:00Z" },
    ]);
  });

  it("reads no award from what was not awarded, and no offer from what was withdrawn", async () => {
    const document = await one(
      {},
      {
        bids: {
          details: [
            { id: "1", status: "withdrawn" },
            { id: "2", status: "disqualified" },
          ],
        },
        awards: [{ id: "1", status: "cancelled" }],
      },
    );
    expect(document?.offers).to.deep.equal([{ id: "2", admitted: false }]);
    expect(document).to.not.have.any.keys("award", "awards");
  });

  it("reads every process of the synthetic corpus, whole", async () => {
    const processes = Array.from({ length: 300 }, (_, number) => ocdsProcess(number));
    const imported = await readText(processes.map((each) => JSON.stringify(each)).join("\n"));
    expect(imported.filter(({ read: { ok } }) => !ok)).to.deep.equal([]);
    const pointers = new Set(
      imported.flatMap(({ unmapped }) => unmapped.map(({ pointer }) => pointer.replaceAll(/\d+/g, "*"))),
    );
    expect([...pointers].toSorted()).to.deep.equal(["/parties/*/address", "/tender/items"]);
  });
});
