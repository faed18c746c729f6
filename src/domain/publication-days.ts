import type { Procedure } from "./tender.ts";

/** The parameter that holds the fewest days of publication of each procedure. */
export const PUBLICATION_DAYS: Partial<Record<Procedure, string>> = {
  open: "publication-days-open",
  openWithMarkup: "publication-days-open",
  simplifiedOpen: "publication-days-simplified",
  restricted: "publication-days-restricted",
  negotiatedWithPublicity: "publication-days-negotiated",
  preselection: "publication-days-preselection",
  competitiveDialogue: "publication-days-dialogue",
};
