import type { Document } from "./ports.ts";

/**
 * What names a call wherever it was published: organisation and consultation on the national portal, or else its open
 * contracting identifier; null when it has neither. A reference does not, for references repeat.
 */
export const sourceOf = (document: Document, buyer: string | null): string | null => {
  const portal = document["portal"] as { organisation?: string; consultation?: string } | undefined;
  if (portal?.organisation !== undefined && portal.consultation !== undefined)
    return JSON.stringify(["portal", buyer, portal.organisation, portal.consultation]);
  const ocid = document["ocid"];
  return typeof ocid === "string" && ocid !== "" ? JSON.stringify(["ocid", buyer, ocid]) : null;
};
