// @ts-check

/** @param {import("knex").Knex} knex */
export const up = async (knex) => {
  // What a tender is known by is written anew when it is replaced.
  await knex.raw("create index source_of_tender on tender_source (tender_id)");
};

/** @param {import("knex").Knex} knex */
export const down = async (knex) => {
  await knex.raw("drop index source_of_tender");
};
