import type { Knex } from "knex";
import { DomainError } from "../../domain/errors.ts";
import type { Database } from "../open-database.ts";
import { copyTable, fingerprintOf } from "./copy-table.ts";
import { inOrder, type TableShape, tableShapes } from "./table-shape.ts";

/** What was copied of one table. */
export interface CopiedTable {
  readonly table: string;
  readonly rows: number;
}

const namesOf = async ({ write }: Database): Promise<readonly string[]> => {
  const rows: readonly { name: string }[] = await write("knex_migrations").orderBy("name").select("name");
  return rows.map(({ name }) => name);
};

/** Both sides must be of one schema, or a column would be lost in silence. */
const demandSameSchema = async (from: Database, to: Database): Promise<void> => {
  const [source, target] = [await namesOf(from), await namesOf(to)];
  if (source.join("\n") !== target.join("\n"))
    throw new DomainError("SCHEMA_MISMATCH", { found: `${source.at(-1)} and ${target.at(-1)}` });
};

/** The index of calls queues each tender that comes in and is made from them: copied, it would be made twice. */
const MADE_AGAIN: ReadonlySet<string> = new Set(["call", "call_change", "call_pending"]);

const isKept = ({ name }: TableShape): boolean => !MADE_AGAIN.has(name);

/** A counter of one row, which the migrations set to its start. */
const isSingleton = ({ key }: TableShape): boolean => key.length === 1 && key[0] === "one";

const demandEmpty = async ({ write }: Database, shapes: readonly TableShape[]): Promise<void> => {
  for (const { name } of shapes.filter((shape) => isKept(shape) && !isSingleton(shape)))
    if ((await write(name).first()) !== undefined)
      throw new DomainError("DATABASE_NOT_EMPTY", { table: name });
};

/** One moment of the source, whatever is written meanwhile. */
const snapshot = <T>({ engine, read }: Database, work: (knex: Knex) => Promise<T>): Promise<T> =>
  read.transaction(work, engine === "postgres" ? { isolationLevel: "repeatable read" } : {});

const copyOne = async (
  from: Knex,
  source: TableShape,
  to: Knex,
  target: TableShape,
): Promise<CopiedTable> => {
  if (isSingleton(target)) await to(target.name).delete();
  const read = await copyTable(from, source, to, target);
  const written = await fingerprintOf(to, { ...target, columns: source.columns });
  if (read.rows !== written.rows || read.sum !== written.sum)
    throw new DomainError("COPY_DIFFERS", { table: source.name });
  return { table: source.name, rows: read.rows };
};

/**
 * Copies every table into an empty database of the same schema, of either engine, in one transaction: all of it,
 * read back and compared by count and hash, or nothing. The index of calls is not copied: it is made from the
 * tenders.
 * @throws DomainError SCHEMA_MISMATCH, DATABASE_NOT_EMPTY, COPY_DIFFERS
 */
export const copyDatabase = async (
  from: Database,
  to: Database,
  progress: (copied: CopiedTable) => void,
): Promise<readonly CopiedTable[]> => {
  await demandSameSchema(from, to);
  const targets = new Map((await tableShapes(to)).map((shape) => [shape.name, shape]));
  const sources = inOrder(
    (await tableShapes(from)).filter((shape) => isKept(shape) && targets.has(shape.name)),
  );
  await demandEmpty(to, [...targets.values()]);
  return await snapshot(from, (reading) =>
    to.write.transaction(async (writing) => {
      const copied: CopiedTable[] = [];
      for (const source of sources) {
        const target = targets.get(source.name) ?? source;
        const table = await copyOne(reading, source, writing, target);
        copied.push(table);
        progress(table);
      }
      return copied;
    }),
  );
};
