import type { Signer, Verifier } from "./keys.ts";
import { type NoteSignature, type SignedNote, signaturesBy } from "./signed-note.ts";

// A witness's word that it saw this head of the log, and that it continues the one seen before
// (c2sp.org/tlog-cosignature, cosignature/v1).

const TIME_BYTES = 8;

const message = (text: string, seconds: bigint): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);

/** The witness's line under a checkpoint; `seconds` since 1970. */
export const cosign = (text: string, witness: Signer, seconds: bigint): NoteSignature => {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeBigUInt64BE(seconds);
  const signature = Buffer.concat([time, witness.sign(message(text, seconds))]);
  return { name: witness.name, keyId: witness.id, signature };
};

/** When a witness cosigned, in seconds since 1970; null when it did not. */
export const cosignedAt = (note: SignedNote, witness: Verifier): bigint | null => {
  const times = signaturesBy(note, witness).map(({ signature }) => {
    if (signature.length <= TIME_BYTES) return null;
    const seconds = signature.readBigUInt64BE(0);
    return witness.verify(message(note.text, seconds), signature.subarray(TIME_BYTES)) ? seconds : null;
  });
  return times.length === 0 || times.includes(null) ? null : (times[0] ?? null);
};
