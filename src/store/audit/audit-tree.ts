import type { Knex } from "knex";
import type { AuditFinding } from "../../domain/audit.ts";
import { openCheckpoint } from "../../ledger/checkpoint.ts";
import { leafHash } from "../../ledger/digest.ts";
import type { Verifier } from "../../ledger/keys.ts";
import { type Frontier, grow, type Node, rootOf } from "../../ledger/tree.ts";
import type { LogEntry } from "../ledger-store.ts";

/** The tree as far as it was made anew. */
export interface GrownTree {
  readonly frontier: Frontier;
  /** Nodes that the entries filled. */
  readonly filled: readonly Node[];
  /** Roots by size, for the heads. */
  readonly roots: ReadonlyMap<number, Buffer>;
}

/** Hashes further leaves into the tree; roots only at the sizes that heads ask for. */
export const growBy = (
  start: Frontier,
  entries: readonly LogEntry[],
  sizes: ReadonlySet<number>,
): GrownTree => {
  let frontier = start;
  const filled: Node[] = [];
  const roots = new Map<number, Buffer>();
  for (const { leaf } of entries) {
    const grown = grow(frontier, leafHash(leaf));
    frontier = grown.frontier;
    filled.push(...grown.filled);
    if (sizes.has(frontier.size)) roots.set(frontier.size, rootOf(frontier));
  }
  return { frontier, filled, roots };
};

const key = ({ level, position }: { readonly level: number; readonly position: number }): string =>
  `${level}/${position}`;

/** The kept nodes that leaves `from` to `until` fill, of all levels. */
const keptNodes = async (
  read: Knex,
  from: number,
  until: number,
  levels: number,
): Promise<readonly Node[]> => {
  const rows: Node[] = [];
  for (let level = 0; level <= levels; level += 1) {
    const width = 2 ** level;
    const range = [Math.ceil((from + 1) / width) - 1, Math.floor(until / width) - 1] as const;
    if (range[1] >= range[0])
      rows.push(
        ...((await read("log_node").where({ level }).whereBetween("position", range)) as readonly Node[]),
      );
  }
  return rows;
};

/** Compares the kept nodes with those that the leaves give. */
export const auditNodes = async (
  read: Knex,
  from: number,
  { filled, frontier }: GrownTree,
): Promise<readonly AuditFinding[]> => {
  const levels = filled.reduce((most, { level }) => Math.max(most, level), 0);
  const kept = new Map(
    (await keptNodes(read, from, frontier.size, levels)).map((node) => [key(node), node.hash]),
  );
  return filled.flatMap((node) => {
    if (kept.get(key(node))?.equals(node.hash) === true) return [];
    return [{ kind: "tree" as const, where: `log_node ${key(node)}`, problem: "not the hash of its leaves" }];
  });
};

/** A head as it is kept. */
export interface HeadRow {
  readonly size: number;
  readonly note: string;
}

/** Is the head signed by the log's key, and does it name the root that the leaves give? */
export const auditHead = (
  { size, note }: HeadRow,
  root: Buffer | undefined,
  keys: readonly Verifier[],
): readonly AuditFinding[] => {
  const where = `log_checkpoint ${size}`;
  if (root === undefined) return [{ kind: "head", where, problem: "a head beyond the leaves" }];
  const opened = keys.map((log) => openCheckpoint(note, log)).find((head) => head !== null);
  if (opened == null) return [{ kind: "head", where, problem: "not signed by the log's key of that time" }];
  if (opened.size === size && opened.root.equals(root) && opened.note.signatures.length === 1) return [];
  return [{ kind: "head", where, problem: "the signed root is not the root of the leaves" }];
};
