// @ts-check
import { counter, isPostgres, strict } from "./support/engine.js";

/** @param {import("knex").Knex} knex */
const createProfiles = async (knex) => {
  // A profile can be erased: personal data live here, and in what hangs on it, and nowhere else.
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
const createAlerts = async (knex) => {
  await knex.raw(`create table subscription (
    id text primary key check (length(id) = 26),
    cooperative_id text references cooperative (id) on delete cascade,
    email text not null,
    query text,
    language text not null check (language in ('ar', 'fr', 'en')),
    rhythm text not null check (rhythm in ('daily', 'weekly')),
    secret text not null unique,
    created_at text not null,
    verified_at text,
    last_digest_on text
  ) ${strict(knex)}`);
  await knex.raw("create index subscription_of_cooperative on subscription (cooperative_id)");
  await knex.raw(`create table mail (
    number ${counter(knex)},
    message_id text not null unique,
    subscription_id text references subscription (id) on delete cascade,
    recipient text not null,
    body text not null,
    state text not null check (state in ('ready', 'sending', 'sent', 'failed')),
    attempts integer not null,
    due_at text not null,
    created_at text not null,
    sent_at text
  ) ${strict(knex)}`);
  await knex.raw("create index mail_due on mail (state, due_at)");
  await knex.raw("create index mail_of_subscription on mail (subscription_id)");
  // A call is told once to each subscription, whatever crashes between.
  await knex.raw(`create table alert (
    subscription_id text not null references subscription (id) on delete cascade,
    tender_id text not null references tender (id),
    message_id text not null,
    told_at text not null,
    primary key (subscription_id, tender_id)
  ) ${strict(knex)}`);
};

/** @param {import("knex").Knex} knex */
export const up = async (knex) => {
  await createProfiles(knex);
  await createAlerts(knex);
};

/** @param {import("knex").Knex} knex */
export const down = async (knex) => {
  for (const table of ["alert", "mail", "subscription", "cooperative_change", "cooperative"])
    await knex.raw(`drop table ${table}`);
};
