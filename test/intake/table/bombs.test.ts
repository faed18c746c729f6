import { expect } from "chai";
import { strToU8, zipSync } from "fflate";
import type { InputError } from "../../../src/intake/input-error.ts";
import { bytesSource } from "../../../src/intake/source/source.ts";
import { readTableFile } from "../../../src/intake/table/table-file.ts";
import { workbookParts } from "../../support/workbook.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const parts = workbookParts([["Référence", "Objet", "Acheteur"]]);

const codesOf = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const errors: InputError[] = [];
  for await (const { read } of readTableFile(bytesSource("a.xlsx", bytes)))
    if (!read.ok) errors.push(...read.errors);
  return errors.map(({ code }) => code);
};

const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1_048_576).fill(32);
const xml = (body: string): Uint8Array =>
  strToU8(`<?xml version="1.0"?><worksheet xmlns="x"><sheetData>${body}</sheetData></worksheet>`);
const withSheet = (sheet: Uint8Array): Uint8Array => zipSync({ ...parts, [SHEET]: sheet });

const BOMBS: readonly (readonly [what: string, bytes: () => Uint8Array, code: string])[] = [
  ["a sheet that unfolds to 50 MB of blanks", () => withSheet(zeros(50)), "ZIP_BOMB"],
  ["texts that unfold to 50 MB", () => zipSync({ ...parts, "xl/sharedStrings.xml": zeros(50) }), "ZIP_BOMB"],
  [
    "entities that multiply",
    () =>
      withSheet(
        strToU8(
          '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><worksheet><sheetData>&c;</sheetData></worksheet>',
        ),
      ),
    "NOT_A_WORKBOOK",
  ],
  [
    "a row beyond the last",
    () => withSheet(xml('<row r="1048577"><c r="A1048577"><v>1</v></c></row>')),
    "TOO_MANY_ROWS",
  ],
  [
    "a column beyond the last",
    () => withSheet(xml('<row r="1"><c r="ZZZ1"><v>1</v></c></row>')),
    "TOO_MANY_COLUMNS",
  ],
  [
    "a cell without end",
    () => withSheet(xml(`<row r="1"><c r="A1" t="str"><v>${"ab".repeat(20_000)}</v></c></row>`)),
    "CELL_TOO_LONG",
  ],
  [
    "XML that ends in the middle",
    () => withSheet(strToU8("<worksheet><sheetData><row r='1'>")),
    "NOT_A_WORKBOOK",
  ],
  ["a sheet that is not UTF-8", () => withSheet(Uint8Array.of(0xff, 0xfe, 0xfd)), "NOT_A_WORKBOOK"],
  ["a zip of other things", () => zipSync({ "a.txt": strToU8("x") }), "NOT_A_WORKBOOK"],
  [
    "three thousand parts",
    () =>
      zipSync(
        Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`f${index}`, new Uint8Array()])),
      ),
    "TOO_MANY_PARTS",
  ],
];

describe("a workbook made to harm", () => {
  for (const [what, bytes, code] of BOMBS)
    it(`is refused: ${what}`, async () => {
      expect(await codesOf(bytes())).to.deep.equal([code]);
    });

  it("is refused wherever it is cut", async () => {
    const whole = withSheet(xml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'));
    for (let length = 4; length < whole.length; length += 97)
      expect(await codesOf(whole.subarray(0, length))).to.deep.equal(["NOT_A_WORKBOOK"]);
  });
});
