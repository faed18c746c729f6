import { readFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalHash } from "../../src/canonical-hash.ts";
import { assess } from "../../src/domain/assess.ts";
import type { Language } from "../../src/domain/tender.ts";
import { readTender } from "../../src/intake/read-tender.ts";
import { projectRoot } from "../../src/paths.ts";
import { printInput } from "../../src/report/print-input.ts";
import type { ComparisonInput, ReportInput } from "../../src/report/report-input.ts";
import { rulebook } from "./fixtures.ts";

type Change = (document: Record<string, unknown>) => Record<string, unknown>;

const documentIn = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(projectRoot, "fixtures/tenders", `${name}.json`), "utf8")) as Record<
    string,
    unknown
  >;

/** What a report of a demo tender is made from; `change` may put other texts into the tender first. */
export const reportInput = (
  name: string,
  language: Language,
  change: Change = (document) => document,
): ReportInput => {
  const bytes = Buffer.from(JSON.stringify(change(documentIn(name))));
  const read = readTender(bytes);
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.errors)}`);
  const judged = assess(read.tender, rulebook, null);
  const assessment = {
    id: "01TESTTESTTESTTESTTESTTEST",
    inputSha256: canonicalHash(read.document),
    ...judged,
  };
  return printInput({ assessment, document: read.document, language }, () => rulebook) as ReportInput;
};

/** What a comparison is made from: a demo tender under the law of a day, and under its own. */
export const comparisonInput = (name: string, on: string, language: Language): ComparisonInput => {
  const read = readTender(Buffer.from(JSON.stringify(documentIn(name))));
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.errors)}`);
  const side = (day: string | null) => ({
    assessment: {
      id: "01TESTTESTTESTTESTTESTTEST",
      inputSha256: canonicalHash(read.document),
      ...assess(read.tender, rulebook, day),
    },
    document: read.document,
  });
  const request = { variant: "comparison", language, before: side(on), after: side(null) } as const;
  return printInput(request, () => rulebook) as ComparisonInput;
};
