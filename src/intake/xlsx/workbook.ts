import { TableError } from "../table/row.ts";
import { xmlEvents } from "./xml-events.ts";
import type { Zip } from "./zip.ts";

const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";
const STRINGS = "xl/sharedStrings.xml";
const STYLES = "xl/styles.xml";
/** Characters of all shared texts together, and how many they may be. */
const MOST_TEXT = 64 * 1_048_576;
const MOST_STRINGS = 2_000_000;

/** A sheet by the name that its tab shows. */
export interface Sheet {
  readonly name: string;
  readonly part: string;
}

const drain = async (events: AsyncIterable<never>): Promise<void> => {
  for await (const _ of events);
};
const nothing = (): readonly never[] => [];

/** Does the workbook count days from 1904, as old ones do? */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly from1904: boolean;
}

/** The visible sheets, in the order of their tabs. */
export const readWorkbook = async (zip: Zip): Promise<Workbook> => {
  if (!zip.has(WORKBOOK) || !zip.has(RELATIONS)) throw new TableError("NOT_A_WORKBOOK");
  const targets = new Map<string, string>();
  await drain(
    xmlEvents(
      zip.read(RELATIONS),
      {
        open: (name, { Id = "", Target = "" }) => {
          if (name === "Relationship") targets.set(Id, Target);
        },
      },
      nothing,
    ),
  );
  const sheets: Sheet[] = [];
  let from1904 = false;
  await drain(
    xmlEvents(
      zip.read(WORKBOOK),
      {
        open: (tag, attributes) => {
          if (tag === "workbookPr") from1904 = /^(1|true)$/.test(attributes["date1904"] ?? "");
          if (tag !== "sheet" || (attributes["state"] ?? "visible") !== "visible") return;
          const target = targets.get(attributes["r:id"] ?? "") ?? "";
          const part = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
          if (zip.has(part)) sheets.push({ name: attributes["name"] ?? "", part });
        },
      },
      nothing,
    ),
  );
  return { sheets, from1904 };
};

/** The texts that cells name by number. */
export const readSharedStrings = async (zip: Zip): Promise<readonly string[]> => {
  if (!zip.has(STRINGS)) return [];
  const strings: string[] = [];
  let current = "";
  let isText = false;
  let isPhonetic = false;
  let length = 0;
  await drain(
    xmlEvents(
      zip.read(STRINGS),
      {
        open: (name) => {
          if (name === "si") current = "";
          if (name === "rPh") isPhonetic = true;
          isText = name === "t";
        },
        text: (text) => {
          if (isText && !isPhonetic) current += text;
        },
        close: (name) => {
          isText = false;
          if (name === "rPh") isPhonetic = false;
          if (name !== "si") return;
          length += current.length;
          if (length > MOST_TEXT || strings.length >= MOST_STRINGS) throw new TableError("TOO_MUCH_TEXT");
          strings.push(current);
        },
      },
      nothing,
    ),
  );
  return strings;
};

/** Formats of a date that every spreadsheet knows by number. */
const isBuiltInDate = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 45 && id <= 47);
/** Spreadsheets take no longer format of a number. */
const LONGEST_CODE = 255;
/** Letters of a date outside quotes, brackets and escapes. */
const isDateCode = (code: string): boolean =>
  /[ymdhs]/i.test(code.slice(0, LONGEST_CODE).replaceAll(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|_./gi, "")) &&
  !/general/i.test(code);

/** For each style of a cell: does it print its number as a date? */
export const readDateStyles = async (zip: Zip): Promise<readonly boolean[]> => {
  if (!zip.has(STYLES)) return [];
  const dates = new Set<number>();
  const styles: boolean[] = [];
  let isCellStyle = false;
  await drain(
    xmlEvents(
      zip.read(STYLES),
      {
        open: (name, { numFmtId = "0", formatCode = "" }) => {
          if (name === "numFmt" && isDateCode(formatCode)) dates.add(Number(numFmtId));
          if (name === "cellXfs") isCellStyle = true;
          if (name === "xf" && isCellStyle)
            styles.push(isBuiltInDate(Number(numFmtId)) || dates.has(Number(numFmtId)));
        },
        close: (name) => {
          if (name === "cellXfs") isCellStyle = false;
        },
      },
      nothing,
    ),
  );
  return styles;
};
