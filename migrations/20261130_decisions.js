// @ts-check
import { appendOnly, counter, strict, whole } from "./support/engine.js";

/**
 * Four eyes where a buyer asks for them, and a buyer's signed answers to reports.
 * @param {import("knex").Knex} knex
 */
export const up = async (knex) => {
  await knex.raw(`create table four_eyes (
    number ${counter(knex)},
    buyer_code text not null,
    is_asked integer not null check (is_asked in (0, 1)),
    at text not null
  ) ${strict(knex)}`);
  await knex.raw("create index four_eyes_of_buyer on four_eyes (buyer_code, number)");
  await knex.raw(`create table decision (
    number ${counter(knex)},
    assessment_id text not null references assessment (id),
    kind text not null check (kind in ('proposed', 'approved', 'refused')),
    account_id text not null references account (id),
    at text not null
  ) ${strict(knex)}`);
  await knex.raw("create index decision_on_assessment on decision (assessment_id, number)");
  await knex.raw(`create table buyer_key (
    verifier text primary key,
    buyer text not null,
    at text not null
  ) ${strict(knex)}`);
  await knex.raw(`create table report_response (
    report_id text not null check (length(report_id) = 32),
    number ${whole(knex)} not null check (number between 1 and 99),
    note text not null,
    at text not null,
    primary key (report_id, number)
  ) ${strict(knex)}`);
  for (const table of ["four_eyes", "decision", "buyer_key", "report_response"])
    await appendOnly(knex, table);
};

/** @param {import("knex").Knex} knex */
export const down = async (knex) => {
  for (const table of ["report_response", "buyer_key", "decision", "four_eyes"])
    await knex.raw(`drop table ${table}`);
};
