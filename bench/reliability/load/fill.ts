import { readFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalHash } from "../../../src/canonical-hash.ts";
import { projectRoot } from "../../../src/paths.ts";
import type { Document } from "../../../src/usecases/ports.ts";
import { migrate, openDatabase, type DatabaseLocation } from "../../../src/store/open-database.ts";
import { newId } from "../../../src/store/new-id.ts";
import { BUYER, tenderNumber } from "../prepared.ts";

const ROWS = 400;
const AT = Date.parse("2026-01-20T09:00:00Z");

interface Titles {
  readonly calls: readonly { readonly title: Document }[];
}

const { calls } = JSON.parse(
  readFileSync(join(projectRoot, "fixtures/relevance/calls.json"), "utf8"),
) as Titles;

/** One call in so many is still open. */
const OPEN_ONE_IN = 5;
const DEADLINE = new Date(Date.now() + 30 * 24 * 60 * 60_000).toISOString();

/** A synthetic tender under one of the invented titles. */
const callNumber = (number: number): Document => ({
  ...tenderNumber(0),
  reference: `${number}/2026/FICTIF`,
  title: calls[number % calls.length]?.title,
  ...(number % OPEN_ONE_IN === 0 ? { submissionDeadline: DEADLINE, openingAt: DEADLINE } : {}),
});

/** The rows that storing it writes. */
const rowsOf = (document: Document, number: number) => {
  const sha256 = canonicalHash(document);
  const id = newId(AT + number);
  const at = new Date(AT + number).toISOString();
  return {
    document: { sha256, body: JSON.stringify(document) },
    tender: {
      id,
      version: 1,
      reference: String(document["reference"]),
      document_sha256: sha256,
      buyer_code: BUYER,
      received_at: at,
      changed_at: at,
    },
    act: { at, account_id: null, buyer_code: BUYER, action: "tenderStored", object: id },
  };
};

/** Stores so many synthetic tenders of one buyer, as fast as the database takes them. */
export const fill = async (location: DatabaseLocation, count: number): Promise<void> => {
  const database = openDatabase(location);
  await migrate(database);
  await database.write.transaction(async (trx) => {
    for (let start = 0; start < count; start += ROWS) {
      const documents = Array.from({ length: Math.min(ROWS, count - start) }, (_, row) =>
        callNumber(start + row),
      );
      const rows = documents.map((document, row) => rowsOf(document, start + row));
      await trx("document").insert(rows.map(({ document }) => document));
      await trx("tender").insert(rows.map(({ tender }) => tender));
      await trx("act").insert(rows.map(({ act }) => act));
    }
  });
  await database.close();
};
