import type { ProjectCall } from "../../domain/search/call-of.ts";
import type { Tender } from "../../domain/tender.ts";
import type { Document } from "../ports.ts";
import type { CallStore, PendingTender, ReadCall } from "./ports.ts";

/** Reads up to `most` waiting tenders for the search; answers whether more are waiting. */
export type ProjectPending = (most: number) => Promise<boolean>;

/** A document that is no longer understood is shown to nobody, and holds up no other. */
const readOne = (
  { id, version, document }: PendingTender,
  understand: (document: Document) => Tender,
  project: ProjectCall,
  log: (error: unknown) => void,
): ReadCall => {
  try {
    return { tenderId: id, version, projected: project(id, understand(document)) };
  } catch (error) {
    log(error);
    return { tenderId: id, version, projected: null };
  }
};

/** Every stored tender is read for the search, once a version. */
export const projectPending =
  (
    calls: CallStore,
    understand: (document: Document) => Tender,
    project: ProjectCall,
    log: (error: unknown) => void,
  ): ProjectPending =>
  async (most) => {
    const { tenders, upTo, taken } = await calls.pending(most);
    if (taken === 0) return false;
    await calls.settle(
      tenders.map((tender) => readOne(tender, understand, project, log)),
      upTo,
    );
    return taken === most;
  };
