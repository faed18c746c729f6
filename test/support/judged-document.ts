import { assess } from "../../src/domain/assess.ts";
import type { Judged } from "../../src/domain/assessment.ts";
import { accepted, type Document } from "./arbitrary-tender.ts";
import { rulebook } from "./fixtures.ts";

// One seed, so that what makes a property fail is a change of ours; FC_SEED and FC_RUNS try others, and more.
export const RUNS = {
  numRuns: Number(process.env["FC_RUNS"] ?? 300),
  seed: Number(process.env["FC_SEED"] ?? 20_261_124),
  // Shrinking a failure may take hours: better a large counterexample in time.
  interruptAfterTimeLimit: Number(process.env["FC_MINUTES"] ?? 2) * 60_000,
  markInterruptAsFailure: true,
};
/** A document judged by the law of its own day. */
export const judged = (document: Document): Judged => assess(accepted(document), rulebook, null);

/** Every fact that some finding lacks, once. */
export const missingOf = ({ findings }: Judged): readonly string[] => [
  ...new Set(findings.flatMap(({ missing }) => missing)),
];
