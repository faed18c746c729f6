import type { Checkpoint } from "./checkpoint.ts";

/** What a witness finds when it looks at a log again. */
export type Sighting = "first" | "same" | "grown" | "older" | "forked";

/**
 * Compares a head with the one seen before. `continues` is asked when the log grew: does the head continue it?
 * "older" and "forked" must never be cosigned.
 */
export const sightingOf = async (
  seen: Checkpoint | null,
  head: Checkpoint,
  continues: (earlier: Checkpoint, later: Checkpoint) => Promise<boolean>,
): Promise<Sighting> => {
  if (seen === null) return "first";
  if (head.origin !== seen.origin) return "forked";
  if (head.size < seen.size) return "older";
  if (head.size === seen.size) return head.root.equals(seen.root) ? "same" : "forked";
  return (await continues(seen, head)) ? "grown" : "forked";
};
