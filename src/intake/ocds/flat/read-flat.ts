import { inputError } from "../../input-error.ts";
import { bytesSource, type Source } from "../../source/source.ts";
import { cellText, TableError, type TableRow } from "../../table/row.ts";
import { csvRows } from "../../csv/csv-rows.ts";
import { isZip } from "../../xlsx/is-zip.ts";
import { type OpenWorkbook, openWorkbook } from "../../xlsx/open-workbook.ts";
import type { OcdsPart, OcdsUnit } from "../cut-ocds.ts";
import { contextOf } from "../package-context.ts";
import { releaseSchema } from "../release-schema.ts";
import { Unflattened } from "./unflatten.ts";

/** Enough of a file to see whether it is JSON, and its headings where it is not. */
const HEAD = 65_536;

/** The sheet that says what the package says. */
const META = /^meta$/i;

const firstRow = async (rows: AsyncIterable<TableRow>): Promise<readonly string[]> => {
  for await (const { cells } of rows) return cells.map(cellText);
  return [];
};

/** One CSV file, as a workbook of one sheet. */
const loneSheet = (source: Source): OpenWorkbook => ({
  names: ["main"],
  rows: () => csvRows(source),
  close: () => undefined,
});

/** The sheets whose rows name a release by its ocid. */
const releaseSheets = async ({ names, rows }: OpenWorkbook): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const name of names) if ((await firstRow(rows(name))).includes("ocid")) found.push(name);
  return found;
};

const inWorkbook = async <T>(source: Source, work: (workbook: OpenWorkbook) => Promise<T>): Promise<T> => {
  const workbook = (await isZip(source)) ? await openWorkbook(source) : loneSheet(source);
  try {
    return await work(workbook);
  } finally {
    workbook.close();
  }
};

/** A table of one's own may have a column of ocids; paths as headings have none but flattened releases. */
const isFlatTable = async (head: Uint8Array): Promise<boolean> => {
  const headings = await firstRow(csvRows(bytesSource("head.csv", head)));
  return headings.includes("ocid") && headings.some((heading) => /^[a-z]\w*\//i.test(heading));
};

const JSON_TEXT = /^(?:\uFEFF)?\s*[[{]/;

/** Is it a workbook, or a CSV file, of flattened OCDS releases? */
export const isFlattened = async (source: Source): Promise<boolean> => {
  try {
    if (await isZip(source)) return (await inWorkbook(source, releaseSheets)).length > 0;
    const head = Buffer.from(await source.slice(0, HEAD));
    return !JSON_TEXT.test(head.toString("utf8")) && (await isFlatTable(head));
  } catch (error) {
    if (error instanceof TableError) return false;
    throw error;
  }
};

const metaOf = async ({ names, rows }: OpenWorkbook): Promise<Readonly<Record<string, unknown>>> => {
  const meta: Record<string, unknown> = {};
  const name = names.find((each) => META.test(each));
  if (name === undefined) return meta;
  for await (const { cells } of rows(name)) {
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

const unitOf = async (workbook: OpenWorkbook): Promise<OcdsUnit> => {
  const context = contextOf(await metaOf(workbook));
  const unflattened = new Unflattened(releaseSchema(context.version, context.extensions));
  for (const name of await releaseSheets(workbook)) await unflattened.add(workbook.rows(name));
  return { parts: unflattened.releases().map(partOf), context, errors: [], at: "" };
};

/** The releases of a flattened workbook or CSV file as one unit: those of one ocid are merged when it is read. */
export const flattenedUnit = async (source: Source): Promise<OcdsUnit> => {
  try {
    return await inWorkbook(source, unitOf);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    const message = "cannot be read as flattened releases";
    return { parts: [], context: null, errors: [inputError("", error.code, message)], at: "" };
  }
};
