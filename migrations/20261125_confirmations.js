// @ts-check
import { appendOnly, counter, strict } from "./support/engine.js";

/** @param {import("knex").Knex} knex */
export const up = async (knex) => {
  await knex.raw(`create table confirmation (
    number ${counter(knex)},
    parameter text not null,
    body text not null,
    received_at text not null
  ) ${strict(knex)}`);
  await appendOnly(knex, "confirmation");
};

/** @param {import("knex").Knex} knex */
export const down = async (knex) => {
  await knex.raw("drop table confirmation");
};
