import type { Document } from "../usecases/ports.ts";
import type { StoredYear, YearStore } from "../usecases/years.ts";
import type { Database } from "./open-database.ts";
import { recordAct } from "./record-act.ts";
import { within } from "./within.ts";

interface YearRow {
  readonly buyer_code: string;
  readonly year: number;
  readonly version: number;
  readonly body: string;
  readonly changed_at: string;
}

/** Buyers' years in the database: one document a year, replaced at the version that was read. */
export const yearStore = ({ write, read }: Database, now: () => Date): YearStore => ({
  find: async (actor, buyer, year) => {
    const row: YearRow | undefined = await within(
      read("buyer_year").where({ buyer_code: buyer, year }),
      actor,
      "buyer_code",
    ).first();
    return row === undefined ? null : toYear(row);
  },
  awarded: async (actor, buyer, year) => {
    const rows = (await within(
      read("tender")
        .join("document", "document.sha256", "tender.document_sha256")
        .where({ buyer_code: buyer })
        // A sieve: whether an award was decided in the year is read from the document.
        .where("body", "like", `%"decidedOn":"${year}-%`)
        .orderBy("tender.id")
        .select("body"),
      actor,
      "buyer_code",
    )) as readonly { readonly body: string }[];
    return rows.map(({ body }) => JSON.parse(body) as Document);
  },
  put: async (actor, buyer, year, version, document) => {
    const at = now();
    const row = { body: JSON.stringify(document), changed_at: at.toISOString(), version: (version ?? 0) + 1 };
    return write.transaction(async (trx): Promise<StoredYear | null> => {
      const key = { buyer_code: buyer, year };
      const changed: number =
        version === null
          ? (
              await trx("buyer_year")
                .insert({ ...key, ...row })
                .onConflict(["buyer_code", "year"])
                .ignore()
                .returning("year")
            ).length
          : await trx("buyer_year")
              .where({ ...key, version })
              .update(row);
      if (changed === 0) return null;
      await recordAct(trx, actor, { action: "yearKept", object: String(year), buyer }, at);
      return toYear({ ...key, ...row });
    });
  },
});

const toYear = ({ buyer_code, year, version, body, changed_at }: YearRow): StoredYear => ({
  buyer: buyer_code,
  year,
  version,
  document: JSON.parse(body) as Document,
  changedAt: changed_at,
});
