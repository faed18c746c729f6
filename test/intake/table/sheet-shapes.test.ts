import { expect } from "chai";
import type { Imported } from "../../../src/intake/readers.ts";
import { bytesSource } from "../../../src/intake/source/source.ts";
import { readTableFile } from "../../../src/intake/table/table-file.ts";
import { collect } from "../../support/collect.ts";
import { DAY_STYLE, type TestCell, workbook } from "../../support/workbook.ts";

const HEAD = ["Référence", "Objet", "Acheteur", "Estimation"];
const LOTS = [...HEAD, "N° lot", "Objet du lot"];
const row = (reference: TestCell, estimate: TestCell = 60_000): readonly TestCell[] => [
  reference,
  "Restauration",
  "Commune fictive",
  estimate,
];

const readBook = (...sheets: Parameters<typeof workbook>): Promise<readonly Imported[]> =>
  collect(readTableFile(bytesSource("a.xlsx", workbook(...sheets))));
const readText = (...lines: readonly string[]): Promise<readonly Imported[]> =>
  collect(readTableFile(bytesSource("a.csv", Buffer.from(lines.join("\n")))));

const references = (imports: readonly Imported[]): string[] =>
  imports.flatMap(({ read }) => (read.ok ? [read.document.reference] : []));
const codes = (imports: readonly Imported[]): string[] =>
  imports.flatMap(({ read }) => (read.ok ? [] : read.errors.map(({ code }) => code)));
const told = (imports: readonly Imported[]): string[] =>
  imports.flatMap(({ unmapped }) => unmapped.map(({ code }) => code));

describe("the sheets of a workbook", () => {
  it("are looked through for the one with headings; the others are told", async () => {
    const imports = await readBook([["Commune fictive"], ["Objet : les appels"]], [HEAD, row("1/2026")]);
    expect(references(imports)).to.deep.equal(["1/2026"]);
    expect(told(imports)).to.deep.equal(["SHEETS_UNREAD"]);
  });

  it("are none in a workbook of before XLSX", async () => {
    const old = Buffer.from("d0cf11e0a1b11ae1".padEnd(64, "0"), "hex");
    expect(codes(await collect(readTableFile(bytesSource("a.xls", old))))).to.deep.equal(["NOT_A_WORKBOOK"]);
  });

  it("have rows, or are refused", async () => {
    expect(codes(await readBook([HEAD]))).to.deep.equal(["NO_ROWS"]);
  });
});

describe("the cells of a sheet", () => {
  for (const [what, cell] of [
    ["an error", { type: "e", xml: "<f>1/0</f><v>#DIV/0!</v>" }],
    ["an error typed as text", "#VALEUR!"],
    ["a formula that was not worked out", { type: "n", xml: "<f>SUM(A1)</f>" }],
  ] as const)
    it(`say what they do not hold: ${what}`, async () => {
      const imports = await readBook([HEAD, row("1/2026", cell), row("2/2026")]);
      expect(codes(imports)).to.deep.equal(["CELL_ERROR"]);
      expect(references(imports)).to.deep.equal(["2/2026"]);
    });

  it("may be the empty answer of a formula", async () => {
    const imports = await readBook([HEAD, row("1/2026", { type: "str", xml: '<f>IF(A1,"","")</f><v></v>' })]);
    expect(references(imports)).to.deep.equal(["1/2026"]);
  });

  it("are no reference when the spreadsheet made a date of it", async () => {
    const imports = await readBook([HEAD, row({ value: 46_023, style: DAY_STYLE }), row(12)]);
    expect(codes(imports)).to.deep.equal(["REFERENCE_IS_DATE"]);
    expect(references(imports)).to.deep.equal(["12"]);
  });

  it("hold what is meant, not how it is written down", async () => {
    const imports = await readBook([HEAD, row("\u200E01/2026_x000D_\u200F")]);
    expect(references(imports)).to.deep.equal(["01/2026"]);
  });

  it("hold no control character", async () => {
    expect(codes(await readText(HEAD.join(";"), "1;Re\0pas;Commune fictive;5"))).to.deep.equal([
      "CONTROL_CHARACTER",
    ]);
  });

  it("are told where they have no heading", async () => {
    const imports = await readBook([
      [null, ...HEAD],
      [1, ...row("1/2026")],
    ]);
    expect(references(imports)).to.deep.equal(["1/2026"]);
    expect(told(imports)).to.deep.equal(["COLUMN_UNMAPPED"]);
  });
});

describe("the rows of a sheet", () => {
  it("go on with the call above where only a lot stands in them", async () => {
    const imports = await readBook([
      LOTS,
      [...row("1/2026"), "1", "Tentes"],
      [null, null, null, null, "2", "Repas"],
      [...row("2/2026"), "1", "Son"],
    ]);
    const [first, second] = imports.flatMap(({ read }) => (read.ok ? [read.document] : []));
    expect(first?.lots?.map(({ id }) => id)).to.deep.equal(["1", "2"]);
    expect(second?.lots).to.have.length(1);
  });

  it("are refused where they say something else of the call without naming it", async () => {
    const imports = await readBook([
      LOTS,
      [...row("1/2026"), "1", "Tentes"],
      [...row(null, 5), "2", "Repas"],
    ]);
    expect(codes(imports)).to.deep.equal(["required"]);
  });

  it("are refused where a separator inside an amount shifts their cells", async () => {
    const imports = await readText(
      HEAD.join(","),
      "1,Repas,Commune fictive,600,000",
      "2,Repas,Commune fictive,600",
    );
    expect(codes(imports)).to.deep.equal(["ROW_TOO_LONG"]);
    expect(references(imports)).to.deep.equal(["2"]);
  });
});
