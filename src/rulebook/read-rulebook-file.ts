import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ValidateFunction } from "ajv";
import type { Static } from "typebox";
import { compiledSchema } from "../compiled-schema.ts";
import { DomainError } from "../domain/errors.ts";
import { addDays } from "../domain/local-date.ts";
import type { RulebookSchema, rulebookSchemas } from "./rulebook-schema.ts";

/** A day that the calendar has: no day added to it gives it back. */
const FORMATS = {
  date: (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value) && addDays(value, 0) === value,
};

const compiled = new Map<RulebookSchema, ValidateFunction>();

const validatorOf = (name: RulebookSchema): ValidateFunction => {
  const known = compiled.get(name) ?? compiledSchema(name, FORMATS);
  compiled.set(name, known);
  return known;
};

/** What a file of a schema holds. */
type Read<N extends RulebookSchema> = Static<(typeof rulebookSchemas)[N]>;

/** Reads files of one rulebook and remembers the SHA-256 of each, by its path inside the rulebook. */
export interface RulebookFiles {
  readonly hashes: () => Readonly<Record<string, string>>;
  readonly read: <N extends RulebookSchema>(path: string, schema: N) => Read<N>;
  /** Reads without a schema: the caller checks. */
  readonly readAny: (path: string) => unknown;
  /** Remembers a file by its SHA-256, which it returns. */
  readonly hash: (path: string) => string;
  readonly list: (folder: string) => readonly string[];
}

const invalid = (path: string, problem: string): DomainError =>
  new DomainError("RULEBOOK_INVALID", { file: path, problem });

const parse = (path: string, bytes: Buffer): unknown => {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw invalid(path, error instanceof Error ? error.message : "not JSON");
  }
};

const bytesOf = (directory: string, path: string): Buffer => {
  try {
    return readFileSync(join(directory, path));
  } catch {
    throw invalid(path, "the file cannot be read");
  }
};

const namesIn = (directory: string, folder: string): readonly string[] => {
  try {
    return readdirSync(join(directory, folder));
  } catch {
    throw invalid(folder, "the folder cannot be read");
  }
};

/** @throws DomainError RULEBOOK_INVALID naming the file and what is wrong with it. */
export const rulebookFiles = (directory: string): RulebookFiles => {
  const hashes = new Map<string, string>();
  const remember = (path: string, bytes: Buffer): string => {
    const hash = createHash("sha256").update(bytes).digest("hex");
    hashes.set(path, hash);
    return hash;
  };
  const hash = (path: string): string => remember(path, bytesOf(directory, path));
  const readAny = (path: string): unknown => {
    const bytes = bytesOf(directory, path);
    remember(path, bytes);
    return parse(path, bytes);
  };
  const read = <N extends RulebookSchema>(path: string, schema: N): Read<N> => {
    const value = readAny(path);
    const validate = validatorOf(schema);
    if (validate(value)) return value as Read<N>;
    const [error] = validate.errors ?? [];
    throw invalid(path, `${error?.instancePath ?? ""} ${error?.message ?? "is not as expected"}`.trim());
  };
  const list = (folder: string): readonly string[] =>
    namesIn(directory, folder)
      .filter((name) => name.endsWith(".json"))
      .toSorted()
      .map((name) => `${folder}/${name}`);
  return { hashes: () => Object.fromEntries(hashes), read, readAny, hash, list };
};
