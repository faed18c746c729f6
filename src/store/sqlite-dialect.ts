import { createRequire } from "node:module";
import type { Knex } from "knex";

const require = createRequire(import.meta.url);

/** What we use of Knex's own dialect and transaction, which it ships without types. */
interface KnexTransaction {
  readonly query: (connection: unknown, sql: string) => Promise<void>;
}
type Constructor<T> = new (...args: unknown[]) => T;

const Dialect = require("knex/lib/dialects/better-sqlite3/index.js") as Constructor<object>;
const SqliteTransaction =
  require("knex/lib/dialects/sqlite3/execution/sqlite-transaction.js") as Constructor<KnexTransaction>;

/** Takes the write lock at once: a deferred BEGIN that reads and then writes fails when another one wrote. */
class ImmediateTransaction extends SqliteTransaction {
  begin(connection: unknown): Promise<void> {
    return this.query(connection, "BEGIN IMMEDIATE;");
  }
}

/** Knex's better-sqlite3 dialect whose transactions are all BEGIN IMMEDIATE. */
class ImmediateDialect extends Dialect {
  transaction(...args: unknown[]): KnexTransaction {
    return new ImmediateTransaction(this, ...args);
  }
}

/** The dialect under the type that Knex's configuration asks for. */
export const ImmediateSqlite = ImmediateDialect as unknown as typeof Knex.Client;
