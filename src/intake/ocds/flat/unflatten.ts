import { type Cell, cellText, TableError, type TableRow } from "../../table/row.ts";
import type { Json } from "../merge-releases.ts";
import type { Schema } from "../schema-files.ts";
import { type Column, columnOf, type Step } from "./column.ts";

/** Cells of all sheets together: the releases of a workbook are held in memory until its last sheet. */
const MOST_CELLS = 2_000_000;

type Draft = Record<string, unknown>;

const pathOf = (steps: readonly Step[]): string => steps.map(({ key }) => key).join("/");

/** The releases of a flattened workbook, put together sheet by sheet. */
export class Unflattened {
  readonly #root: Schema;
  readonly #releases = new Map<string, Draft>();
  #cells = 0;

  constructor(root: Schema) {
    this.#root = root;
  }

  releases(): readonly Json[] {
    return [...this.#releases.values()];
  }

  /** Every row names its release by ocid and id; the first row names the columns. */
  async add(rows: AsyncIterable<TableRow>): Promise<void> {
    let columns: readonly Column[] | undefined;
    for await (const { number, cells } of rows) {
      if (columns === undefined) columns = cells.map((cell) => columnOf(cellText(cell), this.#root));
      else this.#addRow(columns, cells, number);
    }
  }

  #addRow(columns: readonly Column[], cells: readonly Cell[], number: number): void {
    const filled = columns.flatMap((column, index) => {
      const cell = cells[index] ?? null;
      return cell === null || column.steps.length === 0 ? [] : [{ column, value: column.read(cell) }];
    });
    this.#cells += filled.length;
    if (this.#cells > MOST_CELLS) throw new TableError("TOO_MANY_CELLS", String(MOST_CELLS), number);
    if (filled.length === 0) return;
    const values = new Map(filled.map(({ column, value }) => [pathOf(column.steps), value]));
    const release = this.#release(String(values.get("ocid")), String(values.get("id")));
    const items = new Map<string, Draft>();
    for (const { column, value } of filled) this.#put(release, column.steps, value, values, items);
  }

  #release(ocid: string, id: string): Draft {
    const key = JSON.stringify([ocid, id]);
    const release = this.#releases.get(key) ?? {};
    this.#releases.set(key, release);
    return release;
  }

  #put(
    release: Draft,
    steps: readonly Step[],
    value: unknown,
    values: ReadonlyMap<string, unknown>,
    items: Map<string, Draft>,
  ): void {
    let target = release;
    steps.slice(0, -1).forEach(({ key, isList }, index) => {
      if (isList) target = this.#item(target, key, pathOf(steps.slice(0, index + 1)), values, items);
      else {
        target[key] ??= {};
        target = target[key] as Draft;
      }
    });
    const last = steps.at(-1);
    if (last !== undefined) target[last.key] = value;
  }

  /** The item that the row speaks of: by its id where the row gives one, else a new one for each row. */
  #item(
    holder: Draft,
    key: string,
    path: string,
    values: ReadonlyMap<string, unknown>,
    items: Map<string, Draft>,
  ): Draft {
    const known = items.get(path);
    if (known !== undefined) return known;
    const id = values.get(`${path}/id`);
    const list = (holder[key] ??= []) as Draft[];
    const found = id === undefined ? undefined : list.find((each) => each["id"] === id);
    const item = found ?? {};
    if (found === undefined) list.push(item);
    items.set(path, item);
    return item;
  }
}
