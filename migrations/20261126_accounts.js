// @ts-check
import { appendOnly, counter, strict } from "./support/engine.js";

const ROLES = "'officer', 'approver', 'auditor', 'cooperative', 'administrator'";
const FLAG = "integer not null check (FLAG in (0, 1))";

/** @param {string} name */
const flag = (name) => `${name} ${FLAG.replace("FLAG", name)}`;

/** @param {import("knex").Knex} knex */
export const up = async (knex) => {
  await knex.raw(`create table buyer (
    code text primary key check (length(code) between 1 and 40),
    name text not null,
    kind text not null,
    ${flag("is_demo")}
  ) ${strict(knex)}`);
  await knex.raw(`create table account (
    id text primary key check (length(id) = 26),
    login text not null unique,
    role text not null check (role in (${ROLES})),
    buyer_code text references buyer (code),
    cooperative_id text,
    password_hash text,
    ${flag("is_active")},
    ${flag("is_demo")},
    created_at text not null
  ) ${strict(knex)}`);
  await knex.raw(`create table session (
    digest text primary key check (length(digest) = 64),
    account_id text not null references account (id),
    created_at text not null,
    seen_at text not null
  ) ${strict(knex)}`);
  await knex.raw(`create table invitation (
    digest text primary key check (length(digest) = 64),
    account_id text not null references account (id),
    expires_at text not null
  ) ${strict(knex)}`);
  await knex.raw(`create table api_token (
    id text primary key check (length(id) = 26),
    digest text not null unique check (length(digest) = 64),
    account_id text not null references account (id),
    name text not null,
    scopes text not null,
    created_at text not null,
    last_used_at text,
    revoked_at text
  ) ${strict(knex)}`);
  await knex.raw(`create table attempt (
    digest text primary key,
    since text not null,
    tries integer not null check (tries > 0)
  ) ${strict(knex)}`);
  await knex.raw(`create table act (
    number ${counter(knex)},
    at text not null,
    account_id text references account (id),
    buyer_code text,
    action text not null,
    object text
  ) ${strict(knex)}`);
  await appendOnly(knex, "act");
  for (const table of ["session", "invitation", "api_token"])
    await knex.raw(`create index ${table}_of_account on ${table} (account_id)`);
  // No reference to buyer: SQLite could not drop the column again. null: stored before there were accounts.
  await knex.raw("alter table tender add column buyer_code text");
  await knex.raw("create index tender_of_buyer on tender (buyer_code, id)");
};

/** @param {import("knex").Knex} knex */
export const down = async (knex) => {
  await knex.raw("drop index tender_of_buyer");
  await knex.raw("alter table tender drop column buyer_code");
  for (const table of ["act", "attempt", "api_token", "invitation", "session", "account", "buyer"])
    await knex.raw(`drop table ${table}`);
};
