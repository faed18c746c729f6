import type { Source } from "../source/source.ts";
import {
  type Cell,
  LONGEST_CELL,
  MOST_COLUMNS,
  MOST_ROWS,
  NOT_WORKED_OUT,
  TableError,
  type TableRow,
} from "../table/row.ts";
import { readDateStyles, readSharedStrings, readWorkbook, type Sheet } from "./workbook.ts";
import { xmlEvents } from "./xml-events.ts";
import { openZip } from "./zip.ts";

const DAY_MS = 86_400_000;
/** Spreadsheets count days from 1899-12-30, or from 1904-01-01. */
const EPOCH = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** What a sheet's cells mean: texts by number, styles that are dates, the first day. */
interface Meaning {
  readonly strings: readonly string[];
  readonly isDate: readonly boolean[];
  readonly epoch: number;
}

/** A serial day → ISO text without offset; the hour only when there is one. */
const toDay = (serial: number, epoch: number): string => {
  const text = new Date(epoch + Math.round((serial * DAY_MS) / 1000) * 1000).toISOString();
  return Number.isInteger(serial) ? text.slice(0, 10) : text.slice(0, 19);
};

/** `BC12` → 54, from 0. */
const columnOf = (reference: string): number => {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? "") column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
};

/** `_x000D_` is how a workbook writes a character that XML cannot hold, or would lose. */
const spelledOut = (text: string): string =>
  text.replaceAll(/_x([0-9A-F]{4})_/gi, (_all, code: string) => {
    const char = String.fromCharCode(Number.parseInt(code, 16));
    return char === "\r" ? "\n" : char;
  });

const toCell = (type: string, style: number, text: string, { strings, isDate, epoch }: Meaning): Cell => {
  if (text === "") return null;
  if (type === "s") return spelledOut(strings[Number(text)] ?? "") || null;
  if (type === "b") return text === "1";
  if (type === "inlineStr" || type === "str") return spelledOut(text);
  if (type === "d" || type === "e") return text;
  const number = Number(text);
  if (Number.isNaN(number)) return text;
  return isDate[style] === true && number >= 0 && number < 2_958_466 ? toDay(number, epoch) : number;
};

/** Gathers rows while the sheet's XML is read. */
const gatherer = (meaning: Meaning) => {
  let rows: TableRow[] = [];
  let number = 0;
  let cells: Cell[] = [];
  let column = -1;
  let type = "";
  let style = 0;
  let text = "";
  let isValue = false;
  let isFormula = false;
  const openRow = (given: string | undefined): void => {
    number = given === undefined ? number + 1 : Number(given);
    if (!(number <= MOST_ROWS)) throw new TableError("TOO_MANY_ROWS", String(MOST_ROWS));
    cells = [];
    column = -1;
  };
  const openCell = ({ r, t = "n", s = "0" }: Readonly<Record<string, string>>): void => {
    column = r === undefined ? column + 1 : columnOf(r);
    if (!(column >= 0 && column < MOST_COLUMNS)) {
      // Empty cells far to the right are only formatted; one with something in it is too far.
      column = MOST_COLUMNS;
    }
    type = t;
    style = Number(s);
    text = "";
    isFormula = false;
  };
  const closeCell = (): void => {
    const cell =
      isFormula && text === "" && type === "n" ? NOT_WORKED_OUT : toCell(type, style, text, meaning);
    if (cell === null) return;
    if (column >= MOST_COLUMNS) throw new TableError("TOO_MANY_COLUMNS", String(MOST_COLUMNS), number);
    while (cells.length < column) cells.push(null);
    cells[column] = cell;
  };
  return {
    events: {
      open: (name: string, attributes: Readonly<Record<string, string>>) => {
        if (name === "row") openRow(attributes["r"]);
        else if (name === "c") openCell(attributes);
        else if (name === "f") isFormula = true;
        isValue = name === "v" || name === "t";
      },
      text: (more: string) => {
        if (!isValue) return;
        text += more;
        if (text.length > LONGEST_CELL) throw new TableError("CELL_TOO_LONG", String(LONGEST_CELL), number);
      },
      close: (name: string) => {
        isValue = false;
        if (name === "c") closeCell();
        else if (name === "row") rows.push({ number, cells });
      },
    },
    take: (): readonly TableRow[] => {
      const taken = rows;
      rows = [];
      return taken;
    },
  };
};

/** A workbook at hand: its texts and styles are read once for all of its sheets. */
export interface OpenWorkbook {
  /** Of the visible sheets, in the order of their tabs. */
  readonly names: readonly string[];
  /**
   * The rows of a sheet, streamed; undefined: of the first. Formulas give the value that was stored with them, or
   * `#FORMULA!` where none was. @throws (while read) TableError SHEET_UNKNOWN, ZIP_BOMB, TOO_MANY_ROWS,
   *   TOO_MANY_COLUMNS, CELL_TOO_LONG
   */
  readonly rows: (name: string | undefined) => AsyncGenerator<TableRow>;
  readonly close: () => void;
}

const sheetAsked = (sheets: readonly Sheet[], asked: string | undefined): Sheet => {
  const sheet = asked === undefined ? sheets[0] : sheets.find(({ name }) => name === asked);
  if (sheet !== undefined) return sheet;
  if (asked === undefined) throw new TableError("NOT_A_WORKBOOK");
  throw new TableError("SHEET_UNKNOWN", sheets.map(({ name }) => name).join(", "));
};

/**
 * Opens a workbook; whoever does closes it.
 * @throws TableError NOT_A_WORKBOOK, ZIP_BOMB, TOO_MANY_PARTS, TOO_MUCH_TEXT
 */
export const openWorkbook = async (source: Source): Promise<OpenWorkbook> => {
  const zip = await openZip(source);
  try {
    const { sheets, from1904 } = await readWorkbook(zip);
    const meaning = {
      strings: await readSharedStrings(zip),
      isDate: await readDateStyles(zip),
      epoch: from1904 ? EPOCH_1904 : EPOCH,
    };
    return {
      names: sheets.map(({ name }) => name),
      rows: async function* rows(name) {
        const { events, take } = gatherer(meaning);
        yield* xmlEvents(zip.read(sheetAsked(sheets, name).part), events, take);
      },
      close: zip.close,
    };
  } catch (error) {
    zip.close();
    throw error;
  }
};
