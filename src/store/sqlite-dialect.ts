import { createRequire } from "node:module";
import type BetterSqlite3 from "better-sqlite3";
import type { Knex } from "knex";
import { keptStatements } from "./kept-statements.ts";

const require = createRequire(import.meta.url);

/** What we use of Knex's own dialect and transaction, which it ships without types. */
interface KnexTransaction {
  readonly query: (connection: unknown, sql: string) => Promise<void>;
}
interface KnexDialect {
  acquireRawConnection(): Promise<BetterSqlite3.Database>;
}
type Constructor<T> = new (...args: unknown[]) => T;

const Dialect = require("knex/lib/dialects/better-sqlite3/index.js") as Constructor<KnexDialect>;
const SqliteTransaction =
  require("knex/lib/dialects/sqlite3/execution/sqlite-transaction.js") as Constructor<KnexTransaction>;

/** Takes the write lock at once: a deferred BEGIN that reads and then writes fails when another one wrote. */
class ImmediateTransaction extends SqliteTransaction {
  begin(connection: unknown): Promise<void> {
    return this.query(connection, "BEGIN IMMEDIATE;");
  }
}

/** Knex's better-sqlite3 dialect, which prepares a statement once a connection instead of at every use. */
class KeepingDialect extends Dialect {
  override async acquireRawConnection(): Promise<BetterSqlite3.Database> {
    return keptStatements(await super.acquireRawConnection());
  }
}

/** The same, whose transactions are all BEGIN IMMEDIATE. */
class ImmediateDialect extends KeepingDialect {
  transaction(...args: unknown[]): KnexTransaction {
    return new ImmediateTransaction(this, ...args);
  }
}

/** The dialects under the type that Knex's configuration asks for. */
export const KeepingSqlite = KeepingDialect as unknown as typeof Knex.Client;
export const ImmediateSqlite = ImmediateDialect as unknown as typeof Knex.Client;
