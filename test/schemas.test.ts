import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "chai";
import * as confirmation from "../src/intake/schema/confirmation-schema.ts";
import * as cooperative from "../src/intake/schema/cooperative-schema.ts";
import * as outcome from "../src/intake/schema/outcome-schema.ts";
import * as requirements from "../src/intake/schema/requirements-schema.ts";
import * as tender from "../src/intake/schema/tender-schema.ts";
import * as terms from "../src/intake/schema/terms.ts";
import * as year from "../src/intake/schema/year-schema.ts";
import { rulebookSchemas as rulebook } from "../src/rulebook/rulebook-schema.ts";

const MODULES = { confirmation, cooperative, outcome, requirements, tender, terms, year, rulebook };

const isSchema = (value: unknown): value is object =>
  typeof value === "object" && value !== null && ("type" in value || "anyOf" in value || "enum" in value);

// A program that starts takes its schemas as they are: holding them against their own schema costs it a tenth of a second.
describe("the schemas of the product", () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const [name, module] of Object.entries(MODULES))
    it(`of ${name} are JSON Schemas`, () => {
      for (const [key, value] of Object.entries(module as Readonly<Record<string, unknown>>))
        if (isSchema(value)) expect(ajv.validateSchema(value), `${key}: ${ajv.errorsText()}`).to.equal(true);
    });
});
