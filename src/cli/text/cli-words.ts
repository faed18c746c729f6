/** Words of the command line in one language, by key. */
export type CliWords = Readonly<Record<string, string>>;

/** Puts values in the place of each `{name}`. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
