import { gate } from "../gate.ts";
import type { InputError } from "../input-error.ts";
import { cutJson, isJsonLines } from "../json/cut-json.ts";
import { type Piece, placeOf } from "../json/piece.ts";
import type { Source } from "../source/source.ts";
import { windows } from "../source/windows.ts";
import { ocdsRules } from "./ocds-validator.ts";
import { contextOf, type PackageContext } from "./package-context.ts";
import { type Indexed, PieceIndex } from "./piece-index.ts";

/** Largest release, record, or line, in bytes: 16 MiB. */
export const LARGEST_PIECE = 16_777_216;
/** Largest process, all its releases together, in bytes: 64 MiB. */
const LARGEST_PROCESS = 67_108_864;

const LISTS = ["releases", "records"];

/** Bytes that are a release, a record, or a package of them, and where they stand. */
export interface OcdsPart {
  readonly at: string;
  /** `releases` or `records` when the bytes are an item of that list; else they say themselves what they are. */
  readonly list: string | null;
  readonly bytes: Uint8Array;
  readonly problem: Piece["problem"];
}

/** What belongs to one process, with what its package says; plain data that another thread can read. */
export interface OcdsUnit {
  readonly parts: readonly OcdsPart[];
  /** Of the package around the parts; null when they stand on their own. */
  readonly context: PackageContext | null;
  /** Set for what is wrong with the file or a package itself; then there are no parts. */
  readonly errors: readonly InputError[];
  readonly at: string;
}

interface Found {
  readonly index: PieceIndex;
  readonly contexts: ReadonlyMap<number, PackageContext>;
  readonly wrong: readonly OcdsUnit[];
}

type Document = Readonly<Record<string, unknown>>;

const asDocument = (bytes: Uint8Array): Document | null => {
  const read = gate(bytes, LARGEST_PIECE);
  const isObject = read.ok && typeof read.value === "object" && read.value !== null;
  return isObject ? (read.value as Document) : null;
};

/** Errors of the package itself; what it holds is judged on its own. */
const packageErrors = (document: Document, context: PackageContext, count: number): readonly InputError[] => {
  const { releasePackage, recordPackage } = ocdsRules(context.version, []);
  const list = "records" in document ? "records" : "releases";
  const errors = list === "records" ? recordPackage(document) : releasePackage(document);
  const empty = { pointer: `/${list}`, code: "minItems", message: "is empty; expected at least one" };
  return count === 0 ? [...errors, empty] : errors;
};

const wrongFile = (at: string, errors: readonly InputError[]): OcdsUnit => ({
  parts: [],
  context: null,
  errors,
  at,
});

const isPackage = (document: Document): boolean =>
  document["ocid"] === undefined && ("releases" in document || "records" in document);

/** Looks at every piece once: which belong together, and what the packages around them say. */
const find = async (source: Source): Promise<Found> => {
  const index = new PieceIndex();
  const contexts = new Map<number, PackageContext>();
  const wrong: OcdsUnit[] = [];
  const isLines = await isJsonLines(source);
  let documentStart = 0;
  for await (const piece of cutJson(source, LISTS, LARGEST_PIECE)) {
    const envelope =
      isLines || piece.list !== null || piece.problem !== null ? null : asDocument(piece.bytes);
    if (envelope !== null && isPackage(envelope)) {
      const context = contextOf(envelope);
      contexts.set(piece.document, context);
      const errors = packageErrors(envelope, context, index.size - documentStart);
      if (errors.length > 0) wrong.push(wrongFile(piece.at, errors));
    } else {
      // A record on its own holds its releases in a list, too: it is read whole.
      if (piece.list === null && !isLines && piece.problem === null) index.cut(documentStart);
      index.add(piece);
    }
    if (piece.list === null) documentStart = index.size;
  }
  return { index, contexts, wrong };
};

const partsOf = async (
  group: readonly Indexed[],
  isLines: boolean,
  read: ReturnType<typeof windows>,
): Promise<readonly OcdsPart[]> => {
  const parts: OcdsPart[] = [];
  let total = 0;
  for (const { offset, length, problem, ...place } of group) {
    total += length;
    const isTooLarge = total > LARGEST_PROCESS;
    const bytes = problem !== null || isTooLarge ? new Uint8Array() : await read(offset, length);
    const at = isLines ? `line ${place.document}` : placeOf(place);
    parts.push({
      at,
      list: place.list === "" ? null : place.list,
      bytes,
      problem: isTooLarge ? "tooLarge" : problem,
    });
  }
  return parts;
};

/**
 * Cuts a file of releases, records or packages in processes, in the order in which they begin, in bounded memory.
 * What is wrong with the file comes first.
 */
export async function* cutOcds(source: Source): AsyncGenerator<OcdsUnit> {
  const { index, contexts, wrong } = await find(source);
  yield* wrong;
  const isLines = await isJsonLines(source);
  const read = windows(source);
  const noticed = new Set<number>();
  for (const group of index.groups()) {
    const pieces = group.map((position) => index.at(position));
    const [first] = pieces;
    if (first === undefined) continue;
    const context = (isLines ? undefined : contexts.get(first.document)) ?? null;
    const parts = await partsOf(pieces, isLines, read);
    // What is to be said of a package is said once, with the first thing read from it.
    const isFirst = !noticed.has(first.document);
    if (context !== null) noticed.add(first.document);
    const heard = context === null || isFirst ? context : { ...context, notices: [] };
    yield { parts, context: heard, errors: [], at: parts[0]?.at ?? "" };
  }
}
