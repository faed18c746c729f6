import type { TEnum, TSchemaOptions } from "typebox";
import { Type } from "../../schema-type.ts";

// Words shared by all schemas: each property has a description and an example (OpenAPI shows both).

/** Refuses what it does not name. */
export const closed = { additionalProperties: false } as const;

const say = (description: string, example?: unknown): TSchemaOptions => ({
  description,
  ...(example === undefined ? {} : { examples: [example] }),
});

/** A line or paragraph of text; `""` means: nothing printed. */
export const text = (description: string, example: string, maxLength = 500) =>
  Type.String({ ...say(description, example), maxLength });

export const flag = (description: string) => Type.Boolean(say(description, true));

export const day = (description: string, example = "2026-01-20") =>
  Type.String({ ...say(`${description} (YYYY-MM-DD, Africa/Casablanca)`, example), format: "date" });

export const moment = (description: string, example = "2026-02-24T10:00:00+01:00") =>
  Type.String({
    ...say(`${description} (ISO 8601 with its offset, or a bare day)`, example),
    format: "moment",
  });

export const whole = (description: string, example: number, maximum = 100_000) =>
  Type.Integer({ ...say(description, example), minimum: 0, maximum });

/** Dirhams: at most 10^12, at most two decimals. */
const dirhams = (description: string) =>
  Type.Number({ ...say(description, 1999800), minimum: 0, maximum: 1e12, decimals: 2 });

/** A share of one: at most four decimals. */
export const share = (description: string, example: number) =>
  Type.Number({ ...say(description, example), minimum: 0, maximum: 1, decimals: 4 });

export const amount = (description: string) =>
  Type.Object({ amount: dirhams("Dirhams, with tax") }, { ...closed, ...say(description) });

export const estimate = (description: string) =>
  Type.Object(
    {
      amount: dirhams("Dirhams; 0 = printed as 0,00, that is: not disclosed"),
      taxIncluded: Type.Optional(flag("Is tax included? Absent = unknown")),
      vatRate: Type.Optional(
        share("Rate of value-added tax; makes comparisons before and after tax exact", 0.1),
      ),
    },
    { ...closed, ...say(description) },
  );

export const words = (description: string, maxLength = 500) =>
  Type.Object(
    {
      fr: Type.Optional(Type.String({ maxLength, minLength: 1 })),
      ar: Type.Optional(Type.String({ maxLength, minLength: 1 })),
      en: Type.Optional(Type.String({ maxLength, minLength: 1 })),
    },
    {
      ...closed,
      ...say(description, { fr: "Prestations de restauration", ar: "خدمات الإطعام" }),
      minProperties: 1,
    },
  );

export const oneOf = <T extends string>(values: readonly T[], description: string): TEnum<T[]> =>
  Type.Enum<T[]>([...values], say(description, values[0]));
