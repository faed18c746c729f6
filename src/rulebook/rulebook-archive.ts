import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Rulebook } from "../domain/rulebook.ts";
import { loadRulebook } from "./load-rulebook.ts";

/** A rulebook as an assessment names it. */
export interface RulebookName {
  readonly version: string;
  readonly sha256: string;
}

/** Rulebooks by their versions: the one in use, and the releases frozen before it. */
export interface RulebookArchive {
  readonly current: Rulebook;
  /** What stands here under the version, whatever its hash; null when nothing does. */
  readonly ofVersion: (version: string) => Rulebook | null;
  /** The very rulebook: same version, same files; null when it is not here. */
  readonly find: (name: RulebookName) => Rulebook | null;
}

const VERSION = /^\d+\.\d+\.\d+$/;

/** Releases lie in `releases/<version>/` of the given folders; each is read at its first use. */
export const rulebookArchive = (current: Rulebook, folders: readonly string[]): RulebookArchive => {
  const known = new Map<string, Rulebook | null>();
  const load = (version: string): Rulebook | null => {
    const folder = folders
      .map((each) => join(each, "releases", version))
      .find((path) => VERSION.test(version) && existsSync(path));
    return folder === undefined ? null : loadRulebook(folder);
  };
  const released = (version: string): Rulebook | null => {
    const rulebook = known.has(version) ? (known.get(version) ?? null) : load(version);
    known.set(version, rulebook);
    return rulebook;
  };
  const ofVersion = (version: string): Rulebook | null =>
    released(version) ?? (current.version === version ? current : null);
  return {
    current,
    ofVersion,
    find: ({ version, sha256 }) => {
      if (current.sha256 === sha256) return current;
      const rulebook = ofVersion(version);
      return rulebook?.sha256 === sha256 ? rulebook : null;
    },
  };
};
