import { readCheckpoint } from "../../src/ledger/checkpoint.ts";
import { leafHash } from "../../src/ledger/digest.ts";
import { readNote } from "../../src/ledger/signed-note.ts";
import { EMPTY_TREE, grow, rootOf } from "../../src/ledger/tree.ts";
import type { Acknowledged } from "./workload.ts";

/** Runs a query and answers with its rows. */
export type Query = (sql: string) => Promise<readonly object[]>;

/** Each finds rows that only half of a transaction would have left. */
const HALF_STATES: Readonly<Record<string, string>> = {
  "an assessment that is not in the log": `select a.id from assessment a
    left join log_opening o on o.subject = 'assessment:' || a.id where o.seq is null`,
  "an assessment of the log that is not there": `select o.seq from log_opening o
    left join assessment a on o.subject = 'assessment:' || a.id where o.subject like 'assessment:%' and a.id is null`,
  "a report that is not in the log": `select r.id from issued_report r
    left join log_opening o on o.subject = 'report:' || r.id || ':' || r.variant where o.seq is null`,
  "a report of the log that is not there": `select o.seq from log_opening o
    left join issued_report r on o.subject = 'report:' || r.id || ':' || r.variant
    where o.subject like 'report:%' and r.id is null`,
  "a tender without its document": `select t.id from tender t
    left join document d on d.sha256 = t.document_sha256 where d.sha256 is null`,
  "tenders that neither an act nor an import stored": `select 1 as other where (select count(*) from tender t
    left join act a on a.object = t.id and a.action = 'tenderStored' where a.number is null)
    <> (select coalesce(sum(stored), 0) from job)`,
};

const IDS: Readonly<Record<Acknowledged["kind"], string>> = {
  tender: "select id from tender",
  assessment: "select id from assessment",
  report: "select assessment_id as id from issued_report",
};

const logProblems = async (query: Query): Promise<readonly string[]> => {
  const leaves = (await query("select seq, leaf from log_entry order by seq")) as {
    seq: number;
    leaf: string;
  }[];
  const [head] = (await query("select note from log_checkpoint order by size desc limit 1")) as {
    note: string;
  }[];
  if (leaves.some(({ seq }, index) => seq !== index)) return ["the log has a gap"];
  const tree = leaves.reduce((before, { leaf }) => grow(before, leafHash(leaf)).frontier, EMPTY_TREE);
  const note = head === undefined ? null : readNote(head.note);
  const checkpoint = note === null ? null : readCheckpoint(note);
  if (checkpoint?.size !== leaves.length)
    return [`the log's head is of ${checkpoint?.size}, not ${leaves.length}`];
  return checkpoint.root.equals(rootOf(tree)) ? [] : ["the log's head is not the root of its leaves"];
};

/** What is wrong with a database after a crash: acknowledged things that are lost, half-states, a log that does not hold. */
export const problemsOf = async (
  query: Query,
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> => {
  const problems: string[] = [];
  for (const [kind, sql] of Object.entries(IDS)) {
    const found = new Set(((await query(sql)) as { id: string }[]).map(({ id }) => id));
    const lost = acknowledged.filter((each) => each.kind === kind && !found.has(each.id)).length;
    if (lost > 0) problems.push(`lost: ${lost} acknowledged of ${kind}`);
  }
  for (const [name, sql] of Object.entries(HALF_STATES))
    if ((await query(sql)).length > 0) problems.push(`half-state: ${name}`);
  return [...problems, ...(await logProblems(query))];
};
