import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../../src/paths.ts";
import { type Database, migrate, openDatabase } from "../../src/store/open-database.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const pragma = async (database: Database["write"], name: string): Promise<unknown> => {
  const [row]: readonly Record<string, unknown>[] = await database.raw(`pragma ${name}`);
  return Object.values(row ?? {})[0];
};

/** A process that adds one to a number `times` times, reading first: what a deferred BEGIN would lose. */
const COUNTER = `
  const { openDatabase } = await import(process.argv[1]);
  const database = openDatabase({ engine: "sqlite", file: process.argv[2] });
  for (let index = 0; index < Number(process.argv[3]); index += 1)
    await database.write.transaction(async (trx) => {
      const { value } = await trx("counter").first("value");
      await trx("counter").update({ value: value + 1 });
    });
  await database.close();
`;

describe("the SQLite database", () => {
  const folder = temporaryFolder();
  const file = join(folder.path, "deep/er/test.sqlite");
  const built = join(projectRoot, "dist/src/store/open-database.js");
  let database: Database;

  before(async () => {
    database = openDatabase({ engine: "sqlite", file });
    await migrate(database);
  });

  after(async () => {
    await database.close();
    folder.remove();
  });

  it("writes ahead and waits for the disk", async () => {
    expect(await pragma(database.write, "journal_mode")).to.equal("wal");
    expect(await pragma(database.write, "synchronous")).to.equal(2);
    expect(await pragma(database.write, "foreign_keys")).to.equal(1);
    expect(await pragma(database.write, "trusted_schema")).to.equal(0);
  });

  it("reads on connections that cannot write", async () => {
    expect(await pragma(database.read, "query_only")).to.equal(1);
    const write = database.read("document").insert({ sha256: "0".repeat(64), body: "{}" });
    const error = await Promise.resolve(write).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(String(error)).to.match(/readonly/i);
  });

  it("has only strict tables", async () => {
    const loose: readonly { readonly name: string }[] = await database.read.raw(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and not strict and name not like 'sqlite_%' and name not like 'knex_%'",
    );
    expect(loose).to.deep.equal([]);
  });

  it("takes the write lock at once, so that processes which read and then write lose nothing", async () => {
    await database.write.schema.createTable("counter", (table) => table.integer("value"));
    await database.write("counter").insert({ value: 0 });
    const processes = Array.from({ length: 3 }, () =>
      spawn(process.execPath, ["--input-type=module", "-e", COUNTER, built, file, "60"], {
        stdio: ["ignore", "ignore", "inherit"],
      }),
    );
    const codes = await Promise.all(processes.map(async (each) => (await once(each, "exit"))[0] as number));
    expect(codes).to.deep.equal([0, 0, 0]);
    expect(await database.read("counter").first("value")).to.deep.equal({ value: 180 });
    await database.write.schema.dropTable("counter");
  });

  it("migrates up, down and up", async () => {
    await database.write.migrate.rollback(undefined, true);
    expect(await database.write.schema.hasTable("tender")).to.equal(false);
    await migrate(database);
    expect(await database.write.schema.hasTable("tender")).to.equal(true);
  });
});
