import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { DomainError } from "../domain/errors.ts";
import { encodeSigner, type Signer, readSigner } from "../ledger/keys.ts";

/** Reads the key that signs the log; null when there is no file. @throws DomainError LOG_KEY_INVALID */
export const readLogKey = (file: string): Signer | null => {
  if (!existsSync(file)) return null;
  const signer = readSigner(readFileSync(file, "utf8").trim());
  if (signer === null)
    throw new DomainError("LOG_KEY_INVALID", {
      file,
      problem: "expected one line PRIVATE+KEY+name+hash+key",
    });
  return signer;
};

/** Makes a new key, readable by its owner alone, on disk when the function returns; never over another. */
export const makeLogKey = (file: string, name: string): Signer => {
  mkdirSync(dirname(file), { recursive: true });
  const text = encodeSigner(name, "note", randomBytes(32));
  const handle = openSync(file, "wx", 0o600);
  try {
    writeSync(handle, `${text}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  const signer = readSigner(text);
  if (signer === null) throw new Error("a new key cannot be read");
  return signer;
};

/** Where a new key waits until the log names it. */
export const nextKeyFile = (keyFile: string): string => `${keyFile}.next`;

/** Puts the key that the log now names in the place of the old one, which is kept beside it. */
export const adoptNextKey = (keyFile: string): void => {
  const old = readLogKey(keyFile);
  if (old !== null) renameSync(keyFile, `${keyFile}.${old.id.toString("hex")}`);
  renameSync(nextKeyFile(keyFile), keyFile);
};
