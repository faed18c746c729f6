import type { InputError } from "./input-error.ts";

/** Kinds of values without a place that are told one by one; a file of nonsense keys must not fill the memory. */
export const MOST_KINDS = 1000;

// A place in a list stands for all of them: `/tender/items/3/unit` is `/tender/items/*/unit`.

/** A pointer with a star for each index. */
export const generalPointer = (pointer: string): string => pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*");

/** What makes two values without a place the same to a reader. */
export const kindOf = ({ pointer, message }: Pick<InputError, "pointer" | "message">): string =>
  `${generalPointer(pointer)} ${message}`;

/** Of the values that have no place in the format, the first of each kind; for one file, from its first to its last. */
export const firstOfEachKind = (): ((unmapped: readonly InputError[]) => readonly InputError[]) => {
  const seen = new Set<string>();
  return (unmapped) =>
    unmapped.filter((each) => {
      const kind = kindOf(each);
      if (seen.has(kind) || seen.size === MOST_KINDS) return false;
      seen.add(kind);
      return true;
    });
};
