import { LARGEST_PIECE } from "../../src/intake/ocds/cut-ocds.ts";

type Json = Record<string, unknown>;

const release = (ocid: string, change: Json = {}): Json => ({
  ocid,
  id: "1",
  date: "2026-01-20T09:00:00Z",
  tag: ["tender"],
  initiationType: "tender",
  language: "fr",
  parties: [{ id: "b", name: "Commune fictive", roles: ["buyer"] }],
  buyer: { id: "b", name: "Commune fictive" },
  tender: { id: "1/2026", title: "Prestations de restauration" },
  ...change,
});

const packaged = (releases: readonly unknown[], change: Json = {}): Json => ({
  uri: "https://example.org/1",
  version: "1.1",
  publishedDate: "2026-01-20T09:00:00Z",
  publisher: { name: "Éditeur fictif" },
  extensions: [
    "https://raw.githubusercontent.com/open-contracting-extensions/ocds_lots_extension/master/extension.json",
  ],
  releases,
  ...change,
});

const good = release("ocds-x-good");
const tender = (change: Json): Json => ({ tender: { id: "1/2026", title: "Objet", ...change } });
const withGood = (bad: Json): Json => packaged([good, bad]);
const { publisher: _publisher, ...anonymous } = packaged([good]);
const { version: _version, ...unversioned } = packaged([good]);
const { id: _id, ...unidentified } = release("ocds-x-bad");
const later = { id: "2", date: "2026-02-20T09:00:00Z" };

/** What each row of the table in docs/ocds.md is tried with, and how many tenders are read from it. */
const FILES: Readonly<Record<string, readonly [read: number, file: unknown]>> = {
  "not UTF-8": [
    1,
    Buffer.concat([Buffer.from(`${JSON.stringify(good)}\n`), Buffer.from('{"é":1}', "latin1")]),
  ],
  "not JSON": [1, `${JSON.stringify(good)}\n{"ocid":,}`],
  "cut short": [1, JSON.stringify(packaged([good, good])).slice(0, -60)],
  empty: [0, " \n"],
  "other JSON": [0, { hello: "world" }],
  "bare release": [1, good],
  "list on top": [2, [good, packaged([release("ocds-x-2")])]],
  "no version": [1, unversioned],
  "unknown version": [1, packaged([good], { version: "7.3" })],
  "number version": [1, packaged([good], { version: 1.1 })],
  "package without publisher": [1, anonymous],
  "empty package": [0, packaged([])],
  "duplicate release": [1, packaged([good, good])],
  "duplicate ids": [
    1,
    withGood(
      release(
        "ocds-x-bad",
        tender({
          lots: [
            { id: "1", title: "A" },
            { id: "1", title: "B" },
          ],
        }),
      ),
    ),
  ],
  "duplicate key": [1, `${JSON.stringify(good)}\n${JSON.stringify(good).replace("{", '{"id":"2",')}`],
  "missing ids": [1, withGood(unidentified)],
  "closed codelist broken": [1, withGood(release("ocds-x-bad", tender({ status: "asleep" })))],
  "open codelist extended": [1, release("ocds-x", tender({ awardCriteria: "beauty" }))],
  "day without time": [1, withGood(release("ocds-x-bad", { date: "2026-01-20" }))],
  "linked releases": [
    0,
    {
      ocid: "ocds-x",
      releases: [{ url: "https://example.org/1", date: "2026-01-20T09:00:00Z", tag: ["tender"] }],
    },
  ],
  "no tender": [0, release("ocds-x", { tender: undefined })],
  "10,000 errors": [
    1,
    withGood(
      release(
        "ocds-x-bad",
        tender({
          items: Array.from({ length: 10_000 }, (_, index) => ({ id: String(index), quantity: "many" })),
        }),
      ),
    ),
  ],
  "one bad release of several": [
    1,
    packaged([good, release("ocds-x"), release("ocds-x", { ...later, tag: ["gossip"] })]),
  ],
  "too large": [
    1,
    `${JSON.stringify(good)}\n${JSON.stringify(release("ocds-x", { note: "x".repeat(LARGEST_PIECE) }))}`,
  ],
  "too deep": [1, `${JSON.stringify(good)}\n${"[".repeat(40)}${"]".repeat(40)}`],
};

const bytesOf = (file: unknown): Uint8Array => {
  if (file instanceof Uint8Array) return file;
  return Buffer.from(typeof file === "string" ? file : JSON.stringify(file));
};

/** A file of each malformed kind, by the name that docs/ocds.md gives it, and how many tenders are read from it. */
export const malformedFiles: readonly {
  readonly kind: string;
  readonly read: number;
  readonly bytes: Uint8Array;
}[] = Object.entries(FILES).map(([kind, [read, file]]) => ({ kind, read, bytes: bytesOf(file) }));
