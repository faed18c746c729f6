import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { ReportInput } from "./report-input.ts";

/** What a report says, for machines: attached to the PDF, and named by its hash. */
export interface ReportPayload {
  /** RFC 8785 canonical JSON. */
  readonly json: string;
  /** Of `json` in UTF-8, in hexadecimal. */
  readonly sha256: string;
  /** The first 128 bits of the hash, in hexadecimal. */
  readonly id: string;
}

const FORMAT = "awlawiya-report/1";
const ID_LENGTH = 32;

/** The payload of a report: the same assessment in the same language has the same id, always. */
export const reportPayload = ({
  assessment,
  document,
  language,
}: Pick<ReportInput, "assessment" | "document" | "language">): ReportPayload => {
  const json = canonicalize({ format: FORMAT, language, assessment, document });
  if (json === undefined) throw new Error("the report's payload is not JSON");
  const sha256 = createHash("sha256").update(json).digest("hex");
  return { json, sha256, id: sha256.slice(0, ID_LENGTH) };
};
