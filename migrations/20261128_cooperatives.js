// @ts-check
import { isPostgres, strict } from "./support/engine.js";

/** @param {import("knex").Knex} knex */
export const up = async (knex) => {
  // A profile can be erased: personal data live here and nowhere else.
  await knex.raw(`create table cooperative (
    id text primary key check (length(id) = 26),
    version integer not null check (version > 0),
    document text not null,
    created_at text not null,
    changed_at text not null
  ) ${strict(knex)}`);
  await knex.raw(`create table cooperative_change (
    one integer primary key check (one = 1),
    last ${isPostgres(knex) ? "bigint" : "integer"} not null
  ) ${strict(knex)}`);
  await knex.raw("insert into cooperative_change (one, last) values (1, 0)");
};

/** @param {import("knex").Knex} knex */
export const down = async (knex) => {
  for (const table of ["cooperative_change", "cooperative"]) await knex.raw(`drop table ${table}`);
};
