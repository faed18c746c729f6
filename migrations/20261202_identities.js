// @ts-check
import { strict } from "./support/engine.js";

/** @param {import("knex").Knex} knex */
export const up = async (knex) => {
  // Who a provider says a person is, tied to an account at the first sign-in: an address may change hands.
  await knex.raw(`create table identity (
    issuer text not null,
    subject text not null check (length(subject) between 1 and 255),
    account_id text not null references account (id),
    linked_at text not null,
    primary key (issuer, subject),
    unique (issuer, account_id)
  ) ${strict(knex)}`);
  await knex.raw("create index identity_of_account on identity (account_id)");
};

/** @param {import("knex").Knex} knex */
export const down = async (knex) => {
  await knex.raw("drop table identity");
};
