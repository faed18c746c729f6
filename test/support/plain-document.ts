import { sectorOf } from "../../src/intake/ocds/native/objects.ts";
import type { TenderDocument } from "../../src/intake/schema/tender-schema.ts";

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const MOMENT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2})?(?:\.(\d{1,3}))?(Z|[+-]\d{2}:\d{2})$/;

/** `10:00` and `10:00:00.0` are one moment. */
const plainText = (text: string): string => {
  const [, minutes, seconds = ":00", part = "", zone = ""] = MOMENT.exec(text) ?? [];
  if (minutes === undefined) return text;
  return `${minutes}${seconds}${Number(part) === 0 ? "" : `.${part}`}${zone}`;
};

const plain = (value: unknown): unknown => {
  if (typeof value === "string") return plainText(value);
  if (Array.isArray(value)) {
    const items = value.map((each) => plain(each) ?? {});
    return items.every((each) => typeof each === "string") ? [...new Set(items)] : items;
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value)
    .map(([name, each]) => [name, plain(each)] as const)
    .filter(([name, each]) => each !== undefined && !(name === "name" && each === ""));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
};

/** One award alone may be written in two ways; a year without a code says nothing; codes tell the sector. */
const settled = (document: TenderDocument): Json => {
  const { awards, award, cpv, sector, buyer, ocid, ...rest } = document;
  const { codeYear, ...named } = buyer;
  const only = awards?.length === 1 ? awards[0] : award;
  const told = sector ?? (cpv && sectorOf([...new Set(cpv)]));
  return {
    ...rest,
    buyer: named.code === undefined ? named : { ...named, codeYear },
    ...(cpv === undefined ? {} : { cpv }),
    ...(told === undefined ? {} : { sector: told }),
    ...(ocid === undefined || ocid === "" ? {} : { ocid }),
    ...(only === undefined ? { awards } : { award: only }),
  };
};

/** A document with what can be said in two ways said in one: empty objects, sets, moments, one award. */
export const plainDocument = (document: TenderDocument): unknown => plain(settled(document));
