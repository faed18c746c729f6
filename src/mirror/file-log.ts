import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { DomainError } from "../domain/errors.ts";
import { EMPTY_ROOT, leafHash } from "../ledger/digest.ts";
import { EMPTY_TREE, grow, rootOf } from "../ledger/tree.ts";
import type { LogSource } from "./log-source.ts";

/** First line of an exported log. */
interface ExportHeader {
  readonly format: "awlawiya-log/1";
  readonly keys: readonly string[];
  readonly checkpoint: string;
}

const unreadable = (file: string, problem: string): DomainError =>
  new DomainError("LOG_UNREACHABLE", { address: file, problem });

const headerOf = (file: string, line: string): ExportHeader => {
  try {
    const header = JSON.parse(line) as Partial<ExportHeader>;
    if (header.format === "awlawiya-log/1" && typeof header.checkpoint === "string")
      return header as ExportHeader;
  } catch {
    // Not JSON: not an export.
  }
  throw unreadable(file, "expected an exported log");
};

/** Lines of a file: the header first, then the leaves in order. */
const linesOf = (file: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Number.POSITIVE_INFINITY });

const readHeader = async (file: string): Promise<ExportHeader> => {
  try {
    for await (const line of linesOf(file)) return headerOf(file, line);
  } catch (error) {
    throw error instanceof DomainError ? error : unreadable(file, "the file cannot be read");
  }
  throw unreadable(file, "the file is empty");
};

/** Roots of the exported tree at some sizes, made from its leaves. */
const rootsAt = async (file: string, sizes: ReadonlySet<number>): Promise<ReadonlyMap<number, Buffer>> => {
  const roots = new Map<number, Buffer>([[0, EMPTY_ROOT]]);
  let tree = EMPTY_TREE;
  let isHeader = true;
  for await (const line of linesOf(file)) {
    if (!isHeader) tree = grow(tree, leafHash(line)).frontier;
    isHeader = false;
    if (sizes.has(tree.size)) roots.set(tree.size, rootOf(tree));
  }
  return roots;
};

/** A log that was exported to a file: its roots are made anew from its leaves. */
export const fileLog = (file: string): LogSource => ({
  head: async () => (await readHeader(file)).checkpoint,
  continues: async (earlier, later) => {
    const roots = await rootsAt(file, new Set([earlier.size, later.size]));
    return [earlier, later].every(({ size, root }) => roots.get(size)?.equals(root) === true);
  },
});
