import { isDeepStrictEqual } from "node:util";
import AjvDraft04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import { canonicalJson } from "../../canonical-json.ts";

/** Above this many items, equal ones are looked for by their canonical text: comparing all pairs would not end. */
const FEW = 24;

const idOf = (item: object): unknown => ("id" in item ? item.id : undefined);

/** Most items have an id, and two ids that differ settle it. */
const isSame = (one: unknown, other: unknown): boolean => {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return one === other;
  return idOf(one) === idOf(other) && isDeepStrictEqual(one, other);
};

const hasEqualPair = (items: readonly unknown[]): boolean => {
  for (let index = 1; index < items.length; index += 1)
    for (let before = 0; before < index; before += 1) if (isSame(items[before], items[index])) return true;
  return false;
};

const areUnique = (items: readonly unknown[]): boolean => {
  if (items.length <= FEW) return items.length < 2 || !hasEqualPair(items);
  return new Set(items.map(canonicalJson)).size === items.length;
};

/** Ajv for the schemas of OCDS: draft 04 with formats, annotations of the standard passed over. */
export const ocdsAjv = (allErrors: boolean): AjvDraft04.default => {
  const ajv = new AjvDraft04.default({ allErrors, strict: false, logger: false });
  addFormats.default(ajv);
  ajv.removeKeyword("uniqueItems");
  ajv.addKeyword({
    keyword: "uniqueItems",
    type: "array",
    schemaType: "boolean",
    validate: (isAsked: boolean, items: readonly unknown[]) => !isAsked || areUnique(items),
    error: { message: "holds the same item twice" },
  });
  return ajv;
};
