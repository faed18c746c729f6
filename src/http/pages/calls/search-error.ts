import type { PageWords } from "../../service.ts";
import { fill } from "../fill.ts";

/** Words for a parameter that is wrong, by its name. */
const KEYS: Readonly<Record<string, string>> = {
  q: "error_query",
  near: "error_place",
  region: "error_place",
  province: "error_place",
  commune: "error_place",
  deadlineFrom: "error_day",
  deadlineTo: "error_day",
  amountMin: "error_amount",
  amountMax: "error_amount",
  lotMax: "error_amount",
  cursor: "error_cursor",
};
/** Parameters that a field of the page writes. */
const FIELDS: ReadonlySet<string> = new Set([
  "q",
  "near",
  "within",
  "deadlineFrom",
  "deadlineTo",
  "amountMin",
  "amountMax",
  "lotMax",
  "scope",
  "sort",
]);
const LONGEST_SHOWN = 100;

/** A parameter that is wrong, in the reader's words; one that has no name on the page is named as the address does. */
export const searchError = (name: string, typed: (name: string) => string, words: PageWords) => ({
  href: FIELDS.has(name) ? `#${name}` : null,
  label: words[name === "q" ? "words" : name] ?? words[`facet_${name}`] ?? null,
  name,
  message: fill(words[KEYS[name] ?? "error_field"], { text: typed(name).slice(0, LONGEST_SHOWN) }),
});
