import type { LocalText } from "../../domain/tender.ts";
import type { Buyer, BuyerStore } from "../../usecases/accounts/ports.ts";
import type { Database } from "../open-database.ts";

interface BuyerRow {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly is_demo: number;
}

/** Buyers that have accounts or tenders. */
export const buyerStore = ({ write, read }: Database): BuyerStore => ({
  keep: async ({ code, name, kind, isDemo }) => {
    await write.transaction(async (trx) => {
      await trx("buyer")
        .insert({ code, name: JSON.stringify(name), kind, is_demo: isDemo ? 1 : 0 })
        .onConflict("code")
        .ignore();
    });
  },
  find: async (code) => {
    const row: BuyerRow | undefined = await read("buyer").where({ code }).first();
    return row === undefined ? null : toBuyer(row);
  },
  list: async () => {
    const rows: readonly BuyerRow[] = await read("buyer").orderBy("code");
    return rows.map(toBuyer);
  },
});

const toBuyer = ({ code, name, kind, is_demo }: BuyerRow): Buyer => ({
  code,
  name: JSON.parse(name) as LocalText,
  kind,
  isDemo: is_demo === 1,
});
