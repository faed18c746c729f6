import type { Request } from "express";
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
export type TextName = (typeof TEXTS)[number];
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

/** The papers of a profile, by the field that says until when they hold. */
export const PAPERS = {
  taxUntil: "taxCertificate",
  socialUntil: "socialSecurityCertificate",
  sanitaryUntil: "sanitaryAuthorisation",
} as const;

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
