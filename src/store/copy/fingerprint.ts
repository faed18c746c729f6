import { createHash } from "node:crypto";

const MODULUS = 2n ** 256n;

/** Numbers and texts as JSON; bytes by their hexadecimal, marked so that no text looks the same. */
const plain = (value: unknown): unknown =>
  value instanceof Uint8Array ? { bytes: Buffer.from(value).toString("hex") } : value;

/** Counts rows and adds their hashes: the same rows in any order give the same figures. */
export const createFingerprint = (columns: readonly string[]) => {
  let sum = 0n;
  let rows = 0;
  const add = (row: Readonly<Record<string, unknown>>): void => {
    const text = JSON.stringify(columns.map((column) => plain(row[column])));
    sum = (sum + BigInt(`0x${createHash("sha256").update(text).digest("hex")}`)) % MODULUS;
    rows += 1;
  };
  return { add, value: () => ({ rows, sum: sum.toString(16).padStart(64, "0") }) };
};
