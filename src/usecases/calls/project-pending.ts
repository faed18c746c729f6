import type { ProjectCall } from "../../domain/search/call-of.ts";
import type { Tender } from "../../domain/tender.ts";
import type { Document } from "../ports.ts";
import type { CallStore } from "./ports.ts";

/** Reads up to `most` waiting tenders for the search; answers whether more are waiting. */
export type ProjectPending = (most: number) => Promise<boolean>;

/** Every stored tender is read for the search, once a version. */
export const projectPending =
  (calls: CallStore, understand: (document: Document) => Tender, project: ProjectCall): ProjectPending =>
  async (most) => {
    const { tenders, upTo, taken } = await calls.pending(most);
    if (taken === 0) return false;
    const read = tenders.map(({ id, version, document }) => ({
      tenderId: id,
      version,
      projected: project(id, understand(document)),
    }));
    await calls.settle(read, upTo);
    return taken === most;
  };
