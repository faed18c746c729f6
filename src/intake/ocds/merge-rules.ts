import type { Schema } from "./schema-files.ts";

/**
 * How a property is merged: left out of the result, replaced as a whole (a list without ids, or one that the
 * schema says to replace), or merged by the rules of what is in it.
 */
export interface MergeRule {
  readonly how: "omit" | "replace" | "merge";
  readonly children: ReadonlyMap<string, MergeRule>;
}

const NO_CHILDREN: ReadonlyMap<string, MergeRule> = new Map();
/** In 1.0 schemas lists that are merged by id say so; every other list is replaced. */
const BY_ID = "arrayMergeById";

const isList = ({ type }: Schema): boolean =>
  type === "array" || (Array.isArray(type) && type.includes("array"));

/** Merge rules of a release schema, every property once; definitions are shared, not copied. */
export const mergeRules = (schema: Schema): MergeRule => {
  const definitions = new Map<string, Map<string, MergeRule>>();

  const resolve = ({ $ref, ...own }: Schema): { readonly schema: Schema; readonly name: string | null } => {
    const name = $ref?.replace("#/definitions/", "") ?? null;
    const found = name === null ? undefined : schema.definitions?.[name];
    return { schema: { ...found, ...own }, name };
  };

  const childrenOf = (holder: Schema): ReadonlyMap<string, MergeRule> => {
    const { schema: resolved, name } = resolve(holder);
    const known = name === null ? undefined : definitions.get(name);
    if (known !== undefined) return known;
    if (resolved.properties === undefined) return NO_CHILDREN;
    const children = new Map<string, MergeRule>();
    if (name !== null) definitions.set(name, children);
    for (const [key, property] of Object.entries(resolved.properties)) children.set(key, ruleOf(property));
    return children;
  };

  const ruleOf = (property: Schema): MergeRule => {
    if (property["omitWhenMerged"] === true) return { how: "omit", children: NO_CHILDREN };
    const { schema: resolved } = resolve(property);
    if (!isList(resolved)) return { how: "merge", children: childrenOf(property) };
    const { items } = resolved;
    const item = items === undefined ? undefined : resolve(items).schema;
    const strategy = resolved["mergeStrategy"];
    const isReplaced =
      resolved["wholeListMerge"] === true ||
      item?.properties?.["id"] === undefined ||
      (strategy !== undefined && strategy !== BY_ID);
    if (isReplaced || items === undefined) return { how: "replace", children: NO_CHILDREN };
    return { how: "merge", children: childrenOf(items) };
  };

  return { how: "merge", children: childrenOf(schema) };
};
