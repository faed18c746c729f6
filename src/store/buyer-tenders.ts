import type { Actor } from "../domain/actor.ts";
import type { StoredTender } from "../usecases/ports.ts";
import type { Database } from "./open-database.ts";
import { selectTenders, type TenderRow, toTender } from "./tender-store.ts";
import { within } from "./within.ts";

/** Rows read from the database at once. */
const PAGE = 500;

/** The buyer's tenders whose documents speak of an award, in order of id, a page at a time. */
export async function* awardedTenders(
  { read }: Pick<Database, "read">,
  actor: Actor,
  buyer: string,
): AsyncGenerator<StoredTender> {
  for (let after = ""; ; ) {
    const page: readonly TenderRow[] = await within(selectTenders(read), actor, "buyer_code")
      .where({ buyer_code: buyer })
      .where("tender.id", ">", after)
      // A sieve: what is awarded, and when, is read from the document.
      .where("body", "like", '%"award%')
      .orderBy("tender.id")
      .limit(PAGE);
    yield* page.map(toTender);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.id;
  }
}
