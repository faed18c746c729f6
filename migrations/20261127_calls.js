// @ts-check
import { counter, isPostgres, strict } from "./support/engine.js";

/** Tokens are letters and figures, already folded and stemmed: both engines keep them. Less detail ranks nothing. */
const FTS5 = `create virtual table call_text using fts5(
  title, other, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
)`;
const TSVECTOR = `alter table call add column tokens tsvector generated always as (
  setweight(to_tsvector('simple', title_tokens), 'A') || setweight(to_tsvector('simple', other_tokens), 'B')
) stored`;

/**
 * A stored or replaced tender waits to be read for the search, in the same transaction, whoever stores it.
 * @param {import("knex").Knex} knex
 */
const queueChanges = async (knex) => {
  if (isPostgres(knex)) {
    await knex.raw(`create function queue_call() returns trigger language plpgsql as
      $$ begin insert into call_pending (tender_id) values (new.id); return new; end $$`);
    await knex.raw(`create trigger tender_queued after insert or update of document_sha256 on tender
      for each row execute function queue_call()`);
    return;
  }
  await knex.raw(`create trigger tender_queued after insert on tender
    begin insert into call_pending (tender_id) values (new.id); end`);
  await knex.raw(`create trigger tender_requeued after update of document_sha256 on tender
    begin insert into call_pending (tender_id) values (new.id); end`);
};

/** @param {import("knex").Knex} knex */
export const up = async (knex) => {
  await knex.raw(
    `create table call (
    number ${counter(knex)},
    tender_id text not null unique references tender (id),
    tender_version integer not null,
    change bigint not null,
    is_public integer not null check (is_public in (0, 1)),
    reference text not null,
    title text not null,
    buyer text not null,
    sector text,
    region text,
    province text,
    commune text,
    procedure text,
    reserved integer check (reserved in (0, 1)),
    estimate bigint,
    smallest_lot bigint,
    lots integer not null,
    guarantee bigint,
    published_on text,
    deadline text,
    deadline_day text,
    closes_at bigint,
    title_tokens text not null,
    other_tokens text not null
  ) ${strict(knex)}`.replaceAll("bigint", isPostgres(knex) ? "bigint" : "integer"),
  );
  await knex.raw("create unique index call_of_change on call (change)");
  await knex.raw("create index call_of_closing on call (closes_at)");
  await knex.raw(`create table call_change (
    one integer primary key check (one = 1),
    last ${isPostgres(knex) ? "bigint" : "integer"} not null
  ) ${strict(knex)}`);
  await knex.raw("insert into call_change (one, last) values (1, 0)");
  await knex.raw(`create table call_pending (
    number ${counter(knex)},
    tender_id text not null
  ) ${strict(knex)}`);
  await knex.raw("insert into call_pending (tender_id) select id from tender order by id");
  await queueChanges(knex);
  await knex.raw(isPostgres(knex) ? TSVECTOR : FTS5);
  if (isPostgres(knex)) await knex.raw("create index call_by_tokens on call using gin (tokens)");
};

/** @param {import("knex").Knex} knex */
export const down = async (knex) => {
  await knex.raw(isPostgres(knex) ? "drop trigger tender_queued on tender" : "drop trigger tender_queued");
  await knex.raw(isPostgres(knex) ? "drop function queue_call" : "drop trigger tender_requeued");
  if (!isPostgres(knex)) await knex.raw("drop table call_text");
  for (const table of ["call_pending", "call_change", "call"]) await knex.raw(`drop table ${table}`);
};
