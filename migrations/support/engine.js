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
 * A trigger that refuses to change or delete the rows of a table.
 * @param {import("knex").Knex} knex
 * @param {string} table
 */
export const appendOnly = async (knex, table) => {
  if (isPostgres(knex)) {
    await knex.raw(`create or replace function refuse_change() returns trigger language plpgsql as
      $$ begin raise exception '% is append-only', tg_table_name; end $$`);
    await knex.raw(`create trigger ${table}_append_only before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`);
    return;
  }
  for (const verb of ["update", "delete"])
    await knex.raw(`create trigger ${table}_no_${verb} before ${verb} on ${table}
      begin select raise(abort, '${table} is append-only'); end`);
};
