// @ts-check

/**
 * Is the database a PostgreSQL server? Else it is SQLite.
 * @param {import("knex").Knex} knex
 */
export const isPostgres = (knex) => knex.client.config.client === "pg";

/**
 * What ends a `create table`: PostgreSQL's types are strict by themselves.
 * @param {import("knex").Knex} knex
 */
export const strict = (knex) => (isPostgres(knex) ? "" : "strict");

/**
 * Type of a primary key that counts from 1 by itself.
 * @param {import("knex").Knex} knex
 */
export const counter = (knex) =>
  isPostgres(knex) ? "bigint generated always as identity primary key" : "integer primary key";

/**
 * Type of a column of whole numbers up to 2^53.
 * @param {import("knex").Knex} knex
 */
export const whole = (knex) => (isPostgres(knex) ? "bigint" : "integer");

/**
 * Type of a column of bytes.
 * @param {import("knex").Knex} knex
 */
export const bytes = (knex) => (isPostgres(knex) ? "bytea" : "blob");

/**
 * @param {import("knex").Knex} knex
 * @param {string} table
 * @param {readonly ("update" | "delete")[]} verbs
 */
const refuse = async (knex, table, verbs) => {
  if (isPostgres(knex)) {
    const events = verbs.includes("delete") ? [...verbs, "truncate"] : verbs;
    await knex.raw(`create or replace function refuse_change() returns trigger language plpgsql as
      $$ begin raise exception '% is append-only', tg_table_name; end $$`);
    await knex.raw(`create trigger ${table}_append_only before ${events.join(" or ")} on ${table}
      for each statement execute function refuse_change()`);
    return;
  }
  for (const verb of verbs)
    await knex.raw(`create trigger ${table}_no_${verb} before ${verb} on ${table}
      begin select raise(abort, '${table} is append-only'); end`);
};

/**
 * A trigger that refuses to change or delete the rows of a table.
 * @param {import("knex").Knex} knex
 * @param {string} table
 */
export const appendOnly = (knex, table) => refuse(knex, table, ["update", "delete"]);

/**
 * A trigger that refuses to change the rows of a table; they may be erased.
 * @param {import("knex").Knex} knex
 * @param {string} table
 */
export const neverUpdated = (knex, table) => refuse(knex, table, ["update"]);
