import { DomainError } from "../domain/errors.ts";
import { fromBase64 } from "../ledger/base64.ts";
import { isConsistent } from "../ledger/verify-proof.ts";
import type { LogSource } from "./log-source.ts";

const TIMEOUT = 10_000;
const LARGEST = 64 * 1024;

const unreachable = (address: string, problem: string): DomainError =>
  new DomainError("LOG_UNREACHABLE", { address, problem });

/** A short text from an address. @throws DomainError LOG_UNREACHABLE */
const read = async (address: string): Promise<string> => {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT), redirect: "error" });
    if (!response.ok || response.body === null) throw new Error(`status ${response.status}`);
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body) {
      length += chunk.length;
      if (length > LARGEST) throw new Error("the answer is too long");
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString("utf8");
  } catch (error) {
    throw unreachable(address, error instanceof Error ? error.message : String(error));
  }
};

const hashesIn = (text: string, address: string): readonly Buffer[] => {
  const hashes = text
    .split("\n")
    .filter((line) => line !== "")
    .map(fromBase64);
  if (hashes.includes(null)) throw unreachable(address, "the proof is not lines of base64");
  return hashes as readonly Buffer[];
};

/** The log of a service, at the address where it publishes it. */
export const httpLog = (url: string): LogSource => {
  const base = url.replace(/\/$/, "");
  return {
    head: () => read(`${base}/checkpoint`),
    continues: async (earlier, later) => {
      const address = `${base}/consistency/${earlier.size}/${later.size}`;
      const proof = earlier.size === later.size ? [] : hashesIn(await read(address), address);
      return isConsistent({ earlier, later, proof });
    },
  };
};
