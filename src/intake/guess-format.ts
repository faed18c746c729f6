import { isFlattened } from "./ocds/flat/read-flat.ts";
import type { Format } from "./readers.ts";
import type { Source } from "./source/source.ts";
import { isOldWorkbook, isZip } from "./xlsx/is-zip.ts";

const HEAD = 65_536;
/** Properties that open an OCDS file of any shape; a tender may have an ocid, but has a reference and a buyer too. */
const OCDS = /"(?:releases|records|initiationType|compiledRelease|publishedDate)"\s*:/;

/** The root of a notice, after comments and a declaration. */
const NOTICE = /<(?:\w+:)?(?:ContractNotice|ContractAwardNotice|PriorInformationNotice)[\s>]/;

/** The format of a file by its ending or else by how it begins; null when neither tells. */
export const guessFormat = async (source: Source): Promise<Format | null> => {
  if (await isOldWorkbook(source)) return "xlsx";
  if (await isZip(source)) return (await isFlattened(source)) ? "ocds" : "xlsx";
  if (/\.(csv|tsv)$/i.test(source.name)) return (await isFlattened(source)) ? "ocds" : "csv";
  if (/\.html?$/i.test(source.name)) return "portal";
  const head = Buffer.from(await source.slice(0, HEAD)).toString("utf8");
  if (NOTICE.test(head)) return "eforms";
  if (!/^\uFEFF?\s*[[{]/.test(head)) return null;
  return OCDS.test(head) ? "ocds" : "tender";
};
