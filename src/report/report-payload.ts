import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalJson } from "../canonical-json.ts";
import { projectRoot } from "../paths.ts";
import type { Assessed } from "../usecases/ports.ts";
import type { PrintInput, ReportInput } from "./report-input.ts";

/**
 * What a report says, for machines: attached to the PDF as `report.json`, and named by its hash. Canonical JSON
 * (RFC 8785) of one object:
 * - `format`: `awlawiya-report/1`, or `awlawiya-comparison/1`
 * - `engine`: `{name, version}` of the program that judged and printed
 * - `language`: of the report
 * - `rulebook`: `{id, version, sha256, files: {path: sha256}}` by whose words it is printed
 * - `assessment` and `document`: the judgement, with every finding and the hash of its own rulebook, and the
 *   tender as it was judged; in a comparison both stand in `before` and in `after`
 * - `responses`, where the buyer answered an earlier print: `{at, note}`, each the note that it signed
 *
 * The variant is no part of it: the summary and the full report of an assessment say the same and have one id.
 */
export interface ReportPayload {
  readonly json: string;
  /** Of `json` in UTF-8, in hexadecimal. */
  readonly sha256: string;
  /** The first 128 bits of the hash, in hexadecimal. */
  readonly id: string;
}

const ID_LENGTH = 32;

const readVersion = (): string =>
  (JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as { readonly version: string })
    .version;

/** The program that judged and printed. */
export const ENGINE = { name: "awlawiya", version: readVersion() } as const;

const saidBy = ({ assessment, document }: Assessed) => ({ assessment, document });

const responsesOf = ({ answers }: ReportInput) =>
  answers.length === 0 ? {} : { responses: answers.map(({ at, note }) => ({ at, note })) };

const contentOf = (input: PrintInput) =>
  input.variant === "comparison"
    ? { format: "awlawiya-comparison/1", before: saidBy(input.before), after: saidBy(input.after) }
    : { format: "awlawiya-report/1", ...saidBy(input), ...responsesOf(input) };

/** The payload of a report: the same assessment, rulebook, engine and language have the same id, always. */
export const reportPayload = (input: PrintInput): ReportPayload => {
  const { language, rulebook } = input;
  const json = canonicalJson({ ...contentOf(input), engine: ENGINE, language, rulebook });
  const sha256 = createHash("sha256").update(json).digest("hex");
  return { json, sha256, id: sha256.slice(0, ID_LENGTH) };
};
