import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { _, Ajv2020, type KeywordCxt } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { confirmationSchema, confirmationsSchema } from "./intake/schema/confirmation-schema.ts";
import { cooperativeSchema } from "./intake/schema/cooperative-schema.ts";
import { tenderSchema } from "./intake/schema/tender-schema.ts";
import { yearSchema } from "./intake/schema/year-schema.ts";
import { profileSchema } from "./intake/table/mapping.ts";
import { rulebookSchemas } from "./rulebook/rulebook-schema.ts";

// A step of the build: two validators for each schema, beside what the compiler wrote.

const schemas = {
  tender: tenderSchema,
  year: yearSchema,
  cooperative: cooperativeSchema,
  confirmation: confirmationSchema,
  confirmations: confirmationsSchema,
  profile: profileSchema,
  ...rulebookSchemas,
};

export type SchemaName = keyof typeof schemas;

/** A number is as it is printed: 0.1 + 0.2 has seventeen decimals. */
const decimals = (context: KeywordCxt): void => {
  const { data, schema } = context;
  const factor = 10 ** Number(schema);
  context.fail(_`Math.abs(Math.round(${data} * ${factor}) / ${factor} - ${data}) !== 0`);
};

/** What a format is, the program that validates says. */
const compilerOf = (allErrors: boolean): Ajv2020 => {
  const ajv = new Ajv2020({
    allErrors,
    strict: true,
    strictTypes: false,
    validateSchema: false,
    code: { source: true, formats: _`formats` },
  });
  for (const format of ["date", "moment"]) ajv.addFormat(format, () => true);
  ajv.addKeyword({
    keyword: "decimals",
    type: "number",
    schemaType: "number",
    code: decimals,
    error: { message: "too many decimals", params: ({ schema }) => _`{decimals: ${schema}}` },
  });
  return ajv;
};

const folder = fileURLToPath(new URL("validators/", import.meta.url));
mkdirSync(folder, { recursive: true });
const write = (suffix: string, ajv: Ajv2020): void => {
  for (const [name, schema] of Object.entries(schemas)) {
    const code = standalone.default(ajv, ajv.compile(schema));
    const factory = `module.exports = (formats) => {\nconst module = {};\n${code}\nreturn module.exports;\n};\n`;
    writeFileSync(`${folder}${name}${suffix}.cjs`, factory);
  }
};
write("", compilerOf(false));
// Read only once a value is known to be wrong: to look for every error makes the answer "right" slower.
write("-all", compilerOf(true));
