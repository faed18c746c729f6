import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { headingLine, tenderLines } from "../../../src/exchange/table/tender-table.ts";
import { readers } from "../../../src/intake/readers.ts";
import type { TenderDocument } from "../../../src/intake/schema/tender-schema.ts";
import { bytesSource } from "../../../src/intake/source/source.ts";
import { projectRoot } from "../../../src/paths.ts";

const FOLDER = join(projectRoot, "fixtures/tenders");
const FIXTURES = readdirSync(FOLDER).map((file): [string, TenderDocument] => [
  file,
  JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as TenderDocument,
]);

const lines = (all: readonly TenderDocument[]): readonly string[] =>
  all.flatMap((each) => tenderLines(each).lines);

/** What an import reads from the table of these calls. */
const readBack = async (documents: readonly TenderDocument[]): Promise<readonly TenderDocument[]> => {
  const table = headingLine() + lines(documents).join("");
  const read = await readers.csv();
  const found: TenderDocument[] = [];
  for await (const { read: each } of read(bytesSource("calls.csv", Buffer.from(table)))) {
    expect(each.ok, JSON.stringify(each)).to.equal(true);
    if (each.ok) found.push(each.document);
  }
  return found;
};

/** Every value with its place; `*` stands for an index. */
const leaves = (value: unknown, pointer = ""): readonly (readonly [pointer: string, value: string])[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) =>
        leaves(inner, `${pointer}/${Array.isArray(value) ? "*" : key}`),
      )
    : [[pointer, JSON.stringify(value)]];

const CALL: TenderDocument = {
  reference: "7/2026",
  buyer: { name: { fr: "Commune fictive" } },
  title: { fr: "Restauration" },
};

const newspaper = (name: string) => ({
  medium: "newspaper",
  language: "ar",
  name,
  publishedAt: "2026-01-21",
});

describe("tenders as a table", () => {
  it("come back from an import as they were, but for what was told to have no column", async () => {
    const documents = FIXTURES.map(([, document]) => document);
    const back = await readBack(documents);
    expect(back).to.have.length(documents.length);
    for (const [index, [file, document]] of FIXTURES.entries()) {
      const said = leaves(document);
      const read = leaves(back[index]);
      const { unplaced } = tenderLines(document);
      expect(said, file).to.deep.include.members([...read]);
      const kept = said.filter(([pointer]) => !unplaced.includes(pointer)).map(([pointer]) => pointer);
      expect(
        read.map(([pointer]) => pointer),
        file,
      ).to.include.members(kept);
    }
  });

  it("are the same table when they come back", async () => {
    const documents = FIXTURES.map(([, document]) => document);
    expect(lines(await readBack(documents))).to.deep.equal(lines(documents));
  });

  it("say every code in words that are read as the same code", async () => {
    const codes =
      "open simplifiedOpen openWithMarkup restricted preselection designContest competitiveDialogue negotiatedWithPublicity negotiated purchaseOrder ordinaryLaw".split(
        " ",
      );
    const documents = codes.map((procedure, index) => ({
      ...CALL,
      reference: `${index}/2026`,
      procedure,
    })) as TenderDocument[];
    const back = await readBack(documents);
    expect(back.map(({ procedure }) => procedure)).to.deep.equal(codes);
  });

  it("run nothing in a spreadsheet, and keep the text all the same", async () => {
    const hostile = { ...CALL, title: { fr: '=HYPERLINK("http://x";"a")' } };
    expect(tenderLines(hostile).lines.join("")).to.include(`"'=HYPERLINK`);
    expect((await readBack([hostile]))[0]?.title).to.deep.equal(hostile.title);
  });

  it("leave out a list that the columns would make another one, and tell it", async () => {
    const twice = { ...CALL, publications: [newspaper("A"), newspaper("B")] } as TenderDocument;
    const [back] = await readBack([twice]);
    expect(back).to.not.have.property("publications");
    expect(tenderLines(twice).unplaced).to.include("/publications/*/publishedAt");
  });

  it("never print unknown tax as tax in or out", async () => {
    const documents = [
      { ...CALL, reference: "1/2026", estimate: { amount: 1000.5 } },
      { ...CALL, reference: "2/2026", estimate: { amount: 1000.5, taxIncluded: false, vatRate: 1 } },
    ];
    const back = await readBack(documents);
    expect(back[0]?.estimate).to.deep.equal({ amount: 1000.5 });
    expect(back[1]?.estimate).to.deep.equal({ amount: 1000.5, taxIncluded: false });
    expect(tenderLines(documents[1] ?? CALL).unplaced).to.deep.equal(["/estimate/vatRate"]);
  });

  it("print the mention of a reservation where no answer is known", async () => {
    const reservation = { noticeText: "Réservé aux coopératives et aux PME" };
    const [back] = await readBack([{ ...CALL, reservation }]);
    expect(back?.reservation).to.deep.equal(reservation);
  });
});
