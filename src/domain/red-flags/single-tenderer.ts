import { seen } from "../given.ts";
import type { Procedure } from "../tender.ts";
import { cantTell, clear, type FlagCheck, notHere, raised } from "./red-flag.ts";
import { tendererKey } from "./tenderers.ts";

const OPEN: ReadonlySet<Procedure> = new Set<Procedure>(["open", "simplifiedOpen", "openWithMarkup"]);

/** R018: one tenderer in an open procedure. */
export const singleTenderer: FlagCheck = ({ tender: { procedure }, offers }) => {
  if (procedure !== undefined && !OPEN.has(procedure)) return notHere();
  if (offers === undefined) return cantTell([...(procedure === undefined ? ["/procedure"] : []), "/offers"]);
  const tenderers = new Set(offers.map(tendererKey));
  const evidence = offers.map(({ at, tenderer, id }) => seen(at, tenderer?.name ?? id));
  if (tenderers.size !== 1) return clear(evidence);
  return procedure === undefined ? cantTell(["/procedure"], evidence) : raised(evidence);
};
