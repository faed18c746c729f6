import { SERVICE } from "./domain/actor.ts";
import type { LocalText } from "./domain/tender.ts";
import type { Service } from "./http/service.ts";
import type { Buyer } from "./usecases/accounts/ports.ts";
import type { Document } from "./usecases/ports.ts";

interface InventedBuyer {
  readonly name: LocalText;
  readonly kind?: string;
}

const buyerIn = (document: Document): InventedBuyer => document["buyer"] as InventedBuyer;
const keyOf = (document: Document): string => JSON.stringify(buyerIn(document).name);

/** The invented buyers of the examples, by name, each once; their codes are no codes of the territory. */
const inventedBuyers = ({ examples }: Service): ReadonlyMap<string, Buyer> => {
  const names = [...new Map(examples.map(({ document }) => [keyOf(document), buyerIn(document)]))];
  return new Map(
    names.map(([key, { name, kind = "commune" }], index) => [
      key,
      { code: `demo-${index + 1}`, name, kind, isDemo: true },
    ]),
  );
};

/** Stores and assesses the demo's tenders under their invented buyers; answers with how many. Only for an empty database. */
export const loadDemo = async (service: Service, isEmpty: boolean): Promise<number> => {
  if (!isEmpty) return 0;
  const buyers = inventedBuyers(service);
  await service.accounts.prepareDemo([...buyers.values()]);
  for (const { document } of service.examples) {
    const { id } = await service.storeTender(SERVICE, document, buyers.get(keyOf(document))?.code ?? null);
    await service.assessTender(SERVICE, id, null);
  }
  return service.examples.length;
};
