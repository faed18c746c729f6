import type { Document } from "./ports.ts";

/**
 * What names a call of a buyer wherever it was published: organisation and consultation on the national portal, and its
 * open contracting identifier; each a JSON array that begins with the member it was read from. A reference does not, for
 * references repeat.
 */
export const sourcesOf = (document: Document, buyer: string | null): readonly string[] => {
  const portal = document["portal"] as { organisation?: string; consultation?: string } | undefined;
  const ocid = document["ocid"];
  const sources: string[] = [];
  if (portal?.organisation !== undefined && portal.consultation !== undefined)
    sources.push(JSON.stringify(["portal", buyer, portal.organisation, portal.consultation]));
  if (typeof ocid === "string" && ocid !== "") sources.push(JSON.stringify(["ocid", buyer, ocid]));
  return sources;
};
