// @ts-check
import { strict } from "./support/engine.js";

/** @param {import("knex").Knex} knex */
export const up = async (knex) => {
  await knex.raw(`create table buyer_year (
    buyer_code text not null,
    year integer not null,
    version integer not null check (version > 0),
    body text not null,
    changed_at text not null,
    primary key (buyer_code, year)
  ) ${strict(knex)}`);
};

/** @param {import("knex").Knex} knex */
export const down = async (knex) => {
  await knex.raw("drop table buyer_year");
};
