import { spawn } from "node:child_process";
import { once } from "node:events";
import { parseArgs } from "node:util";
import { type DatabaseLocation, migrate, openDatabase } from "../../src/store/open-database.ts";
import { emptyDatabase } from "../../test/support/engines.ts";
import { stopPostgres } from "../../test/support/postgres-server.ts";
import { say } from "./say.ts";

// The process that migrates is killed at its first, second, third statement, and so on: the next start must end with the
// schema that an undisturbed one has. npm run reliability:migrations [-- --engine sqlite --every 1]

/** What came of being killed at one statement after another. */
export interface KilledMigrations {
  readonly engine: DatabaseLocation["engine"];
  /** Statements at which it was killed. */
  readonly points: number;
  readonly problems: readonly string[];
}

const SCHEMA: Readonly<Record<DatabaseLocation["engine"], string>> = {
  sqlite: `select type, name, tbl_name, sql from sqlite_master where name not like 'sqlite_%' order by type, name`,
  postgres: `select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
    where table_schema = 'public' order by table_name, column_name`,
};

/** The schema after a start that nobody disturbs. */
const startedSchema = async (location: DatabaseLocation): Promise<string> => {
  const database = openDatabase(location);
  try {
    await migrate(database);
    const answer: unknown = await database.write.raw(SCHEMA[location.engine]);
    return JSON.stringify(location.engine === "sqlite" ? answer : (answer as { rows: unknown }).rows);
  } finally {
    await database.close();
  }
};

const CHILD = new URL("migrations/killed.js", import.meta.url).pathname;

/** Did it die at the statement? */
const diesAt = async (location: DatabaseLocation, statement: number): Promise<boolean> => {
  const child = spawn(process.execPath, [CHILD, JSON.stringify(location), String(statement)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [, signal] = (await once(child, "exit")) as [number | null, string | null];
  return signal === "SIGKILL";
};

/** Kills at one statement in `every`, until the migrations end before it. */
export const killMigrations = async (
  engine: DatabaseLocation["engine"],
  every: number,
): Promise<KilledMigrations> => {
  const clean = await emptyDatabase(engine);
  const expected = await startedSchema(clean.location);
  await clean.remove();
  const problems: string[] = [];
  let points = 0;
  for (let statement = 1; ; statement += every) {
    const { location, remove } = await emptyDatabase(engine);
    const isKilled = await diesAt(location, statement);
    const found = await startedSchema(location).catch((error: unknown) => String(error));
    if (found !== expected) problems.push(`killed at statement ${statement}: ${found.slice(0, 300)}`);
    await remove();
    if (!isKilled) return { engine, points, problems };
    points += 1;
    say(`${engine}: ${points} statements, ${problems.length} problems`);
  }
};

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: { engine: { type: "string", default: "sqlite" }, every: { type: "string", default: "1" } },
  });
  const engine = values.engine === "postgres" ? "postgres" : "sqlite";
  const result = await killMigrations(engine, Number(values.every));
  if (engine === "postgres") await stopPostgres();
  console.log(JSON.stringify(result, null, 2));
  process.exitCode = result.problems.length === 0 ? 0 : 1;
}
