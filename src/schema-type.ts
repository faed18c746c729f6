import type { Type as TypeBox } from "typebox";

// The builders of TypeBox that we use, as its types know them: a schema is a JSON Schema, and Static gives its type.
// TypeBox itself is loaded by none of our programs: that takes longer than most of our commands.

type Options = Readonly<Record<string, unknown>>;
type Schema = Readonly<Record<string, unknown>>;
type Builders = Pick<
  typeof TypeBox,
  | "Array"
  | "Boolean"
  | "Enum"
  | "Integer"
  | "Null"
  | "Number"
  | "Object"
  | "Optional"
  | "Record"
  | "String"
  | "Union"
  | "Unknown"
>;

const optional = new WeakSet<Schema>();
const ANY_NAME = "^.*$";

const plain =
  (type: string) =>
  (options?: Options): Schema => ({ type, ...options });

const builders = {
  Boolean: plain("boolean"),
  Integer: plain("integer"),
  Null: plain("null"),
  Number: plain("number"),
  String: plain("string"),
  Unknown: (options?: Options): Schema => ({ ...options }),
  Enum: (values: readonly unknown[], options?: Options): Schema => ({ enum: values, ...options }),
  Union: (anyOf: readonly Schema[], options?: Options): Schema => ({ anyOf, ...options }),
  Array: (items: Schema, options?: Options): Schema => ({ type: "array", items, ...options }),
  Record: (name: Schema, value: Schema, options?: Options): Schema => ({
    type: "object",
    patternProperties: { [typeof name["pattern"] === "string" ? name["pattern"] : ANY_NAME]: value },
    ...options,
  }),
  Optional: (schema: Schema): Schema => {
    const copy = { ...schema };
    optional.add(copy);
    return copy;
  },
  Object: (properties: Readonly<Record<string, Schema>>, options?: Options): Schema => {
    const required = Object.keys(properties).filter((name) => !optional.has(properties[name] ?? {}));
    return { type: "object", ...(required.length > 0 ? { required } : {}), properties, ...options };
  },
};

/** Builds JSON Schemas with their types. */
export const Type = builders as unknown as Builders;
