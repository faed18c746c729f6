// @ts-check
import { appendOnly, bytes, strict, whole } from "./support/engine.js";

/**
 * What was issued, byte for byte: a later engine would draw another page.
 * @param {import("knex").Knex} knex
 */
export const up = async (knex) => {
  await knex.raw(`create table issued_report (
    id text not null check (length(id) = 32),
    variant text not null check (variant in ('full', 'summary')),
    assessment_id text not null references assessment (id),
    language text not null check (language in ('ar', 'fr', 'en')),
    reference text not null,
    buyer text not null,
    law_of text,
    verdict text not null,
    payload_sha256 text not null check (length(payload_sha256) = 64),
    pdf_sha256 text not null check (length(pdf_sha256) = 64),
    pdf_bytes ${whole(knex)} not null check (pdf_bytes > 0),
    pdf ${bytes(knex)} not null,
    issued_at text not null,
    primary key (id, variant)
  ) ${strict(knex)}`);
  await knex.raw("create index issued_report_of_assessment on issued_report (assessment_id)");
  await knex.raw("create index issued_report_of_buyer on issued_report (buyer, issued_at)");
  await knex.raw("create index issued_report_by_time on issued_report (issued_at, id, variant)");
  await appendOnly(knex, "issued_report");
};

/** @param {import("knex").Knex} knex */
export const down = async (knex) => {
  await knex.raw("drop table issued_report");
};
