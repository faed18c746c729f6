// @ts-check
import BetterSqlite3 from "better-sqlite3";
import { openDatabase, migrate } from "../../dist/src/store/open-database.js";
import { postgresServer, stopPostgres } from "../../dist/test/support/postgres-server.js";
import { callAt } from "./corpus.js";

// Fills the tables of the search alone: the tenders behind them play no part in what is measured.

const COLUMNS = [
  "number",
  "tender_id",
  "tender_version",
  "change",
  "is_public",
  "reference",
  "title",
  "buyer",
  "sector",
  "region",
  "province",
  "commune",
  "procedure",
  "reserved",
  "estimate",
  "smallest_lot",
  "lots",
  "guarantee",
  "published_on",
  "deadline",
  "deadline_day",
  "closes_at",
  "title_tokens",
  "other_tokens",
];

const rowOf = (
  /** @type {ReturnType<typeof callAt>} */ { number, title, facts, titleTokens, otherTokens, reference },
) => [
  number,
  String(number).padStart(26, "0"),
  1,
  number,
  1,
  reference,
  JSON.stringify(title),
  '{"fr":"Commune (synthétique)"}',
  facts.sector,
  facts.region,
  facts.province,
  facts.commune,
  facts.procedure,
  facts.reserved === null ? null : Number(facts.reserved),
  facts.estimate,
  facts.smallestLot,
  0,
  null,
  facts.publishedOn,
  JSON.stringify({ text: facts.deadlineDay, day: facts.deadlineDay, epochMs: facts.closesAt }),
  facts.deadlineDay,
  facts.closesAt,
  titleTokens.join(" "),
  otherTokens.join(" "),
];

/** A SQLite file with so many calls, or the one that is there already. */
export const sqliteWith = async (
  /** @type {string} */ file,
  /** @type {number} */ count,
  /** @type {number} */ open,
) => {
  /** @type {import("../../dist/src/store/open-database.js").DatabaseLocation} */
  const location = { engine: "sqlite", file };
  const database = openDatabase(location);
  await migrate(database);
  const [{ n }] = await database.read("call").count({ n: "*" });
  if (n !== count) {
    const raw = new BetterSqlite3(file);
    raw.pragma("foreign_keys = OFF");
    raw.pragma("synchronous = OFF");
    const insert = raw.prepare(
      `insert into call (${COLUMNS.join(",")}) values (${COLUMNS.map(() => "?").join(",")})`,
    );
    const text = raw.prepare("insert into call_text (rowid, title, other) values (?, ?, ?)");
    raw.transaction(() => {
      for (let index = 0; index < count; index += 1) {
        const row = rowOf(callAt(index, open));
        insert.run(row);
        text.run(row[0], row[22], row[23]);
      }
      raw.prepare("update call_change set last = ?").run(count);
    })();
    raw.prepare("insert into call_text (call_text) values ('optimize')").run();
    raw.exec("analyze");
    raw.close();
  }
  return { location, database };
};

/** A PostgreSQL server from npm with so many calls. */
export const postgresWith = async (/** @type {number} */ count, /** @type {number} */ open) => {
  const server = await postgresServer();
  await server.execute("create database bench");
  /** @type {import("../../dist/src/store/open-database.js").DatabaseLocation} */
  const location = { engine: "postgres", url: server.url("bench") };
  const database = openDatabase(location);
  await migrate(database);
  await database.write.raw("alter table call drop constraint call_tender_id_fkey");
  await database.write.raw("drop index call_by_tokens");
  const batch = 2000;
  for (let from = 0; from < count; from += batch) {
    const rows = Array.from({ length: Math.min(batch, count - from) }, (_, index) =>
      rowOf(callAt(from + index, open)),
    );
    const columns = COLUMNS.map((_, column) => rows.map((row) => row[column]));
    const types =
      "bigint,text,int,bigint,int,text,text,text,text,text,text,text,text,int,bigint,bigint,int,bigint,text,text,text,bigint,text,text".split(
        ",",
      );
    await database.write.raw(
      `insert into call (${COLUMNS.join(",")}) overriding system value select * from unnest(${types.map((type) => `?::${type}[]`).join(",")})`,
      columns,
    );
  }
  await database.write.raw("update call_change set last = ?", [count]);
  await database.write.raw("create index call_by_tokens on call using gin (tokens)");
  await database.write.raw("vacuum analyze call");
  return { location, database, stop: stopPostgres };
};
