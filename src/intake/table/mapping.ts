import type { Static } from "typebox";
import { foldText } from "../../domain/text.ts";
import { oneOf } from "../schema/terms.ts";
import { fieldOf, type Shape } from "./shapes.ts";
import { Type } from "../../schema-type.ts";

/** A column of a sheet and the field it was taken for. */
export interface MappedColumn {
  /** From 0. */
  readonly index: number;
  readonly heading: string;
  /** Key of the field; null when the column has no place in the format, or none was found. */
  readonly field: string | null;
  /** 0 to 1: how sure the guess is; 1 when a profile says it. */
  readonly confidence: number;
}

/** How a sheet is read. */
export interface Mapping {
  readonly shape: Shape;
  /** Row of the headings, from 1; rows before it are titles. */
  readonly headerRow: number;
  /** Cells of that row, those without a heading included. */
  readonly width: number;
  readonly columns: readonly MappedColumn[];
  /** Fields that the sheet does not hold and that are the same for every row, as printed. */
  readonly constants: Readonly<Record<string, string>>;
}

const key = (description: string) =>
  Type.String({ minLength: 1, maxLength: 60, description, examples: ["estimate"] });

/** A mapping that is kept: next year's sheet has the same headings. */
export const profileSchema = Type.Object(
  {
    name: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 100,
        description: "Name of the profile",
        examples: ["Programme de la commune"],
      }),
    ),
    shape: oneOf(["tender", "programme", "purchaseOrders"], "What a row is"),
    columns: Type.Record(
      Type.String({ maxLength: 500 }),
      Type.Union([key("Key of the field"), Type.Null()]),
      {
        description: "Field by heading; null = a column to pass over",
        examples: [{ "Montant TTC": "estimate" }],
      },
    ),
    constants: Type.Optional(
      Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 2000 }), {
        description: "Values for every row, as printed, by key of the field",
        examples: [{ "buyer.name": "Commune fictive" }],
      }),
    ),
    encoding: Type.Optional(
      oneOf(["utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1256"], "Encoding of CSV files"),
    ),
    delimiter: Type.Optional(oneOf([";", ",", "\t", "|"], "Separator of CSV files")),
    sheet: Type.Optional(
      Type.String({ maxLength: 100, description: "Name of the sheet in a workbook", examples: ["Feuil1"] }),
    ),
  },
  { additionalProperties: false, description: "A column mapping that is kept as a profile" },
);

export type Profile = Static<typeof profileSchema>;

/** The profile that would give this mapping again. */
export const profileOf = ({ shape, columns, constants }: Mapping): Profile => ({
  shape,
  columns: Object.fromEntries(columns.map(({ heading, field }) => [heading, field])),
  ...(Object.keys(constants).length === 0 ? {} : { constants: { ...constants } }),
});

/** Keys of a profile that name no field of its shape. */
export const unknownKeys = ({ shape, columns, constants }: Profile): readonly string[] =>
  [...Object.values(columns), ...Object.keys(constants ?? {})].filter(
    (each): each is string => each !== null && fieldOf(shape, each) === undefined,
  );

/** The field that a profile gives a heading; undefined when it does not speak of it. */
export const fieldInProfile = ({ columns }: Profile, heading: string): string | null | undefined => {
  if (heading in columns) return columns[heading];
  const folded = foldText(heading);
  const same = Object.entries(columns).find(([each]) => foldText(each) === folded);
  return same?.[1];
};
