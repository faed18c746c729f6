import type { ErrorObject, ValidateFunction } from "ajv";
import { compiledSchema, compiledSchemaForAll } from "../compiled-schema.ts";
import type { SchemaName } from "../write-validators.ts";
import { boundedErrors, escapeToken, type InputError, inputError } from "./input-error.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0);

/** A day that the calendar has: 2026-02-30 is none. */
export const isDay = (value: string): boolean => {
  if (!DAY.test(value)) return false;
  const year = Number(value.slice(0, 4));
  const month = Number(value.slice(5, 7));
  const day = Number(value.slice(8));
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
};

/** A bare day, or an instant with its offset. */
export const isMoment = (value: string): boolean => isDay(value) || isDay(INSTANT.exec(value)?.[1] ?? "");

const FORMATS = { date: isDay, moment: isMoment };

const EXPECTED: Readonly<Record<string, (error: ErrorObject) => string>> = {
  additionalProperties: () => "is not a property of the format",
  required: ({ params }) => `lacks "${String(params["missingProperty"])}"`,
  enum: ({ params }) =>
    `is not allowed; expected one of ${(params["allowedValues"] as readonly unknown[]).join(", ")}`,
  type: ({ params }) => `is of another type; expected ${String(params["type"])}`,
  format: ({ params }) =>
    params["format"] === "date"
      ? "is not a day of the calendar; expected YYYY-MM-DD"
      : "is not a moment; expected YYYY-MM-DD or YYYY-MM-DDThh:mm:ss+01:00",
  minimum: ({ params }) => `is too small; expected at least ${String(params["limit"])}`,
  maximum: ({ params }) => `is too large; expected at most ${String(params["limit"])}`,
  maxLength: ({ params }) => `is too long; expected at most ${String(params["limit"])} characters`,
  minLength: () => "is empty; expected at least one character",
  maxItems: ({ params }) => `has too many items; expected at most ${String(params["limit"])}`,
  minItems: ({ params }) => `has too few items; expected at least ${String(params["limit"])}`,
  minProperties: () => "is empty; expected at least one language",
  decimals: ({ params }) => `has too many decimals; expected at most ${String(params["decimals"])}`,
  pattern: ({ params }) => `is not as expected: ${String(params["pattern"])}`,
};

/** The property that is wrong, not only the object that holds it. */
const pointerOf = ({ instancePath, keyword, params }: ErrorObject): string => {
  const property: unknown = keyword === "additionalProperties" ? params["additionalProperty"] : undefined;
  return typeof property === "string" ? `${instancePath}/${escapeToken(property)}` : instancePath;
};

const toInputError = (error: ErrorObject): InputError => {
  const expected = EXPECTED[error.keyword]?.(error) ?? error.message ?? "is not as expected";
  return inputError(pointerOf(error), error.keyword, expected);
};

/** The validator of a schema: answers with every error, none when the value is as expected. */
export const validatorOf = (name: SchemaName): ((value: unknown) => readonly InputError[]) => {
  let isRight: ValidateFunction | undefined;
  let findAll: ValidateFunction | undefined;
  return (value) => {
    isRight ??= compiledSchema(name, FORMATS);
    if (isRight(value)) return [];
    findAll ??= compiledSchemaForAll(name, FORMATS);
    findAll(value);
    return boundedErrors((findAll.errors ?? []).map(toInputError));
  };
};
