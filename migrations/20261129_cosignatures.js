// @ts-check
import { appendOnly, strict, whole } from "./support/engine.js";

/**
 * Words of witnesses who saw a head of the log and that it continues the one they saw before.
 * @param {import("knex").Knex} knex
 */
export const up = async (knex) => {
  await knex.raw(`create table log_cosignature (
    size ${whole(knex)} not null references log_checkpoint (size),
    witness text not null,
    line text not null,
    received_at text not null,
    primary key (size, witness)
  ) ${strict(knex)}`);
  await appendOnly(knex, "log_cosignature");
};

/** @param {import("knex").Knex} knex */
export const down = async (knex) => {
  await knex.raw("drop table log_cosignature");
};
