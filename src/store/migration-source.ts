import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Knex } from "knex";

/** Migrations by their names without an extension, so that a record made from sources fits what was built. */
export const migrationSource = (directory: string): Knex.MigrationSource<string> => ({
  getMigrations: () =>
    Promise.resolve(
      readdirSync(directory)
        .filter((name) => name.endsWith(".js"))
        .map((name) => name.replace(/\.js$/, ""))
        .toSorted(),
    ),
  getMigrationName: (name) => name,
  getMigration: (name) =>
    import(pathToFileURL(join(directory, `${name}.js`)).href) as Promise<Knex.Migration>,
});
