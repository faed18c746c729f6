// @ts-check

/** @param {import("knex").Knex} knex */
export const up = async (knex) => {
  // A tender is known by one source, which is taken anew when the tender is replaced.
  await knex.raw("create unique index source_of_tender on tender_source (tender_id)");
};

/** @param {import("knex").Knex} knex */
export const down = async (knex) => {
  await knex.raw("drop index source_of_tender");
};
