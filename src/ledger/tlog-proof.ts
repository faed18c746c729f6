import { fromBase64, toBase64 } from "./base64.ts";
import { readCount } from "./checkpoint.ts";

/** An entry's place in a log, provable without the log (c2sp.org/tlog-proof). */
export interface TlogProof {
  /** Meaning is ours: what else a verifier needs. */
  readonly extra: Buffer;
  readonly index: number;
  readonly hashes: readonly Buffer[];
  /** The signed note of the log's head. */
  readonly checkpoint: string;
}

const HEADER = "c2sp.org/tlog-proof@v1";
const MOST_HASHES = 63;

/** The text of a proof. */
export const writeProof = ({ extra, index, hashes, checkpoint }: TlogProof): string =>
  [HEADER, `extra ${toBase64(extra)}`, `index ${index}`, ...hashes.map(toBase64), "", checkpoint].join("\n");

const after = (line: string | undefined, word: string): string | null =>
  line?.startsWith(`${word} `) === true ? line.slice(word.length + 1) : null;

/** Reads a proof that carries extra data; null unless the text is exactly what `writeProof` would write. */
export const readProof = (text: string): TlogProof | null => {
  const end = text.indexOf("\n\n");
  if (end < 0) return null;
  const [header, second, third, ...encoded] = text.slice(0, end).split("\n");
  const extra = fromBase64(after(second, "extra") ?? "?");
  const index = readCount(after(third, "index") ?? "");
  const hashes = encoded.map(fromBase64).filter((hash) => hash?.length === 32);
  if (header !== HEADER || extra === null || index === null) return null;
  if (hashes.length !== encoded.length || hashes.length > MOST_HASHES) return null;
  return { extra, index, hashes: hashes as readonly Buffer[], checkpoint: text.slice(end + 2) };
};
