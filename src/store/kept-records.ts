import type { Kept } from "../domain/retention.ts";
import type { Database } from "./open-database.ts";

const PAGE = 500;

interface Row {
  readonly id: string;
  readonly since: string;
  readonly reference: string;
  readonly buyer: string | null;
}

const toKept = (kind: Kept["kind"], { id, since, reference, buyer }: Row): Kept => ({
  kind,
  id,
  reference,
  buyer: buyer ?? "",
  since: since.slice(0, 10),
});

const reports = async ({ read }: Database, after: string): Promise<readonly Row[]> =>
  await read("issued_report")
    .where("id", ">", after)
    .orderBy("id")
    .limit(PAGE)
    .select("id", { since: "issued_at" }, "reference", "buyer");

const assessments = async ({ read }: Database, after: string): Promise<readonly Row[]> =>
  await read("assessment")
    .join("tender", "tender.id", "assessment.tender_id")
    .where("assessment.id", ">", after)
    .orderBy("assessment.id")
    .limit(PAGE)
    .select("assessment.id", { since: "assessed_at" }, "tender.reference", {
      buyer: "tender.buyer_code",
    });

/** Everything that has a period of retention: issued reports, then assessments. */
export const keptRecords = async function* (database: Database): AsyncGenerator<Kept> {
  for (const [kind, page] of [
    ["report", reports],
    ["assessment", assessments],
  ] as const) {
    let rows = await page(database, "");
    while (rows.length > 0) {
      yield* rows.map((row) => toKept(kind, row));
      rows = await page(database, rows.at(-1)?.id ?? "");
    }
  }
};
