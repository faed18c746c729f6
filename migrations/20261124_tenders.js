// @ts-check
import { appendOnly, strict } from "./support/engine.js";

/** Rows of these tables are never changed nor deleted: what was judged stays as it was. */
const APPEND_ONLY = ["document", "assessment"];

/** @param {import("knex").Knex} knex */
export const up = async (knex) => {
  await knex.raw(`create table document (
    sha256 text primary key check (length(sha256) = 64),
    body text not null
  ) ${strict(knex)}`);
  await knex.raw(`create table tender (
    id text primary key check (length(id) = 26),
    version integer not null check (version > 0),
    reference text not null,
    document_sha256 text not null references document (sha256),
    received_at text not null,
    changed_at text not null
  ) ${strict(knex)}`);
  await knex.raw(`create table assessment (
    id text primary key check (length(id) = 26),
    tender_id text not null references tender (id),
    document_sha256 text not null references document (sha256),
    law_of text,
    rulebook_sha256 text not null check (length(rulebook_sha256) = 64),
    verdict text not null,
    body text not null,
    assessed_at text not null
  ) ${strict(knex)}`);
  await knex.raw("create index assessment_of_tender on assessment (tender_id, assessed_at)");
  for (const table of APPEND_ONLY) await appendOnly(knex, table);
};

/** @param {import("knex").Knex} knex */
export const down = async (knex) => {
  for (const table of ["assessment", "tender", "document"]) await knex.raw(`drop table ${table}`);
};
