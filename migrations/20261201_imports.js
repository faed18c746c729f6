// @ts-check
import { bytes, whole, strict } from "./support/engine.js";

/** @param {import("knex").Knex} knex */
export const up = async (knex) => {
  // Times are milliseconds since 1970, so that leases compare alike on both engines.
  await knex.raw(`create table job (
    id text primary key check (length(id) = 26),
    state text not null check (state in ('uploading', 'ready', 'running', 'done', 'failed', 'cancelled')),
    format text not null,
    name text not null,
    profile text,
    buyer_code text,
    account_id text,
    bytes ${whole(knex)} not null check (bytes >= 0),
    bytes_read ${whole(knex)} not null check (bytes_read >= 0),
    items ${whole(knex)} not null check (items >= 0),
    stored ${whole(knex)} not null check (stored >= 0),
    replaced ${whole(knex)} not null check (replaced >= 0),
    unchanged ${whole(knex)} not null check (unchanged >= 0),
    refused ${whole(knex)} not null check (refused >= 0),
    attempts ${whole(knex)} not null,
    tries ${whole(knex)} not null,
    lease_until ${whole(knex)},
    created_at ${whole(knex)} not null,
    changed_at ${whole(knex)} not null,
    problem text
  ) ${strict(knex)}`);
  await knex.raw("create index job_to_run on job (state, created_at)");
  await knex.raw(`create table job_upload (
    job_id text not null references job (id),
    number integer not null,
    content ${bytes(knex)} not null,
    primary key (job_id, number)
  ) ${strict(knex)}`);
  await knex.raw(`create table job_problem (
    job_id text not null references job (id),
    item integer not null,
    number integer not null,
    place text not null,
    problem text not null,
    primary key (job_id, item, number)
  ) ${strict(knex)}`);
  // What an imported tender is known by where it comes from, so that the same call imported again is replaced.
  await knex.raw(`create table tender_source (
    source text primary key,
    tender_id text not null references tender (id)
  ) ${strict(knex)}`);
  await knex.raw(`create table mapping_profile (
    buyer_code text not null,
    name text not null,
    body text not null,
    changed_at text not null,
    primary key (buyer_code, name)
  ) ${strict(knex)}`);
  await knex.raw("create index tender_of_document on tender (document_sha256)");
};

/** @param {import("knex").Knex} knex */
export const down = async (knex) => {
  await knex.raw("drop index tender_of_document");
  for (const table of ["mapping_profile", "tender_source", "job_problem", "job_upload", "job"])
    await knex.raw(`drop table ${table}`);
};
