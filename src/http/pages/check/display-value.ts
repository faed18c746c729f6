import type { Field } from "./field.ts";

/** `1999800.5` → `1 999 800,50`: as papers print it, and as the form reads it back. */
const dirhams = (amount: number): string => {
  const [whole = "", decimals = ""] = amount.toFixed(2).split(".");
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, " ")},${decimals}`;
};

const percent = (share: number): string => `${String(Math.round(share * 10_000) / 100).replace(".", ",")} %`;

/** A value of the document as its field shows it; empty when it is unknown. */
export const displayValue = ({ kind }: Field, value: unknown): string => {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") {
    if (kind === "amount") return dirhams(value);
    return kind === "share" ? percent(value) : String(value);
  }
  if (typeof value !== "string") return "";
  return kind === "moment" ? value.slice(0, 16).replace("T", " ") : value;
};
