// @ts-check

/** @param {import("knex").Knex} knex */
export const up = async (knex) => {
  await knex.raw(`create table confirmation (
    number integer primary key,
    parameter text not null,
    body text not null,
    received_at text not null
  ) strict`);
  for (const verb of ["update", "delete"])
    await knex.raw(`create trigger confirmation_no_${verb} before ${verb} on confirmation
      begin select raise(abort, 'confirmation is append-only'); end`);
};

/** @param {import("knex").Knex} knex */
export const down = async (knex) => {
  await knex.raw("drop table confirmation");
};
