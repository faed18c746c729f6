import type { ErrorObject, ValidateFunction } from "ajv";
import { boundedErrors, type InputError, inputError } from "../input-error.ts";
import { type MergeRule, mergeRules } from "./merge-rules.ts";
import { ocdsAjv } from "./ocds-ajv.ts";
import { releaseSchema } from "./release-schema.ts";
import { EXTENSIONS, type Extension, type OcdsVersion, officialSchema, type Schema } from "./schema-files.ts";

export type Validate = (value: unknown) => readonly InputError[];

/** What a version of the standard, with some extensions, asks. */
export interface OcdsRules {
  readonly release: Validate;
  readonly record: Validate;
  /** A package without its releases or records, which are judged one by one. */
  readonly releasePackage: Validate;
  readonly recordPackage: Validate;
  readonly merge: MergeRule;
}

const EXPECTED: Readonly<Record<string, (error: ErrorObject) => string>> = {
  required: ({ params }) => `lacks "${String(params["missingProperty"])}", which the standard requires`,
  enum: ({ params }) => {
    const codes = params["allowedValues"] as readonly (string | null)[];
    const shown = codes.filter((code) => code !== null).slice(0, 16);
    return `is not a code of this closed codelist; expected one of ${shown.join(", ")}${codes.length > 17 ? "…" : ""}`;
  },
  type: ({ params }) => `is of another type; expected ${[params["type"]].flat().join(" or ")}`,
  format: ({ params }) =>
    params["format"] === "date-time"
      ? "is not a date with its time; expected YYYY-MM-DDThh:mm:ssZ"
      : `is not as the format ${String(params["format"])} expects`,
  minLength: () => "is empty; expected at least one character",
  minItems: () => "is an empty list; expected at least one item",
  minProperties: () => "is an empty object; expected at least one property",
};

const toInputError = (error: ErrorObject): InputError =>
  inputError(
    error.instancePath,
    error.keyword,
    EXPECTED[error.keyword]?.(error) ?? error.message ?? "is not as expected",
  );

/** `oneOf` of a record says only that neither branch fits; the branches' own errors are noise beside it. */
const told = (errors: readonly ErrorObject[]): readonly InputError[] => {
  const distinct = new Map(
    errors.map((error) => [`${error.instancePath} ${error.keyword}`, toInputError(error)] as const),
  );
  return boundedErrors([...distinct.values()]);
};

/** Stops at the first error; only then are all looked for. */
const validating = (compile: (allErrors: boolean) => ValidateFunction): Validate => {
  let quick: ValidateFunction | undefined;
  let thorough: ValidateFunction | undefined;
  return (value) => {
    quick ??= compile(false);
    if (quick(value)) return [];
    thorough ??= compile(true);
    thorough(value);
    return told(thorough.errors ?? quick.errors ?? []);
  };
};

/** A package's own schema asks for at least one release or record; those are counted where they are read. */
const withoutList = (schema: Schema, list: string): Schema => ({
  ...schema,
  properties: { ...schema.properties, [list]: { type: "array" } },
});

const compileIn = (schema: Schema, others: readonly Schema[]) => (allErrors: boolean) => {
  const ajv = ocdsAjv(allErrors);
  for (const other of others) ajv.addSchema(other);
  return ajv.compile(schema);
};

const compileRules = (version: OcdsVersion, extensions: readonly Extension[]): OcdsRules => {
  const release = releaseSchema(version, extensions);
  const recordPackage = officialSchema(version, "record-package");
  const record = { ...recordPackage.definitions?.["record"], definitions: recordPackage.definitions ?? {} };
  const versioned = officialSchema(version, "versioned-release-validation");
  return {
    release: validating(compileIn(release, [])),
    record: validating(compileIn(record, [release, versioned])),
    releasePackage: validating(
      compileIn(withoutList(officialSchema(version, "release-package"), "releases"), []),
    ),
    recordPackage: validating(compileIn(withoutList(recordPackage, "records"), [release, versioned])),
    // A release outside a package declares nothing: fields of the known extensions are merged as those ask.
    merge: mergeRules(version === "1.0" ? release : releaseSchema(version, EXTENSIONS)),
  };
};

/** Sets of extensions that are kept compiled; a file rarely has more than one. */
const MOST_KEPT = 8;
const kept = new Map<string, OcdsRules>();

/** The rules of a version with the extensions that a package declares, compiled at their first use. */
export const ocdsRules = (version: OcdsVersion, extensions: readonly Extension[]): OcdsRules => {
  const key = [version, ...extensions].join(" ");
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size === MOST_KEPT) kept.clear();
  const rules = compileRules(version, extensions);
  kept.set(key, rules);
  return rules;
};
