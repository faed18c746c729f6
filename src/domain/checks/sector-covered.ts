import { type Given, seen } from "../given.ts";
import { broken, type Judgement, judge, met, unknown } from "../judgement.ts";

/** The object is catering, events or services: stated, or by the words of its title. */
export const sectorCovered = ({ sector, tender }: Given): Judgement => {
  const evidence =
    tender.sector === undefined ? [seen("/title", sector.terms)] : [seen("/sector", tender.sector)];
  if (sector.code === null) return judge("", [unknown("sectorUnknown", ["/sector"], { evidence })]);
  if (sector.code === "other") return judge("", [broken("otherSector", { evidence })]);
  return judge(sector.code, [met({ evidence })]);
};
