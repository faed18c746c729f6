import knexModule, { type Knex } from "knex";
import { join } from "node:path";
import type { AuditFinding } from "../../domain/audit.ts";
import { projectRoot } from "../../paths.ts";
import { migrationSource } from "../migration-source.ts";
import type { Database } from "../open-database.ts";

const { knex } = knexModule;

/** Tables that refuse change by trigger. */
const GUARDED = [
  "assessment",
  "buyer_key",
  "confirmation",
  "decision",
  "document",
  "four_eyes",
  "issued_report",
  "log_checkpoint",
  "log_entry",
  "log_key",
  "log_node",
  "log_opening",
  "report_response",
];

interface SchemaRow {
  readonly name: string;
  readonly sql: string | null;
}

const schemaOf = async (database: Knex): Promise<readonly SchemaRow[]> =>
  (await database("sqlite_master")
    .select("name", "sql")
    .whereRaw("tbl_name not like 'sqlite_%' and tbl_name not like 'knex_%'")
    .orderBy("name")) as readonly SchemaRow[];

const makeSchema = async (): Promise<readonly SchemaRow[]> => {
  const migrations = { migrationSource: migrationSource(join(projectRoot, "migrations")) };
  const memory = knex({
    client: "better-sqlite3",
    connection: { filename: ":memory:" },
    useNullAsDefault: true,
    migrations,
    pool: { min: 1, max: 1 },
  });
  try {
    await memory.migrate.latest();
    return await schemaOf(memory);
  } finally {
    await memory.destroy();
  }
};

let made: Promise<readonly SchemaRow[]> | undefined;

/** The schema that the migrations make, in memory, once. */
const expectedSchema = (): Promise<readonly SchemaRow[]> => {
  made ??= makeSchema();
  return made;
};

const sqliteFindings = async ({ read }: Database): Promise<readonly AuditFinding[]> => {
  const check: readonly { readonly integrity_check: string }[] = await read.raw("pragma integrity_check");
  const damaged = check
    .map(({ integrity_check: line }) => line)
    .filter((line) => line !== "ok")
    .map((problem): AuditFinding => ({ kind: "database", where: "SQLite", problem }));
  const found = new Map((await schemaOf(read)).map(({ name, sql }) => [name, sql]));
  const expected = await expectedSchema();
  const changed = expected.filter(({ name, sql }) => found.get(name) !== sql);
  return [
    ...damaged,
    ...changed.map(
      ({ name }): AuditFinding => ({
        kind: "schema",
        where: name,
        problem: found.has(name) ? "not as the migrations make it" : "missing",
      }),
    ),
  ];
};

const postgresFindings = async ({ read }: Database): Promise<readonly AuditFinding[]> => {
  const { rows }: { readonly rows: readonly { readonly name: string }[] } = await read.raw(
    "select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = c.relname || '_append_only' and t.tgenabled in ('O', 'A')",
  );
  const guarded = new Set(rows.map(({ name }) => name));
  return GUARDED.filter((table) => !guarded.has(table)).map((table) => ({
    kind: "schema",
    where: table,
    problem: "no trigger refuses changes",
  }));
};

/** Is the database sound, and do its tables still refuse change? */
export const auditSchema = (database: Database): Promise<readonly AuditFinding[]> =>
  database.engine === "sqlite" ? sqliteFindings(database) : postgresFindings(database);
