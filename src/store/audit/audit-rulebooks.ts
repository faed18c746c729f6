import type { AuditFinding } from "../../domain/audit.ts";
import { DomainError } from "../../domain/errors.ts";
import type { ReadEntry } from "./audit-entries.ts";

type Files = Readonly<Record<string, string>>;

/** SHA-256 of each file of a version of the rulebook that is here, by its path; null when it is not here. */
export type RulebookFiles = (version: string) => Files | null;

const filesIn = ({ parsed }: ReadEntry): Files => (parsed.open["files"] ?? {}) as Files;

const differing = (a: Files, b: Files): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((path) => a[path] !== b[path]).toSorted();

const named = (paths: readonly string[], problem: string): readonly AuditFinding[] =>
  paths.map((path) => ({ kind: "rulebook", where: path, problem }));

/** What is here of a version against what was logged of it; a file that cannot be read is a finding too. */
const compared = (version: string, logged: ReadEntry, filesOf: RulebookFiles): readonly AuditFinding[] => {
  try {
    const here = filesOf(version);
    const paths = here === null ? [] : differing(filesIn(logged), here);
    return named(paths, `not as it was logged for version ${version} (entry ${logged.seq})`);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return named(
      [error.details["file"] ?? version],
      `version ${version} cannot be read: ${error.details["problem"] ?? error.code}`,
    );
  }
};

/**
 * Names every file of a rulebook that is not as it was first logged under its version: a version says one thing
 * for ever, whether it was changed on disk or logged again with other files.
 */
export const auditRulebooks = (
  entries: readonly ReadEntry[],
  filesOf: RulebookFiles,
): readonly AuditFinding[] => {
  const first = new Map<string, ReadEntry>();
  const findings: AuditFinding[] = [];
  for (const entry of entries) {
    const version = String(entry.parsed.open["version"]);
    const known = first.get(version);
    if (known === undefined) first.set(version, entry);
    else
      findings.push(
        ...named(
          differing(filesIn(known), filesIn(entry)),
          `logged again for version ${version} with other content (entries ${known.seq} and ${entry.seq})`,
        ),
      );
  }
  for (const [version, entry] of first) findings.push(...compared(version, entry, filesOf));
  return findings;
};
