import { gate } from "../gate.ts";
import { inputError, type InputError, type Read } from "../input-error.ts";
import { refuse } from "../json/piece.ts";
import { LARGEST_PIECE, type OcdsPart } from "./cut-ocds.ts";
import { duplicateIds } from "./duplicate-ids.ts";
import type { Json, Release } from "./merge-releases.ts";
import { ocdsRules, type OcdsRules } from "./ocds-validator.ts";
import { contextOf, contextOfRelease, type PackageContext } from "./package-context.ts";

/** What a file says of one process, accepted by the schema: releases to merge, or what is already merged. */
export interface Statement {
  readonly ocid: string;
  readonly at: string;
  readonly releases: readonly Release[];
  /** From a record without its releases. */
  readonly compiled: Json | null;
  readonly rules: OcdsRules;
  readonly warnings: readonly InputError[];
}

/** A statement, or what is wrong with one, and where. */
export type Opened =
  | { readonly ok: true; readonly statement: Statement }
  | {
      readonly ok: false;
      readonly at: string;
      readonly ocid: string | null;
      readonly errors: readonly InputError[];
    };

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** The last value of each versioned one: what holds now. */
const unversion = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    const last: unknown = value.at(-1);
    if (isObject(last) && "releaseID" in last && "value" in last) return last["value"] ?? undefined;
    return value.map(unversion);
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unversion(each)]));
};

const isFull = (release: unknown): release is Release => isObject(release) && "ocid" in release;

const ownPiece = (at: string, path: string): string => `${at}${at === "" || path === "" ? "" : ": "}${path}`;

const openRelease = (value: Json, at: string, rules: OcdsRules, warnings: readonly InputError[]): Opened => {
  const invalid = rules.release(value);
  const errors = invalid.length > 0 ? invalid : duplicateIds(value);
  const ocid = textOf(value["ocid"]);
  if (errors.length > 0 || ocid === null) return { ok: false, at, ocid, errors };
  const release = value as Release;
  return { ok: true, statement: { ocid, at, releases: [release], compiled: null, rules, warnings } };
};

const LINKED = inputError(
  "/releases",
  "LINKED_RELEASES",
  "are only linked and there is no compiledRelease; expected the releases themselves",
);

const openRecord = (value: Json, at: string, rules: OcdsRules, warnings: readonly InputError[]): Opened => {
  const errors = rules.record(value);
  const ocid = textOf(value["ocid"]);
  if (errors.length > 0 || ocid === null) return { ok: false, at, ocid, errors };
  const releases = value["releases"] as readonly unknown[];
  const { compiledRelease, versionedRelease } = value;
  const statement = { ocid, at, rules, warnings };
  if (releases.every(isFull)) {
    const twice = releases.flatMap(duplicateIds);
    if (twice.length > 0) return { ok: false, at, ocid, errors: twice };
    return { ok: true, statement: { ...statement, releases, compiled: null } };
  }
  const compiled = compiledRelease ?? (isObject(versionedRelease) ? unversion(versionedRelease) : undefined);
  if (!isObject(compiled)) return { ok: false, at, ocid, errors: [LINKED] };
  return { ok: true, statement: { ...statement, releases: [], compiled } };
};

const openPackage = (value: Json, at: string): readonly Opened[] => {
  const context = contextOf(value);
  const rules = ocdsRules(context.version, context.extensions);
  const list = "records" in value ? "records" : "releases";
  const errors = list === "records" ? rules.recordPackage(value) : rules.releasePackage(value);
  const held = Array.isArray(value[list]) ? (value[list] as readonly unknown[]) : [];
  const opened = held.map((each, index) => {
    const place = ownPiece(at, `/${list}/${index}`);
    const notices = index === 0 ? context.notices : [];
    if (!isObject(each)) return notAnObject(place);
    return list === "records"
      ? openRecord(each, place, rules, notices)
      : openRelease(each, place, rules, notices);
  });
  return errors.length === 0 ? opened : [{ ok: false, at, ocid: null, errors }, ...opened];
};

const notAnObject = (at: string): Opened => ({
  ok: false,
  at,
  ocid: null,
  errors: [inputError("", "type", "is of another type; expected an object")],
});

const UNKNOWN = inputError(
  "",
  "NOT_OCDS",
  "is neither a release, nor a record, nor a package of them: it has no ocid, releases or records",
);

const isRecord = (value: Json): boolean =>
  !("tag" in value) && ("releases" in value || "compiledRelease" in value || "versionedRelease" in value);

/** A value that says itself what it is. */
const openValue = (value: Json, at: string): readonly Opened[] => {
  if (!("ocid" in value) && ("releases" in value || "records" in value)) return openPackage(value, at);
  if (!("ocid" in value) && !("tag" in value)) return [{ ok: false, at, ocid: null, errors: [UNKNOWN] }];
  const { version, extensions } = contextOfRelease(value);
  const rules = ocdsRules(version, extensions);
  return [isRecord(value) ? openRecord(value, at, rules, []) : openRelease(value, at, rules, [])];
};

const parse = ({ bytes, problem }: OcdsPart): Read<{ readonly value: unknown }> =>
  problem === null ? gate(bytes, LARGEST_PIECE) : refuse(problem, LARGEST_PIECE);

/** What the bytes say of one process or, in a package, of several; each accepted by the schema or refused. */
export const openPart = (part: OcdsPart, context: PackageContext | null): readonly Opened[] => {
  const { at, list } = part;
  const read = parse(part);
  if (!read.ok) return [{ ok: false, at, ocid: null, errors: read.errors }];
  if (!isObject(read.value)) return [notAnObject(at)];
  if (list === null || context === null) {
    if (list === "records") return [openRecord(read.value, at, ocdsRules("1.1", []), [])];
    return openValue(read.value, at);
  }
  const rules = ocdsRules(context.version, context.extensions);
  const open = list === "records" ? openRecord : openRelease;
  return [open(read.value, at, rules, context.notices)];
};
