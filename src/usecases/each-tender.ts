import type { Actor } from "../domain/actor.ts";
import type { StoredTender, TenderStore } from "./ports.ts";

/** Tenders read from the database at once. */
const PAGE = 200;

/** Every tender that the actor may see, in order of id, a page at a time. */
export async function* eachTender(tenders: TenderStore, actor: Actor): AsyncGenerator<StoredTender> {
  for (let after: string | null = null; ; ) {
    const { items, next } = await tenders.list(actor, after, PAGE);
    yield* items;
    if (next === null) return;
    after = next;
  }
}
