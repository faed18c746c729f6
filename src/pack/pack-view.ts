import {
  type LanguageFlags,
  languageFlags,
  packLocale,
  reportLocale,
  type ReportLocale,
} from "../report/view/report-locale.ts";
import type { Said } from "../report/view/printer.ts";
import type { PackContent } from "../usecases/packs.ts";
import type { PackPayload } from "./pack-payload.ts";
import type { Cell, Table, TableKey } from "./table.ts";
import { tablesOf } from "./tables.ts";
import type { Writing } from "./writing.ts";

/** A value as printed: our own words, a reference, or a user's text. */
interface CellView {
  readonly text: string;
  readonly isRef: boolean;
  readonly said: Said | null;
}

export interface TableView {
  readonly title: string;
  readonly note: string;
  /** Names the widths of its columns. */
  readonly style: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly cells: readonly CellView[] }[];
  readonly sum: readonly CellView[];
  /** Said in its place when there is no line. */
  readonly empty: string;
}

/** Everything that the template of a pack may print. */
export interface PackView {
  readonly language: Writing["language"];
  readonly is: LanguageFlags;
  readonly words: ReportLocale;
  readonly id: string;
  readonly verificationUrl: null;
  readonly title: string;
  readonly buyer: Said | null;
  readonly code: string;
  readonly asOf: string;
  readonly rulebook: string;
  readonly tables: readonly TableView[];
}

/** More references than these make no line easier to read: the payload holds them all. */
const LONGEST_REFERENCES = 160;

const cut = (text: string): string =>
  text.length <= LONGEST_REFERENCES
    ? text
    : `${text.slice(0, text.lastIndexOf(" · ", LONGEST_REFERENCES)).slice(0, LONGEST_REFERENCES)} · …`;

const plain = (text: string): CellView => ({ text, isRef: false, said: null });

/** `2026-03-04` → `04/03/2026`: a day in words is too long for a column. */
const inFigures = (day: string): string => day.split("-").toReversed().join("/");

/** A value in words, figures and days of one language. */
export const cellView = (cell: Cell, { printer }: Writing): CellView => {
  switch (cell.kind) {
    case "word":
      return plain(cell.text);
    case "said": {
      const text = typeof cell.text === "string" ? printer.said(cell.text) : printer.localised(cell.text);
      return text === null ? plain(printer.word("unknown")) : { ...plain(text.text), said: text };
    }
    case "ref":
      return { ...plain(cut(printer.said(cell.text).text)), isRef: true };
    case "amount":
      return plain(printer.amount(cell.centimes / 100));
    case "count":
      return plain(printer.number(cell.value));
    case "share":
      return plain(printer.share(cell.value));
    case "day":
    case "month":
      return { ...plain(inFigures(cell.kind === "day" ? cell.day : cell.month)), isRef: true };
    case "unknown":
      return plain(printer.word("unknown"));
    default:
      return plain("—");
  }
};

const STYLES: Readonly<Record<TableKey, string>> = {
  figures: "figures",
  programme: "programme",
  smallFirms: "contracts",
  cooperatives: "contracts",
  unions: "contracts",
  selfEntrepreneurs: "contracts",
  undecided: "contracts",
  orders: "orders",
  undetermined: "undetermined",
  rules: "rules",
};

/** What is said of a part without a line: that it is not known differs from that there is nothing. */
const emptyKey = ({ key }: Table, { pack }: PackContent): string => {
  const isUnknown =
    (key === "programme" && pack.year.entries === undefined) || (key === "orders" && pack.orders === null);
  return isUnknown ? `unknown_${key}` : `empty_${key}`;
};

const tableView = (table: Table, content: PackContent, writing: Writing): TableView => {
  const { word } = writing.printer;
  const isEmpty = table.rows.length === 0;
  return {
    title: word(`title_${table.key}`),
    note: word(`note_${table.key}`),
    style: STYLES[table.key],
    columns: table.columns,
    rows: table.rows.map((row) => ({ cells: row.map((cell) => cellView(cell, writing)) })),
    sum: isEmpty
      ? []
      : (table.sum ?? []).map((cell) => (cell.kind === "empty" ? plain("") : cellView(cell, writing))),
    empty: isEmpty ? word(emptyKey(table, content)) : "",
  };
};

/** A pack as strings of one language. */
export const packView = (content: PackContent, payload: PackPayload, writing: Writing): PackView => {
  const { language, printer, rulebook } = writing;
  const { pack, buyer, asOf } = content;
  return {
    language,
    is: languageFlags(language),
    words: { ...reportLocale(language), ...packLocale(language) },
    id: payload.id,
    verificationUrl: null,
    title: printer.fill("packTitle", { year: String(pack.year.year) }),
    buyer: printer.localised(pack.year.buyer.name),
    code: buyer,
    asOf: printer.fill("asOf", { day: printer.date(asOf) }),
    rulebook: printer.fill("rulebookOf", {
      id: rulebook.id,
      version: rulebook.version,
      sha256: rulebook.sha256,
    }),
    tables: tablesOf(content, writing).map((table) => tableView(table, content, writing)),
  };
};
