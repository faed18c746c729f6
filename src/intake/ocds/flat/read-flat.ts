import { inputError } from "../../input-error.ts";
import type { Source } from "../../source/source.ts";
import { cellText, TableError, type TableRow } from "../../table/row.ts";
import { isZip } from "../../xlsx/is-zip.ts";
import { readWorkbook } from "../../xlsx/workbook.ts";
import { xlsxRows } from "../../xlsx/xlsx-rows.ts";
import { openZip } from "../../xlsx/zip.ts";
import type { OcdsPart, OcdsUnit } from "../cut-ocds.ts";
import { contextOf } from "../package-context.ts";
import { releaseSchema } from "../release-schema.ts";
import { Unflattened } from "./unflatten.ts";

/** The sheet that says what the package says. */
const META = /^meta$/i;

const sheetNames = async (source: Source): Promise<readonly string[]> => {
  const zip = await openZip(source);
  try {
    return (await readWorkbook(zip)).sheets.map(({ name }) => name);
  } finally {
    zip.close();
  }
};

const firstRow = async (rows: AsyncIterable<TableRow>): Promise<readonly string[]> => {
  for await (const { cells } of rows) return cells.map(cellText);
  return [];
};

/** The sheets whose rows name a release by its ocid. */
const releaseSheets = async (source: Source): Promise<readonly string[]> => {
  const names: string[] = [];
  for (const name of await sheetNames(source))
    if ((await firstRow(xlsxRows(source, name))).includes("ocid")) names.push(name);
  return names;
};

/** Is it a workbook of flattened OCDS releases? */
export const isFlattened = async (source: Source): Promise<boolean> => {
  try {
    return (await isZip(source)) && (await releaseSheets(source)).length > 0;
  } catch (error) {
    if (error instanceof TableError) return false;
    throw error;
  }
};

const metaOf = async (source: Source): Promise<Readonly<Record<string, unknown>>> => {
  const meta: Record<string, unknown> = {};
  const name = (await sheetNames(source)).find((each) => META.test(each));
  if (name === undefined) return meta;
  for await (const { cells } of xlsxRows(source, name)) {
    const [key, ...values] = cells.map(cellText);
    if (key !== undefined && key !== "")
      meta[key] = key === "extensions" ? values.filter((each) => each !== "") : values[0];
  }
  return meta;
};

const partOf = (release: unknown, index: number): OcdsPart => ({
  at: `/releases/${index}`,
  list: "releases",
  bytes: Buffer.from(JSON.stringify(release)),
  problem: null,
});

/** The releases of a flattened workbook as one unit: those of one ocid are merged when it is read. */
export const flattenedUnit = async (source: Source): Promise<OcdsUnit> => {
  try {
    const context = contextOf(await metaOf(source));
    const unflattened = new Unflattened(releaseSchema(context.version, context.extensions));
    for (const name of await releaseSheets(source)) await unflattened.add(xlsxRows(source, name));
    const parts = unflattened.releases().map(partOf);
    return { parts, context, errors: [], at: "" };
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    const message = "cannot be read as a workbook of flattened releases";
    return { parts: [], context: null, errors: [inputError("", error.code, message)], at: "" };
  }
};
