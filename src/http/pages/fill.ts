/** Words with their {places} filled by name. */
export const fill = (text: string | undefined, values: Readonly<Record<string, string | number>>): string =>
  (text ?? "").replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
