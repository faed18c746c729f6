import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalHash as hash } from "./canonical-hash.ts";
import type { Rulebook } from "./domain/rulebook.ts";
import type { Tender } from "./domain/tender.ts";
import type { Example } from "./http/service.ts";
import { readTender } from "./intake/read-tender.ts";
import { projectRoot } from "./paths.ts";
import { checkTender } from "./usecases/check-tender.ts";
import type { Document, ReportRequest } from "./usecases/ports.ts";

const FOLDER = join(projectRoot, "fixtures/tenders");

/** The demo's tenders, by name. */
export const examples = (): readonly Example[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .toSorted()
    .flatMap((name) => {
      const read = readTender(readFileSync(join(FOLDER, name)));
      return read.ok ? [{ name: name.replace(".json", ""), document: read.document }] : [];
    });

/** Reports of the demo's tenders, of every kind and in every language, to try a letterhead on. */
export const trialReports = (
  rulebook: Rulebook,
  understand: (document: Document) => Tender,
): readonly ReportRequest[] => {
  const check = checkTender(() => rulebook, hash);
  const assessed = examples().map(({ document }) => ({
    assessment: check({ document, tender: understand(document) }, null),
    document,
  }));
  return (["ar", "fr", "en"] as const).flatMap((language) => [
    ...assessed.flatMap((each) => [
      { ...each, language, variant: "full" as const },
      { ...each, language, variant: "summary" as const },
    ]),
    ...assessed.slice(1).map((after, index) => ({
      variant: "comparison" as const,
      language,
      before: assessed[index] ?? after,
      after,
    })),
  ]);
};
