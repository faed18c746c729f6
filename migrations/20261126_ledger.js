// @ts-check
import { appendOnly, bytes, neverUpdated, strict, whole } from "./support/engine.js";

/**
 * The log of official acts: an RFC 9162 Merkle tree (docs/ledger.md). What a leaf commits to stands apart in
 * `log_opening`, so that it can be erased without a change to the log.
 * @param {import("knex").Knex} knex
 */
export const up = async (knex) => {
  await knex.raw(`create table log_entry (
    seq ${whole(knex)} primary key check (seq >= 0),
    kind text not null,
    leaf text not null
  ) ${strict(knex)}`);
  await knex.raw("create index log_entry_of_kind on log_entry (kind, seq)");
  await knex.raw(`create table log_node (
    level integer not null check (level between 0 and 52),
    position ${whole(knex)} not null check (position >= 0),
    hash ${bytes(knex)} not null check (length(hash) = 32),
    primary key (level, position)
  ) ${strict(knex)}`);
  await knex.raw(`create table log_checkpoint (
    size ${whole(knex)} primary key check (size > 0),
    note text not null
  ) ${strict(knex)}`);
  await knex.raw(`create table log_key (
    seq ${whole(knex)} primary key references log_entry (seq),
    verifier text not null unique
  ) ${strict(knex)}`);
  await knex.raw(`create table log_opening (
    seq ${whole(knex)} primary key references log_entry (seq),
    subject text unique,
    body text not null
  ) ${strict(knex)}`);
  for (const table of ["log_entry", "log_node", "log_checkpoint", "log_key"]) await appendOnly(knex, table);
  await neverUpdated(knex, "log_opening");
};

/** @param {import("knex").Knex} knex */
export const down = async (knex) => {
  for (const table of ["log_opening", "log_key", "log_checkpoint", "log_node", "log_entry"])
    await knex.raw(`drop table ${table}`);
};
