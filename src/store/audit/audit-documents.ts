import type { Knex } from "knex";
import type { AuditFinding } from "../../domain/audit.ts";
import { canonicalSha256 } from "../../ledger/leaf.ts";

const PAGE = 500;

interface DocumentRow {
  readonly sha256: string;
  readonly body: string;
}

const isIntact = ({ sha256, body }: DocumentRow): boolean => {
  try {
    const value: unknown = JSON.parse(body);
    return canonicalSha256(value) === sha256 && JSON.stringify(value) === body;
  } catch {
    return false;
  }
};

/** Every document is named by its own hash. */
export const auditDocuments = async (
  read: Knex,
): Promise<{ readonly count: number; readonly findings: readonly AuditFinding[] }> => {
  const findings: AuditFinding[] = [];
  let count = 0;
  let after = "";
  for (;;) {
    const rows: readonly DocumentRow[] = await read("document")
      .where("sha256", ">", after)
      .orderBy("sha256")
      .limit(PAGE);
    const last = rows.at(-1);
    if (last === undefined) return { count, findings };
    for (const row of rows)
      if (!isIntact(row))
        findings.push({
          kind: "document",
          where: `document ${row.sha256}`,
          problem: "not what its hash says",
        });
    count += rows.length;
    after = last.sha256;
  }
};
