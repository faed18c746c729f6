import {
  type Extension,
  extensionSchema,
  type OcdsVersion,
  officialSchema,
  type Schema,
} from "./schema-files.ts";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** RFC 7396, which the standard names for extensions: objects are merged, all else is replaced, null removes. */
const mergePatch = (target: unknown, patch: Record<string, unknown>): Record<string, unknown> => {
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = isObject(value) ? mergePatch(merged[key], value) : value;
  }
  return merged;
};

const REFERENCE = /"#\/definitions\/([^"]+)"/g;

/** What an extension takes from another that is not declared is not judged: anything is accepted there. */
const withEveryDefinition = (schema: Schema): Schema => {
  const named = [...JSON.stringify(schema).matchAll(REFERENCE)].map(([, name]) => name ?? "");
  const missing = named.filter((name) => schema.definitions?.[name] === undefined);
  const definitions = { ...Object.fromEntries(missing.map((name) => [name, {}])), ...schema.definitions };
  return { ...schema, definitions };
};

/** The official release schema with the patches of these extensions, in their order. */
export const releaseSchema = (version: OcdsVersion, extensions: readonly Extension[]): Schema =>
  withEveryDefinition(
    extensions.reduce<Schema>(
      (schema, name) => mergePatch(schema, extensionSchema(name)),
      officialSchema(version, "release"),
    ),
  );
