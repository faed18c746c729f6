import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import canonicalize from "canonicalize";
import { assess } from "../../src/domain/assess.ts";
import type { Language } from "../../src/domain/tender.ts";
import { readTender } from "../../src/intake/read-tender.ts";
import { projectRoot } from "../../src/paths.ts";
import type { ReportInput } from "../../src/report/report-input.ts";
import { reportWords } from "../../src/report/report-words.ts";
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
  const inputSha256 = createHash("sha256")
    .update(canonicalize(read.document) ?? "")
    .digest("hex");
  const judged = assess(read.tender, rulebook, null);
  const assessment = { id: "01TESTTESTTESTTESTTESTTEST", inputSha256, ...judged };
  return {
    assessment,
    document: read.document,
    language,
    words: reportWords(assessment, rulebook, language),
  };
};
