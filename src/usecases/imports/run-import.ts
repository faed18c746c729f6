import { DomainError } from "../../domain/errors.ts";
import { type NamesBuyer, refuseOtherBuyer } from "../own-buyer.ts";
import type { Hash } from "../ports.ts";
import { sourcesOf } from "../sources-of.ts";
import type { ClaimedJob, ImportItem, JobStore, PreparedItem } from "./ports.ts";

/** Items of one transaction: few enough that nobody waits for it. */
const CHUNK = 200;

/** How an import ended here; `stopped`: the service closes, and another runner goes on. */
export type Ended = "done" | "lost" | "stopped";

/** What a running import tells and is told. */
export interface ImportHooks {
  readonly bytesRead: () => number;
  readonly shouldStop: () => boolean;
  /** Heard after each transaction: so many items are on disk. */
  readonly onCommitted: (items: number) => void;
}

const MISMATCH = {
  pointer: "/buyer/code",
  code: "BUYER_MISMATCH",
  message: "names another buyer than the one for whom the file is imported",
};

const refused = (item: ImportItem): PreparedItem => ({ ...item, document: null, sha256: "", sources: [] });

const prepare = (item: ImportItem, buyer: string | null, hash: Hash, names: NamesBuyer): PreparedItem => {
  const { document } = item;
  if (document === null) return refused(item);
  try {
    refuseOtherBuyer(document, buyer, names);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return refused({ ...item, problems: [MISMATCH] });
  }
  return { ...item, sha256: hash(document), sources: sourcesOf(document, buyer) };
};

/**
 * Writes the items of a file in chunks, each in one transaction with the job's progress: what is counted is on disk
 * once, whenever the machine stops. Items that an earlier runner settled are passed over.
 */
export const runImport =
  (jobs: JobStore, hash: Hash, names: NamesBuyer) =>
  async (job: ClaimedJob, items: AsyncIterable<ImportItem>, hooks: ImportHooks): Promise<Ended> => {
    let seen = 0;
    let chunk: PreparedItem[] = [];
    const commit = async (): Promise<Ended | null> => {
      if (chunk.length === 0) return null;
      const committed = await jobs.commit(job, chunk, hooks.bytesRead());
      if (committed === "lost") return "lost";
      chunk = [];
      hooks.onCommitted(seen);
      return hooks.shouldStop() ? "stopped" : null;
    };
    for await (const item of items) {
      seen += 1;
      if (seen <= job.items) continue;
      chunk.push(prepare(item, job.buyer, hash, names));
      const ended = chunk.length >= CHUNK ? await commit() : null;
      if (ended !== null) return ended;
    }
    return (await commit()) ?? "done";
  };
