import { CALL_FIELDS } from "./call-fields.ts";
import type { Field } from "./field.ts";
import { NOTICE_FIELDS } from "./notice-fields.ts";
import { OUTCOME_FIELDS } from "./outcome-fields.ts";
import { TERMS_FIELDS } from "./terms-fields.ts";

// What `put` leaves under `lot`, `award` and `published` is put in its place by finish-tender.ts.

/** The columns that a table of tenders may have. */
export const TENDER_FIELDS: readonly Field[] = [
  ...CALL_FIELDS,
  ...NOTICE_FIELDS,
  ...TERMS_FIELDS,
  ...OUTCOME_FIELDS,
];
