/** Values by their key, in the order in which the keys came first. */
export const byKey = <T>(
  values: readonly T[],
  keyOf: (value: T, index: number) => string,
): readonly (readonly T[])[] => {
  const groups = new Map<string, T[]>();
  for (const [index, value] of values.entries()) {
    const key = keyOf(value, index);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return [...groups.values()];
};
