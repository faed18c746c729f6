import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { csvLine } from "../../../src/intake/csv/write-csv.ts";
import { csvRows } from "../../../src/intake/csv/csv-rows.ts";
import type { Imported } from "../../../src/intake/readers.ts";
import { bytesSource } from "../../../src/intake/source/source.ts";
import { type Mapping, type Profile, profileOf } from "../../../src/intake/table/mapping.ts";
import { readTableFile } from "../../../src/intake/table/table-file.ts";
import { readOrderTable, readProgrammeTable } from "../../../src/intake/table/table-year.ts";
import { projectRoot } from "../../../src/paths.ts";
import { DAY_STYLE, MOMENT_STYLE, type TestCell, workbook } from "../../support/workbook.ts";

const fixture = (name: string) => bytesSource(name, readFileSync(join(projectRoot, "fixtures/tables", name)));

const readAll = async (
  source: ReturnType<typeof bytesSource>,
  profile?: Profile,
): Promise<{ readonly imports: readonly Imported[]; readonly mapping: Mapping | null }> => {
  let mapping: Mapping | null = null;
  const imports: Imported[] = [];
  const onMapping = (found: Mapping): void => {
    mapping = found;
  };
  const options = profile === undefined ? { onMapping } : { onMapping, profile };
  for await (const each of readTableFile(source, options)) imports.push(each);
  return { imports, mapping };
};

const text = (name: string, body: string | Uint8Array) => bytesSource(name, Buffer.from(body));

const documentsIn = (imports: readonly Imported[]) =>
  imports.flatMap(({ read }) => (read.ok ? [read.document] : []));
const errorsIn = (imports: readonly Imported[]) =>
  imports.flatMap(({ read }) => (read.ok ? [] : read.errors));

const HEAD = "Référence;Objet;Acheteur public;Estimation TTC\r\n";
const ROW = "1/2026;Restauration;Commune fictive;60 000,00\r\n";

describe("a table of tenders", () => {
  it("is read by its French headings, lots of one call together", async () => {
    const { imports, mapping } = await readAll(fixture("appels-2026.csv"));
    expect(mapping).to.include({ headerRow: 3, shape: "tender" });
    expect(imports.map(({ at }) => at)).to.deep.equal(["row 4", "rows 5–6", "row 7"]);
    const [first, second] = documentsIn(imports);
    expect(first).to.deep.include({
      procedure: "simplifiedOpen",
      estimate: { amount: 600_000, taxIncluded: true },
      provisionalGuarantee: { amount: 0 },
      launchedOn: "2026-01-20",
      submissionDeadline: "2026-02-10T10:00:00+01:00",
    });
    expect(second?.lots).to.deep.equal([
      { id: "1", title: { fr: "Location de tentes" } },
      { id: "2", title: { fr: "Sonorisation" } },
    ]);
  });

  it("refuses a row with every cell that cannot be read: row, column, value, reason", async () => {
    const { imports } = await readAll(fixture("appels-2026.csv"));
    expect(
      errorsIn(imports).map((error) => {
        const { row, column, value, code } = error as typeof error & Record<string, unknown>;
        return [row, column, value, code];
      }),
    ).to.deep.equal([
      [7, "Estimation (DH TTC)", "60 00", "AMOUNT_UNCLEAR"],
      [7, "Réservé", "peut-être", "YES_NO_EXPECTED"],
      [7, "Date de mise en ligne", "31/02/2026", "DAY_IMPOSSIBLE"],
      [7, "Date limite de remise des plis", "15/04/26", "YEAR_SHORT"],
    ]);
  });

  it("tells the columns that have no place", async () => {
    const { imports } = await readAll(fixture("appels-2026.csv"));
    expect(
      imports[0]?.unmapped.map(({ code, message }) => [code, /Observations/.test(message)]),
    ).to.deep.equal([["COLUMN_UNMAPPED", true]]);
  });

  it("is read by its Arabic headings, figures, months and hours", async () => {
    const { imports } = await readAll(fixture("calls-ar.csv"));
    const [first, second] = documentsIn(imports);
    expect(first).to.deep.include({
      title: { ar: "خدمات الإطعام لفائدة الضيوف" },
      estimate: { amount: 60_000, taxIncluded: true },
      submissionDeadline: "2026-03-24T10:00:00+01:00",
    });
    expect(second).to.deep.include({
      procedure: "purchaseOrder",
      estimate: { amount: 600_000, taxIncluded: true },
      publications: [{ medium: "portal", publishedAt: "2026-08-15" }],
    });
  });

  it("is read again by the profile that was saved, whatever the guess would be", async () => {
    const odd = "Machin;Truc;Chose\r\n1/2026;Restauration;60 000\r\n";
    const profile: Profile = {
      shape: "tender",
      columns: { Machin: "reference", Truc: "title", Chose: "estimate" },
      constants: { "buyer.name": "Commune fictive" },
    };
    const { imports, mapping } = await readAll(text("a.csv", odd), profile);
    expect(documentsIn(imports)).to.deep.equal([
      {
        reference: "1/2026",
        title: { fr: "Restauration" },
        buyer: { name: { fr: "Commune fictive" } },
        estimate: { amount: 60_000 },
      },
    ]);
    expect(mapping === null ? null : profileOf(mapping)).to.deep.equal(profile);
  });

  it("says which rows of a call disagree", async () => {
    const body =
      "Référence;Objet;Acheteur;Estimation;N° lot\r\n1;Fête;Commune fictive;100 000;1\r\n1;Fête;Commune fictive;200 000;2\r\n";
    const [error] = errorsIn((await readAll(text("a.csv", body))).imports);
    expect(error).to.include({ code: "LOTS_DISAGREE", row: 3, column: "Estimation" });
  });

  it("says what a row lacks", async () => {
    const body = "Référence;Objet;Acheteur\r\n;Restauration;Commune fictive\r\n";
    expect(errorsIn((await readAll(text("a.csv", body))).imports)[0]).to.include({
      code: "required",
      row: 2,
      message: "lacks reference",
    });
  });

  it("is read in the encodings of officers' spreadsheets", async () => {
    const plain = HEAD + ROW;
    const cases: readonly (readonly [Uint8Array, Profile["encoding"]?])[] = [
      [Buffer.from(`\uFEFF${plain}`)],
      [Buffer.from(`\uFEFF${plain}`, "utf16le")],
      [Buffer.from(plain, "latin1"), "windows-1252"],
    ];
    for (const [bytes, encoding] of cases) {
      const profile =
        encoding === undefined ? undefined : { shape: "tender" as const, columns: {}, encoding };
      const { imports } = await readAll(bytesSource("a.csv", bytes), profile);
      expect(documentsIn(imports).map(({ reference }) => reference)).to.deep.equal(["1/2026"]);
    }
  });

  it("is read as Excel of Windows saves it, though nothing says so", async () => {
    const french = "Référence;Objet;Acheteur\r\n1/2026;DÎNER À L'HÔTEL ÉTOILE, ÉTÉ;Commune fictive\r\n";
    const arabic = Buffer.from("C7E1E3D1CCDA3BC7E1E3E6D6E6DA3BD5C7CDC820C7E1E3D4D1E6DA0D0A", "hex");
    const row = Buffer.from("312F323032363BC7E1C5D8DAC7E33B4120E9", "hex");
    const french1252 = await readAll(bytesSource("a.csv", Buffer.from(french, "latin1")));
    expect(documentsIn(french1252.imports)[0]?.title).to.deep.equal({ fr: "DÎNER À L'HÔTEL ÉTOILE, ÉTÉ" });
    const arabic1256 = await readAll(bytesSource("a.csv", Buffer.concat([arabic, row])));
    expect(documentsIn(arabic1256.imports)[0]?.title).to.deep.equal({ ar: "الإطعام" });
  });

  const BAD: readonly (readonly [what: string, body: string | Uint8Array, code: string])[] = [
    ["bytes that are no text", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0x00, 0x01, 0xa1), "NOT_UTF8"],
    ["nothing", "", "SHEET_EMPTY"],
    ["blank lines", "\r\n\r\n;;\r\n", "SHEET_EMPTY"],
    ["no headings", "a;b\r\nc;d\r\n", "NO_HEADINGS"],
    ["an open quote", `${HEAD}"1/2026;Restauration\r\n`, "QUOTES_BROKEN"],
    ["a quote inside a word", `${HEAD}1"2;x;y;z\r\n`, "QUOTES_BROKEN"],
    ["a cell without end", `${HEAD}${"x".repeat(40_000)};y;z;1\r\n`, "CELL_TOO_LONG"],
    ["a record without end", `${HEAD}"${"x".repeat(2_000_000)}"\r\n`, "ROW_TOO_LARGE"],
    ["columns without end", `${HEAD}${";".repeat(600)}\r\n`, "TOO_MANY_COLUMNS"],
    ["a zip that is none", "PK\u0003\u0004 nothing", "NOT_A_WORKBOOK"],
  ];
  for (const [what, body, code] of BAD)
    it(`is refused as a whole, with the reason: ${what}`, async () => {
      const { imports } = await readAll(text("a.csv", body));
      expect(errorsIn(imports).map((error) => error.code)).to.deep.equal([code]);
      expect(errorsIn(imports)[0]?.message).to.not.equal(code);
    });

  it("is told at which row its quotes are broken", async () => {
    const { imports } = await readAll(
      text("a.csv", `${HEAD}1/2026;x;y;z\r\n2/2026;"x;y;z\r\n3/2026;x;y;z\r\n`),
    );
    expect(errorsIn(imports).map(({ code, pointer }) => [code, pointer])).to.deep.equal([
      ["QUOTES_BROKEN", ""],
    ]);
    expect(imports[0]?.at).to.equal("row 3");
  });

  it("guesses the separator, not the comma of an amount", async () => {
    for (const [separator, amount] of [
      [";", "60000,50"],
      ["\t", "60000,50"],
      [",", '"60000,50"'],
      ["|", "60000,50"],
    ] as const) {
      const body = `${["Référence", "Objet", "Acheteur", "Estimation"].join(separator)}\n${["1", "Fête", "Commune fictive", amount].join(separator)}\n`;
      expect(documentsIn((await readAll(text("a.csv", body))).imports)[0]?.estimate).to.deep.equal({
        amount: 60_000.5,
      });
    }
  });
});

describe("a workbook of tenders", () => {
  const rows: readonly (readonly TestCell[])[] = [
    ["Référence", "Objet", "Acheteur", "Estimation HT", "Date limite", "Publié le", "ICE"],
    [
      "1/2026",
      "Fête & réception",
      "Commune fictive",
      60_000.004,
      { value: 46_105.4375, style: MOMENT_STYLE },
      { value: 46_042, style: DAY_STYLE },
      null,
    ],
  ];

  it("is read like a CSV file, dates and numbers by what they mean", async () => {
    const { imports } = await readAll(bytesSource("a.xlsx", workbook(rows)));
    expect(documentsIn(imports)).to.deep.equal([
      {
        reference: "1/2026",
        title: { fr: "Fête & réception" },
        buyer: { name: { fr: "Commune fictive" } },
        estimate: { amount: 60_000, taxIncluded: false },
        submissionDeadline: "2026-03-24T10:30:00+01:00",
        launchedOn: "2026-01-20",
      },
    ]);
  });

  it("says which sheets there are when the one asked for is not", async () => {
    const profile: Profile = { shape: "tender", columns: {}, sheet: "Autre" };
    const [error] = errorsIn((await readAll(bytesSource("a.xlsx", workbook(rows)), profile)).imports);
    expect(error).to.include({ code: "SHEET_UNKNOWN", value: "Feuil1" });
  });
});

describe("a sheet of a buyer's year", () => {
  it("gives the entries of the forecast programme", async () => {
    const { lines, problems, mapping } = await readProgrammeTable(fixture("programme-2026.csv"));
    expect(problems).to.deep.equal([]);
    expect(lines).to.deep.equal([
      {
        reference: "1",
        title: { fr: "Restauration des cérémonies officielles" },
        amount: 600_000,
        procedure: "simplifiedOpen",
        reserved: true,
        launchPlannedFor: "2026-04",
      },
      {
        reference: "2",
        title: { fr: "Gardiennage" },
        amount: 1_200_000,
        procedure: "open",
        reserved: false,
        launchPlannedFor: "2026-05",
      },
      {
        reference: "3",
        title: { ar: "كراء الخيام" },
        amount: 200_000,
        procedure: "purchaseOrder",
        launchPlannedFor: "2026-06",
      },
    ]);
    expect(mapping?.columns.every(({ confidence }) => confidence >= 0.6)).to.equal(true);
  });

  it("gives the purchase orders, and what in them cannot be read", async () => {
    const body =
      "N° BC;Objet;Nature;Montant TTC;Date;Forme juridique\n1;Pause-café;réception;12 000,00;02/03/2026;Coopérative\n2;Pause-café;réception;beaucoup;03/03/2026;Société\n";
    const { lines, problems } = await readOrderTable(text("bc.csv", body));
    expect(lines).to.deep.equal([
      {
        reference: "1",
        title: { fr: "Pause-café" },
        natureCode: "réception",
        amount: 12_000,
        orderedOn: "2026-03-02",
        supplierLegalForm: "cooperative",
      },
    ]);
    expect(problems.map(({ row, column, code }) => [row, column, code])).to.deep.equal([
      [3, "Montant TTC", "AMOUNT_EXPECTED"],
    ]);
  });
});

describe("a CSV file that we write", () => {
  const NASTY = [
    "=1+1",
    "+212 5",
    "-5",
    "@SUM(A1)",
    "\tx",
    "＝1",
    'a"b',
    "a;b",
    "ligne\nsuite",
    "خدمات",
    "'quoted",
    "normal",
  ];

  it("holds no formula, and comes back as it was", async () => {
    for (const nasty of NASTY) {
      const line = csvLine([nasty, 12.5]);
      expect(line, nasty).to.match(/^"[^=+\-@\t\r＝＋－＠]/);
      for await (const { cells } of csvRows(text("a.csv", line), { delimiter: "," }))
        expect(cells).to.deep.equal([nasty, "12.5"]);
    }
  });
});
