// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sample } from "fast-check";
import { readTender } from "../../dist/src/intake/read-tender.js";
import { accepted, documents } from "../../dist/test/support/arbitrary-tender.js";

const root = join(import.meta.dirname, "../..");

const filesIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .toSorted()
    .map((name) => join(root, folder, name));

/** Fixtures are realistic: most of what a rule needs, and nothing else. */
const fixtures = () =>
  [...filesIn("fixtures/tenders"), ...filesIn("fixtures/rules")].flatMap((path) => {
    const read = readTender(readFileSync(path));
    return read.ok ? [read.tender] : [];
  });

/** The same tenders in every run: fixtures, and generated ones with every property given or not. */
export const tenders = (generated) => [
  ...fixtures(),
  ...sample(documents, { seed: 20_261_125, numRuns: generated }).map(accepted),
];
