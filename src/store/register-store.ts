import type { Knex } from "knex";
import type { Actor } from "../domain/actor.ts";
import type { Register, RegisterFilter } from "../usecases/register.ts";
import type { Database } from "./open-database.ts";
import { answersOf, type ListedRow, REPORT_COLUMNS, toReport } from "./report-store.ts";
import { within } from "./within.ts";

const PAGE = 500;

const ESCAPED = /[\\%_]/g;

const filtered = (query: Knex.QueryBuilder, filter: RegisterFilter): Knex.QueryBuilder => {
  const { text, buyer, year, verdict, language } = filter;
  if (text !== undefined)
    void query.whereRaw("lower(issued_report.reference) like ? escape '\\'", [
      `%${text.toLowerCase().replaceAll(ESCAPED, "\\$&")}%`,
    ]);
  if (buyer !== undefined) void query.where("issued_report.buyer", buyer);
  if (year !== undefined)
    void query.whereBetween("issued_at", [`${year}-01-01`, `${year}-12-31T23:59:59.999Z`]);
  if (verdict !== undefined) void query.where("issued_report.verdict", verdict);
  if (language !== undefined) void query.where("issued_report.language", language);
  return query;
};

const reachable = (read: Knex, actor: Actor): Knex.QueryBuilder =>
  within(
    read("issued_report")
      .join("assessment", "assessment.id", "issued_report.assessment_id")
      .join("tender", "tender.id", "assessment.tender_id"),
    actor,
    "tender.buyer_code",
  );

const selected = (read: Knex, actor: Actor): Knex.QueryBuilder =>
  reachable(read, actor).select(
    ...REPORT_COLUMNS.map((column) => `issued_report.${column}`),
    answersOf(read),
  );

/** A place in the register, in order of time. */
const placeOf = ({ issued_at: at, id, variant }: ListedRow): string => `${at} ${id} ${variant}`;

const ORDER = "issued_report.issued_at || ' ' || issued_report.id || ' ' || issued_report.variant";

/** The register of what was issued. */
export const registerStore = ({ read }: Database): Register => ({
  page: async (actor, filter, after, limit) => {
    const query = filtered(selected(read, actor), filter)
      .orderBy([
        { column: "issued_at", order: "desc" },
        { column: "issued_report.id", order: "desc" },
        { column: "variant", order: "desc" },
      ])
      .limit(limit + 1);
    if (after !== null) void query.whereRaw(`${ORDER} < ?`, [after]);
    const rows = (await query) as readonly ListedRow[];
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(toReport),
      next: rows.length > limit && last !== undefined ? placeOf(last) : null,
    };
  },
  all: async function* (actor, filter) {
    let after = "";
    for (;;) {
      const rows = (await filtered(selected(read, actor), filter)
        .whereRaw(`${ORDER} > ?`, [after])
        .orderBy(["issued_at", "issued_report.id", "variant"])
        .limit(PAGE)) as readonly ListedRow[];
      yield* rows.map(toReport);
      const last = rows.at(-1);
      if (last === undefined) return;
      after = placeOf(last);
    }
  },
  has: async (actor, reportId) => {
    const row: unknown = await reachable(read, actor)
      .where("issued_report.id", reportId)
      .first("issued_report.id");
    return row !== undefined;
  },
  buyers: async (actor) => {
    const rows = (await reachable(read, actor)
      .distinct("issued_report.buyer")
      .orderBy("issued_report.buyer")
      .limit(1000)) as readonly { readonly buyer: string }[];
    return rows.map(({ buyer }) => buyer);
  },
});
