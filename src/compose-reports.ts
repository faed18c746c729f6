import type { Config } from "./config.ts";
import { DomainError } from "./domain/errors.ts";
import { type Letterhead, readLetterhead } from "./report/letterhead/read-letterhead.ts";
import type { RulebookOf } from "./report/print-input.ts";
import { type ReportPool, reportPool } from "./report/report-pool.ts";
import { signPdf } from "./report/signature/sign-pdf.ts";
import { readSigningKey } from "./report/signature/signing-key.ts";
import { TemplateError } from "./report/templates/template-error.ts";
import type { ReportRequest } from "./usecases/ports.ts";

export type ReportConfig = Pick<Config, "publicUrl" | "signingKeyFile" | "letterheadFolder">;

/** The letterhead of the configuration; null: the product's own. */
export const letterheadOf = ({ letterheadFolder: folder }: ReportConfig): Letterhead | null =>
  folder === null ? null : readLetterhead(folder);

const signerOf = ({ signingKeyFile: file }: ReportConfig, now: () => Date) => {
  if (file === null) return {};
  const key = readSigningKey(file);
  return { sign: (pdf: Uint8Array): Uint8Array => signPdf(pdf, key, now()) };
};

/** A template that may not be used, as an error with the folder it came from. */
export const sayingWhere = <T>({ letterheadFolder }: ReportConfig, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const file = letterheadFolder ?? "templates/reports";
    throw new DomainError("LETTERHEAD_INVALID", { file, problem: error.message });
  }
};

/**
 * Reports with the letterhead and the signature of the buyer. A letterhead is tried on `samples` at once, so that
 * what would fail fails at start.
 * @throws DomainError LETTERHEAD_INVALID or SIGNING_KEY_INVALID
 */
export const composeReports = (
  config: ReportConfig,
  rulebookOf: RulebookOf,
  now: () => Date,
  samples: () => readonly ReportRequest[],
): ReportPool => {
  const letterhead = letterheadOf(config);
  const { publicUrl } = config;
  return sayingWhere(config, () => {
    const pool = reportPool(rulebookOf, { publicUrl, letterhead, ...signerOf(config, now) });
    if (letterhead !== null) for (const sample of samples()) pool.html(sample);
    return pool;
  });
};
