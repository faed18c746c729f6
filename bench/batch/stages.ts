import { canonicalHash } from "../../src/canonical-hash.ts";
import { gate } from "../../src/intake/gate.ts";
import { compileReleases, type Release } from "../../src/intake/ocds/merge-releases.ts";
import { toTender } from "../../src/intake/ocds/native/to-tender.ts";
import { ocdsRules } from "../../src/intake/ocds/ocds-validator.ts";
import { contextOfRelease } from "../../src/intake/ocds/package-context.ts";
import { readOcdsUnit } from "../../src/intake/ocds/read-ocds.ts";
import { projectRoot } from "../../src/paths.ts";
import { loadRulebook } from "../../src/rulebook/load-rulebook.ts";
import { checkTender } from "../../src/usecases/check-tender.ts";
import { ocdsProcess } from "./corpus.ts";

// Where the time of a batch goes: each stage of one thread over the same processes, after warming up.
//
//   npm run bench:batch:stages [processes, 5000]

const count = Number(process.argv[2] ?? 5000);
const lines = Array.from({ length: count }, (_, number) => Buffer.from(JSON.stringify(ocdsProcess(number))));
const law = loadRulebook(`${projectRoot}/rulebook`);
const check = checkTender(() => law, canonicalHash);

/** What the work makes, and microseconds of one once warm; as in a batch, nothing that was made meanwhile is kept. */
const timed = <T, U>(work: (item: T) => U, items: readonly T[]): readonly [U[], number] => {
  for (const item of items) work(item);
  const started = process.cpuUsage();
  for (const item of items) work(item);
  const { user, system } = process.cpuUsage(started);
  const results = items.map(work);
  return [results, (user + system) / items.length];
};

const valueIn = (line: Uint8Array): Release => {
  const read = gate(line);
  if (!read.ok) throw new Error("the corpus has a bad line");
  return read.value as Release;
};
const validate = (release: Release): void => {
  const { version, extensions } = contextOfRelease(release);
  if (ocdsRules(version, extensions).release(release).length > 0) throw new Error("not valid OCDS");
};
const { merge } = ocdsRules("1.1", []);
const unit = (bytes: Uint8Array) => ({
  parts: [{ at: "", list: null, bytes, problem: null }],
  context: null,
  errors: [],
  at: "",
});

const [, parse] = timed((line) => JSON.parse(line.toString("utf8")) as unknown, lines);
const [values, gated] = timed(valueIn, lines);
const [, validated] = timed(validate, values);
const [compiled, merged] = timed((release) => compileReleases([release], merge), values);
const [, mapped] = timed((release) => toTender(release, []), compiled);
const [read, whole] = timed(
  (line) => readOcdsUnit(unit(line)).flatMap((each) => (each.read.ok ? [each.read] : [])),
  lines,
);
const tenders = read.flat();
const [, hashed] = timed(({ document }) => canonicalHash(document), tenders);
const [assessments, checked] = timed((tender) => check(tender, null), tenders);
const [, written] = timed((assessment) => JSON.stringify(assessment), assessments);

const rows: readonly (readonly [string, number])[] = [
  ["JSON.parse alone", parse],
  ["gate (UTF-8, depth, double keys, texts; with JSON.parse)", gated],
  ["schema of OCDS with the extensions", validated],
  ["merge of releases", merged],
  ["mapping, with the schema of the format", mapped],
  ["reading, the four together", whole],
  ["hash of the canonical form (in the check)", hashed],
  ["check: hash and all rules", checked],
  ["writing the assessment", written],
];
for (const [name, each] of rows)
  console.log(`${each.toFixed(0).padStart(6)} µs CPU  ${(each / parse).toFixed(2).padStart(6)} ×  ${name}`);
