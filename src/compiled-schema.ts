import { createRequire } from "node:module";
import type { ValidateFunction } from "ajv";
import type { SchemaName } from "./write-validators.ts";

/** What texts of a format must be, by the format's name. */
export type Formats = Readonly<Record<string, (value: string) => boolean>>;

const require = createRequire(import.meta.url);

const load = (file: string, formats: Formats): ValidateFunction =>
  (require(`./validators/${file}.cjs`) as (formats: Formats) => ValidateFunction)(formats);

/**
 * The validator of a schema, which stops at the first error. Ajv compiled it when the program was built
 * (write-validators.ts): to compile them at start takes longer than most commands.
 */
export const compiledSchema = (name: SchemaName, formats: Formats): ValidateFunction => load(name, formats);

/** The validator that goes on to every error of a value. */
export const compiledSchemaForAll = (name: SchemaName, formats: Formats): ValidateFunction =>
  load(`${name}-all`, formats);
