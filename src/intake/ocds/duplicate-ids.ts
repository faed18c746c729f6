import { type InputError, inputError } from "../input-error.ts";
import { isObject } from "./native/fields.ts";
import { idOf, type Json } from "./merge-releases.ts";

// Two items of one list with one id: the merge rules would make one of them and lose what the first said.

/** Lists whose items the tender is made of. */
const JUDGED: readonly (readonly string[])[] = [
  ["tender", "lots"],
  ["bids", "details"],
  ["awards"],
  ["contracts"],
  ["parties"],
];

const listAt = (release: Json, path: readonly string[]): readonly unknown[] => {
  const found = path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), release);
  return Array.isArray(found) ? found : [];
};

const twiceIn = (release: Json, path: readonly string[]): readonly InputError[] => {
  const list = listAt(release, path);
  if (list.length < 2) return [];
  const seen = new Map<string, Json>();
  return list.flatMap((item, index) => {
    const id = isObject(item) ? idOf(item) : null;
    if (!isObject(item) || id === null) return [];
    const before = seen.get(id);
    seen.set(id, item);
    // The same thing said twice loses nothing.
    if (before === undefined || JSON.stringify(before) === JSON.stringify(item)) return [];
    return [
      inputError(
        `/${path.join("/")}/${index}/id`,
        "DUPLICATE_ID",
        `the id "${id}" is given twice for different things`,
      ),
    ];
  });
};

/** Ids given to different things within one release. */
export const duplicateIds = (release: Json): readonly InputError[] =>
  JUDGED.flatMap((path) => twiceIn(release, path));
