import * as fc from "fast-check";

/** What of JSON Schema the format of tenders uses. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly decimals?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
}

// On, just below and just above what the rules compare with; 0 is an estimate that is not disclosed.
const AMOUNTS = [
  0, 0.01, 4999.99, 5000, 10_000, 20_000, 199_999.99, 200_000, 200_000.01, 240_000, 416_666.66, 500_000,
  500_000.01, 600_000, 999_999.99, 1e6, 1_000_000.01, 1.2e6, 1_200_000.01, 5e6, 6e6, 1e7, 1e12,
];
const SHARES = [0, 0.01, 0.03, 0.0301, 0.07, 0.1, 0.2, 0.5, 0.5001, 1];
const WHOLES = [0, 1, 2, 3, 6, 7, 30, 60, 61, 75, 76, 90];

/** Around the days on which the law changed, and around the periods it counts. */
export const DAYS = [
  "2012-12-31",
  "2013-09-01",
  "2016-12-31",
  "2017-01-01",
  "2019-05-23",
  "2019-05-24",
  "2023-08-31",
  "2023-09-01",
  "2026-01-20",
  "2026-01-21",
  "2026-01-23",
  "2026-02-03",
  "2026-02-04",
  "2026-02-10",
  "2026-02-11",
  "2026-04-12",
];

const CLOCKS = ["", "T10:00:00+01:00", "T23:30:00Z", "T00:00:00Z"];
const ICE = String.raw`^\d{15}$`;
const TEXTS = ["", "x", "Al Massae", "Secteur B", "agrément sanitaire ONSSA"];

/** Values that the generic rule would draw badly, by the name of the property. */
export type Special = Readonly<Record<string, fc.Arbitrary<unknown>>>;

const numbers = ({ decimals, minimum = 0, maximum = 1e12 }: Schema): fc.Arbitrary<number> => {
  if (decimals === 2)
    return fc.oneof(
      fc.constantFrom(...AMOUNTS),
      fc.nat(700_000_000).map((centimes) => centimes / 100),
    );
  if (decimals === 4) return fc.constantFrom(...SHARES);
  return fc.constantFrom(...WHOLES.map((whole) => whole + minimum).filter((whole) => whole <= maximum));
};

const strings = ({ format, pattern, enum: values }: Schema): fc.Arbitrary<string> => {
  if (values !== undefined) return fc.constantFrom(...values);
  if (format === "date") return fc.constantFrom(...DAYS);
  if (format === "moment")
    return fc
      .tuple(fc.constantFrom(...DAYS), fc.constantFrom(...CLOCKS))
      .map(([day, clock]) => `${day}${clock}`);
  if (pattern === undefined) return fc.constantFrom(...TEXTS);
  return pattern === ICE ? fc.constant("001512345000078") : fc.stringMatching(new RegExp(pattern));
};

const MOST = 3;

/** Valid values of a schema; of what is optional, each is given or left out. */
export const valueOf = (schema: Schema, special: Special): fc.Arbitrary<unknown> => {
  const { type, properties, items, required = [], minItems = 0, maxItems = MOST } = schema;
  if (properties !== undefined) {
    const each = Object.entries(properties).map(
      ([name, property]) => [name, special[name] ?? valueOf(property, special)] as const,
    );
    return fc.record(Object.fromEntries(each), { requiredKeys: [...required] });
  }
  if (items !== undefined)
    return fc.array(valueOf(items, special), { minLength: minItems, maxLength: Math.min(maxItems, MOST) });
  if (type === "boolean") return fc.boolean();
  return type === "number" || type === "integer" ? numbers(schema) : strings(schema);
};
