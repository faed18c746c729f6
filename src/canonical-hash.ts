import { hash } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";
import type { Hash } from "./usecases/ports.ts";

/** SHA-256, in hexadecimal, of a value's RFC 8785 canonical JSON. */
export const canonicalHash: Hash = (value) => hash("sha256", canonicalJson(value), "hex");
