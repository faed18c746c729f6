import type { MergeRule } from "./merge-rules.ts";

// The merge of OCDS: releases in the order of their dates, each value replacing the one before it, lists by the
// ids of what they hold. https://standard.open-contracting.org/1.1/en/schema/merging/

export type Json = Readonly<Record<string, unknown>>;

/** What every release has, once the schema has accepted it. */
export interface Release extends Json {
  readonly ocid: string;
  readonly id: string;
  readonly date: string;
  readonly tag: readonly string[];
}

/** An object that is being merged. */
type Merged = Record<string, unknown>;

/** Ids may be numbers in one release and text in another; null when there is none. */
export const idOf = ({ id }: Json): string | null =>
  typeof id === "string" || typeof id === "number" ? String(id) : null;

/** Takes one value of a release: gives what becomes of the value before it; undefined removes it. */
type Take = (before: unknown, value: unknown) => unknown;

const isObject = (value: unknown): value is Merged =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isListOfObjects = (value: unknown): value is readonly Json[] =>
  Array.isArray(value) && value.every(isObject);

/** Values that belong to a release, not to the process; before 1.1.4 the schema did not say it of `tag`. */
const OF_A_RELEASE: ReadonlySet<string> = new Set(["tag", "id", "date"]);

const mergeList = (
  before: unknown,
  list: readonly Json[],
  rule: MergeRule | undefined,
  take: Take,
): unknown => {
  const merged: Merged[] = Array.isArray(before) ? (before as Merged[]) : [];
  const byId = new Map(merged.map((each) => [idOf(each), each]));
  for (const item of list) {
    const { id, ...rest } = item;
    const key = idOf(item);
    const known = key === null ? undefined : byId.get(key);
    const target: Merged = known ?? (key === null ? {} : { id });
    if (known === undefined) merged.push(target);
    if (key !== null) byId.set(key, target);
    mergeInto(target, rest, rule, take);
  }
  return merged.length === 0 ? before : merged;
};

const mergeValue = (before: unknown, value: unknown, rule: MergeRule | undefined, take: Take): unknown => {
  if (isObject(value)) {
    const merged: Merged = isObject(before) ? before : {};
    mergeInto(merged, value, rule, take);
    return Object.keys(merged).length === 0 ? undefined : merged;
  }
  if (rule?.how !== "replace" && isListOfObjects(value)) return mergeList(before, value, rule, take);
  return take(before, value);
};

const mergeInto = (merged: Merged, source: Json, rule: MergeRule | undefined, take: Take): void => {
  for (const key of Object.keys(source)) {
    const property = rule?.children.get(key);
    if (property?.how === "omit") continue;
    const value = mergeValue(merged[key], source[key], property, take);
    if (value === undefined) delete merged[key];
    else merged[key] = value;
  }
};

/** The sort is stable: releases of one moment stay in their order. */
const byDate = (one: Release, other: Release): number => Date.parse(one.date) - Date.parse(other.date);

const mergeAll = (
  releases: readonly Release[],
  rules: MergeRule,
  takeOf: (release: Release) => Take,
): Merged => {
  const merged: Merged = {};
  for (const release of releases) {
    const values = Object.fromEntries(Object.entries(release).filter(([key]) => !OF_A_RELEASE.has(key)));
    mergeInto(merged, values, rules, takeOf(release));
  }
  return merged;
};

const hasIdTwice = (list: readonly Json[]): boolean => {
  if (list.length < 2) return false;
  const ids = new Set<string>();
  for (const item of list) {
    const id = idOf(item);
    if (id !== null && ids.has(id)) return true;
    if (id !== null) ids.add(id);
  }
  return false;
};

const isPlainList = (list: readonly unknown[], rule: MergeRule | undefined): boolean => {
  if (rule?.how === "replace") return true;
  for (const item of list) if (!isPlain(item, rule)) return false;
  return list.length > 0 && !(isListOfObjects(list) && hasIdTwice(list));
};

/** Would merging this value alone leave it as it is? Most processes are published in one release without nulls. */
const isPlain = (value: unknown, rule: MergeRule | undefined): boolean => {
  if (value === null) return false;
  if (typeof value !== "object") return true;
  if (Array.isArray(value)) return isPlainList(value, rule);
  const keys = Object.keys(value);
  for (const key of keys) if (!isPlain((value as Json)[key], rule?.children.get(key))) return false;
  return keys.length > 0;
};

const replace: Take = (_before, value) => value ?? undefined;

/** The compiled release of a process: what holds after all its releases, which are of one ocid. */
export const compileReleases = (releases: readonly Release[], rules: MergeRule): Json => {
  const sorted = releases.toSorted(byDate);
  const last = sorted.at(-1);
  const { ocid, date } = last ?? { ocid: "", date: "" };
  const compiled = { tag: ["compiled"], id: `${ocid}-${date}`, date };
  if (last !== undefined && sorted.length === 1 && isPlain(last, rules)) return { ...last, ...compiled };
  return { ...compiled, ...mergeAll(sorted, rules, () => replace) };
};

interface Version {
  readonly releaseID: string;
  readonly releaseDate: string;
  readonly releaseTag: readonly string[];
  readonly value: unknown;
}

const addVersion =
  ({ id, date, tag }: Release): Take =>
  (before, value) => {
    const versions = (before ?? []) as readonly Version[];
    const last = versions.at(-1);
    if (last !== undefined && JSON.stringify(last.value) === JSON.stringify(value)) return versions;
    return [...versions, { releaseID: id, releaseDate: date, releaseTag: tag, value }];
  };

/** The versioned release of a process: every value with the releases that set it. */
export const versionReleases = (releases: readonly Release[], rules: MergeRule): Json => {
  const sorted = releases.toSorted(byDate);
  const { ocid: _ocid, ...merged } = mergeAll(sorted, rules, addVersion);
  return { ocid: sorted.at(-1)?.ocid ?? "", ...merged };
};
