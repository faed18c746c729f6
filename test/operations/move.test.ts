import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { backupDatabase, moveDatabase, restoreDatabase } from "../../src/operations/move-database.ts";
import { type Database, migrate, openDatabase } from "../../src/store/open-database.ts";
import { fingerprintOf } from "../../src/store/copy/copy-table.ts";
import { inOrder, tableShapes } from "../../src/store/copy/table-shape.ts";
import { emptyDatabase, type EmptyDatabase, ENGINES } from "../support/engines.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const quiet = (): void => undefined;
const id = (digit: string): string => digit.repeat(26);
const sha = (digit: string): string => digit.repeat(64);
const failure = (promise: Promise<unknown>): Promise<string> => promise.then(() => "nothing failed", String);

/** Rows that a copy could get wrong: Arabic, line ends, large numbers, a child before its parent by name. */
const fillWith = async ({ write }: Database): Promise<void> => {
  await write("document").insert({ sha256: sha("1"), body: JSON.stringify({ title: "الإطعام\n\u{1F600}" }) });
  await write("tender").insert({
    id: id("A"),
    version: 1,
    reference: "1/2026",
    document_sha256: sha("1"),
    received_at: "2026-01-20T09:00:00.000Z",
    changed_at: "2026-01-20T09:00:00.000Z",
  });
  const rows = Array.from({ length: 603 }, (_, index) => ({
    id: String(index).padStart(26, "0"),
    tender_id: id("A"),
    document_sha256: sha("1"),
    rulebook_sha256: sha("2"),
    verdict: "undetermined",
    body: JSON.stringify({ index, text: "٢٠٢٦" }),
    assessed_at: "2026-01-20T09:00:00.000Z",
  }));
  await write.batchInsert("assessment", rows, 100);
};

const sums = async (database: Database) => {
  const found = new Map<string, unknown>();
  // The index of calls is made again: its numbers are its own.
  for (const shape of (await tableShapes(database)).filter(({ name }) => !/^call(_|$)/.test(name)))
    found.set(
      shape.name,
      await fingerprintOf(database.write, { ...shape, columns: shape.columns.toSorted() }),
    );
  return found;
};

const sumsIn = async ({ location }: EmptyDatabase) => {
  const database = openDatabase(location);
  try {
    return await sums(database);
  } finally {
    await database.close();
  }
};

describe("a database", () => {
  const folder = temporaryFolder();
  const opened: EmptyDatabase[] = [];
  const empty = async (engine: (typeof ENGINES)[number]): Promise<EmptyDatabase> => {
    const made = await emptyDatabase(engine);
    opened.push(made);
    return made;
  };
  const filled = async (engine: (typeof ENGINES)[number]): Promise<EmptyDatabase> => {
    const made = await empty(engine);
    const database = openDatabase(made.location);
    await migrate(database);
    await fillWith(database);
    await database.close();
    return made;
  };

  after(async () => {
    folder.remove();
    for (const { remove } of opened) await remove();
  });

  for (const from of ENGINES)
    for (const to of ENGINES)
      it(`moves from ${from} to ${to}, row for row`, async () => {
        const [source, target] = [await filled(from), await empty(to)];
        await moveDatabase(source.location, target.location, quiet);
        expect(await sumsIn(target)).to.deep.equal(await sumsIn(source));
      });

  for (const engine of ENGINES)
    it(`on ${engine} is backed up into one file and restored from it`, async () => {
      const [source, target] = [await filled(engine), await empty(engine)];
      const file = join(folder.path, `${engine}.backup`);
      await backupDatabase(source.location, file, quiet);
      expect(readdirSync(folder.path).filter((name) => name.startsWith("."))).to.deep.equal([]);
      await restoreDatabase(file, target.location, quiet);
      expect(await sumsIn(target)).to.deep.equal(await sumsIn(source));
    });

  it("that holds rows is not written over", async () => {
    const [source, target] = [await filled("sqlite"), await filled("sqlite")];
    expect(await failure(moveDatabase(source.location, target.location, quiet))).to.include(
      "DATABASE_NOT_EMPTY",
    );
  });

  it("is not backed up over another file, nor from a file that is not there", async () => {
    const source = await filled("sqlite");
    const taken = join(folder.path, "sqlite.backup");
    expect(await failure(backupDatabase(source.location, taken, quiet))).to.include("BACKUP_UNUSABLE");
    const absent = join(folder.path, "absent.sqlite");
    const file = join(folder.path, "new.backup");
    expect(await failure(backupDatabase({ engine: "sqlite", file: absent }, file, quiet))).to.include(
      "BACKUP_UNUSABLE",
    );
    expect([existsSync(absent), existsSync(file)]).to.deep.equal([false, false]);
  });

  it("keeps its parents before their children", async () => {
    const { location } = await filled("sqlite");
    const database = openDatabase(location);
    const names = inOrder(await tableShapes(database)).map(({ name }) => name);
    await database.close();
    expect(names.indexOf("document")).to.be.lessThan(names.indexOf("tender"));
    expect(names.indexOf("tender")).to.be.lessThan(names.indexOf("assessment"));
  });
});
