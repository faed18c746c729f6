/** Keeps what was asked for lately: between `size` and twice as many, whatever is asked. */
export interface Recent<T> {
  readonly get: (key: string) => T | undefined;
  readonly set: (key: string, value: T) => void;
}

/** Two generations: what was not asked for while `size` others came is forgotten. */
export const recent = <T>(size: number): Recent<T> => {
  let fresh = new Map<string, T>();
  let old = new Map<string, T>();
  const set = (key: string, value: T): void => {
    if (fresh.size >= size) {
      old = fresh;
      fresh = new Map();
    }
    fresh.set(key, value);
  };
  const get = (key: string): T | undefined => {
    const value = fresh.get(key);
    if (value !== undefined) return value;
    const older = old.get(key);
    if (older !== undefined) set(key, older);
    return older;
  };
  return { get, set };
};
