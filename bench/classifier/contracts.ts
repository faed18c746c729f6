import { readFileSync } from "node:fs";
import { halfOf, type Half } from "../../test/support/labelled-titles.ts";

/** What the buyer's code says of a contract; "aside": a heading that its wording shares between sectors. */
export type Label = "catering" | "events" | "neither" | "aside";

export interface Contract {
  readonly title: string;
  readonly label: Label;
  readonly half: Half;
}

// Decided from the wording of the nomenclature (Regulation (EC) 213/2008) alone. A heading above others holds
// all that they hold.
const CATERING = /^55[345]/;
const EVENTS = /^7995/;
const ASIDE: readonly (readonly [RegExp, string])[] = [
  [/^55000000/, "hotel, restaurant and retail trade services: the heading above restaurants"],
  [/^551/, "hotel services, hotel meeting and conference services"],
  [
    /^15894[234]|^1581151/,
    "prepared meals, school meals, hospital meals, sandwiches: the same meals, as goods",
  ],
  [/^15(?:00|80|89|894)0+$/, "the headings above prepared meals: food products"],
  [/^79957/, "auctions: organised, but neither a feast nor a fair"],
  [
    /^79(?:00|90)0000|^92(?:00|30)0000/,
    "headings above: business services, recreational, entertainment services",
  ],
  [/^923[1234]/, "artists, halls, fairs and children's animation, dance: what events are made of"],
  [/^923[67]|^24613200/, "pyrotechnic services, sound technicians, fireworks"],
  [/^92600000|^9262/, "sporting services, organisation of sports events"],
  [/^925211/, "exhibitions in museums"],
  [/^79992/, "reception services"],
  [/^39154|^39522530|^32342410|^48952|^45237|^39298700/, "stands, tents, sound systems, stages, trophies"],
];

// Auctions stand under the heading of events, so what is aside is asked first.
const labelOf = (cpv: string): Label => {
  if (ASIDE.some(([codes]) => codes.test(cpv))) return "aside";
  if (CATERING.test(cpv)) return "catering";
  return EVENTS.test(cpv) ? "events" : "neither";
};

// A quoted field may hold commas, line ends and doubled quotes.
const FIELD = /(?:^|,|\n)(?:"((?:[^"]|"")*)"|([^,\n]*))/gy;

const rowsOf = (csv: string): readonly (readonly string[])[] => {
  const rows: string[][] = [];
  for (const match of csv.trimEnd().matchAll(FIELD)) {
    const field = match[1]?.replaceAll('""', '"') ?? match[2] ?? "";
    if (match[0].startsWith(",")) rows.at(-1)?.push(field);
    else rows.push([field]);
  }
  return rows;
};

/** Spreadsheets took the leading zeros of the codes away. */
const cpvOf = (field: string): string => (field.split("-")[0] ?? "").padStart(8, "0");

/** Contracts of a table with the columns `objet` and `cpv`. */
export const contractsIn = (path: string): readonly Contract[] => {
  const [header = [], ...rows] = rowsOf(readFileSync(path, "utf8"));
  const [at, cpvAt] = [header.indexOf("objet"), header.indexOf("cpv")];
  return rows.map((row) => {
    const title = row[at] ?? "";
    return { title, label: labelOf(cpvOf(row[cpvAt] ?? "")), half: halfOf(title) };
  });
};
