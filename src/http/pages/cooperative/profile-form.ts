import type { Request } from "express";
import { PROFILE_FORMS } from "../../../domain/cooperative.ts";
import type { Territory } from "../../../domain/territory.ts";
import type { InputError } from "../../../intake/input-error.ts";
import { readAmount } from "../../../intake/printed/read-amount.ts";
import { readIce } from "../../../intake/printed/read-ice.ts";
import { acceptCooperative } from "../../../intake/read-cooperative.ts";
import type { Document } from "../../../usecases/ports.ts";

// The form of a profile: what is left empty is unknown. What was typed is kept as it was until it can be read.

export const OFFER_LANGUAGES = ["ar", "fr", "en"] as const;
const TEXTS = [
  "nameAr",
  "nameFr",
  "legalForm",
  "places",
  "largestContract",
  "turnover",
  "members",
  "staff",
  "foundedOn",
  "ice",
  "registerCourt",
  "registeredOn",
  "taxUntil",
  "socialUntil",
  "sanitaryUntil",
] as const;
const LISTS = ["sectors", "families", "languages", "notHeld"] as const;
type TextName = (typeof TEXTS)[number];
type ListName = (typeof LISTS)[number];

/** The form as it was typed. */
export interface ProfileForm {
  readonly texts: Readonly<Record<TextName, string>>;
  readonly lists: Readonly<Record<ListName, readonly string[]>>;
  readonly listed: boolean;
}

const LONGEST = 4000;

const valuesOf = (body: unknown, name: string): readonly string[] => {
  const value =
    typeof body === "object" && body !== null && Object.hasOwn(body, name)
      ? (body as Record<string, unknown>)[name]
      : [];
  return (Array.isArray(value) ? value : [value])
    .filter((each) => typeof each === "string")
    .map((each) => each.slice(0, LONGEST));
};

/** Reads what was typed, whatever it is. */
export const formIn = ({ body }: Request): ProfileForm => ({
  texts: Object.fromEntries(
    TEXTS.map((name) => [name, valuesOf(body, name)[0]?.trim() ?? ""]),
  ) as ProfileForm["texts"],
  lists: Object.fromEntries(LISTS.map((name) => [name, valuesOf(body, name)])) as ProfileForm["lists"],
  listed: valuesOf(body, "listed").includes("1"),
});

/** Something that could not be read: the field, the word for it, what was typed. */
export interface FormError {
  readonly field: string;
  readonly key: string;
  readonly text: string;
}

const PAPERS = {
  taxUntil: "taxCertificate",
  socialUntil: "socialSecurityCertificate",
  sanitaryUntil: "sanitaryAuthorisation",
} as const;

const present = (name: string, value: unknown): object => (value === undefined ? {} : { [name]: value });

const CODE_AFTER_NAME = /\(([\d.]+)\)$/;

/** A place by its code, by a name that only one place has, or by a name with its code: "Casablanca (06.141)". */
const placeIn = (text: string, territory: Territory): string | null => {
  const known = territory.find(CODE_AFTER_NAME.exec(text)?.[1] ?? text);
  if (known !== null) return known.code;
  const [first, second] = territory.search(text, 2);
  if (first === undefined) return null;
  const isName = Object.values(first.name).some(
    (name) => name.localeCompare(text, "fr", { sensitivity: "base" }) === 0,
  );
  return second === undefined || isName ? first.code : null;
};

/** Reads a form into a profile's document, or tells every field that could not be read. */
export const documentOf = (
  form: ProfileForm,
  territory: Territory,
): { readonly document: Document; readonly errors: readonly FormError[] } => {
  const { texts, lists } = form;
  const errors: FormError[] = [];
  const wrong = (field: string, key: string, text: string): undefined => {
    errors.push({ field, key, text: text.slice(0, 100) });
    return undefined;
  };
  const amount = (name: TextName): object | undefined => {
    if (texts[name] === "") return undefined;
    const read = readAmount(texts[name]);
    return read.ok ? { amount: read.value.centimes / 100 } : wrong(name, "amount", texts[name]);
  };
  const whole = (name: TextName): number | undefined => {
    if (texts[name] === "") return undefined;
    return /^\d{1,5}$/.test(texts[name]) ? Number(texts[name]) : wrong(name, "number", texts[name]);
  };
  const text = (name: TextName): string | undefined => (texts[name] === "" ? undefined : texts[name]);
  const names = { ...present("ar", text("nameAr")), ...present("fr", text("nameFr")) };
  if (Object.keys(names).length === 0) wrong("nameAr", "name", "");
  const places = texts.places
    .split(/[\n;،,]/)
    .map((each) => each.trim())
    .filter((each) => each !== "");
  const codes = places.flatMap((each) => placeIn(each, territory) ?? wrong("places", "place", each) ?? []);
  const ice = texts.ice === "" ? null : readIce(texts.ice);
  if (ice !== null && !ice.ok) wrong("ice", "ice", texts.ice);
  const paper = (name: keyof typeof PAPERS): unknown => {
    if (lists.notHeld.includes(name)) return null;
    return texts[name] === "" ? undefined : { validUntil: texts[name] };
  };
  const register = {
    ...present("court", text("registerCourt")),
    ...present("registeredOn", text("registeredOn")),
  };
  const document = {
    name: names,
    legalForm: PROFILE_FORMS.find((each) => each === texts.legalForm) ?? texts.legalForm,
    ...(lists.sectors.length === 0 ? {} : { sectors: lists.sectors }),
    ...(lists.families.length === 0 ? {} : { families: lists.families }),
    ...(codes.length === 0 ? {} : { places: codes }),
    ...present("largestContract", amount("largestContract")),
    ...present("turnover", amount("turnover")),
    ...present("members", whole("members")),
    ...present("staff", whole("staff")),
    ...present("foundedOn", text("foundedOn")),
    ...(ice?.ok === true ? { ice: ice.value } : {}),
    ...(lists.notHeld.includes("register")
      ? { register: null }
      : Object.keys(register).length === 0
        ? {}
        : { register }),
    ...present("taxCertificate", paper("taxUntil")),
    ...present("socialSecurityCertificate", paper("socialUntil")),
    ...present("sanitaryAuthorisation", paper("sanitaryUntil")),
    ...(lists.languages.length === 0 ? {} : { languages: lists.languages }),
    ...(form.listed ? { listed: true } : {}),
  };
  const read =
    errors.length > 0 ? null : acceptCooperative(document, (code) => territory.find(code) !== null);
  return { document, errors: [...errors, ...(read === null || read.ok ? [] : read.errors.map(toFormError))] };
};

const FIELD_OF: Readonly<Record<string, string>> = {
  taxCertificate: "taxUntil",
  socialSecurityCertificate: "socialUntil",
  sanitaryAuthorisation: "sanitaryUntil",
  register: "registeredOn",
  name: "nameAr",
};

const toFormError = ({ pointer, code }: InputError): FormError => {
  const name = pointer.split("/")[1] ?? "";
  const key =
    code === "format"
      ? "day"
      : code === "ICE_CHECK" || name === "ice"
        ? "ice"
        : code === "PLACE_UNKNOWN"
          ? "place"
          : "field";
  return { field: FIELD_OF[name] ?? name, key, text: "" };
};

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(textOf) : []);

/** A stored profile as its form shows it. */
export const formOf = (document: Document, nameOfPlace: (code: string) => string): ProfileForm => {
  const { name, register, largestContract, turnover } = document;
  const notHeld = [
    ...(register === null ? ["register"] : []),
    ...Object.entries(PAPERS).flatMap(([field, paper]) => (document[paper] === null ? [field] : [])),
  ];
  const until = (paper: string): string => textOf(record(document[paper])["validUntil"]);
  return {
    texts: {
      nameAr: textOf(record(name)["ar"]),
      nameFr: textOf(record(name)["fr"]),
      legalForm: textOf(document["legalForm"]),
      places: listOf(document["places"]).map(nameOfPlace).join("\n"),
      largestContract: textOf(record(largestContract)["amount"]),
      turnover: textOf(record(turnover)["amount"]),
      members: textOf(document["members"]),
      staff: textOf(document["staff"]),
      foundedOn: textOf(document["foundedOn"]),
      ice: textOf(document["ice"]),
      registerCourt: textOf(record(register)["court"]),
      registeredOn: textOf(record(register)["registeredOn"]),
      taxUntil: until("taxCertificate"),
      socialUntil: until("socialSecurityCertificate"),
      sanitaryUntil: until("sanitaryAuthorisation"),
    },
    lists: {
      sectors: listOf(document["sectors"]),
      families: listOf(document["families"]),
      languages: listOf(document["languages"]),
      notHeld,
    },
    listed: document["listed"] === true,
  };
};

/** An empty form. */
export const EMPTY_FORM: ProfileForm = formOf({ legalForm: "cooperative" }, (code) => code);
