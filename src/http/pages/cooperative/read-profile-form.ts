import { PROFILE_FORMS } from "../../../domain/cooperative.ts";
import type { Territory } from "../../../domain/territory.ts";
import type { InputError } from "../../../intake/input-error.ts";
import { readAmount } from "../../../intake/printed/read-amount.ts";
import { readIce } from "../../../intake/printed/read-ice.ts";
import { acceptCooperative } from "../../../intake/read-cooperative.ts";
import type { Document } from "../../../usecases/ports.ts";
import { PAPERS, type ProfileForm, type TextName } from "./profile-form.ts";

/** Something that could not be read: the field, the word for it, what was typed. */
export interface FormError {
  readonly field: string;
  readonly key: string;
  readonly text: string;
}

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

/** What is unknown has no place in the document. */
const given = (members: Readonly<Record<string, unknown>>): Document =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

const orUnknown = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

/** Reads what was typed, field by field, and remembers what could not be read. */
class Typed {
  readonly errors: FormError[] = [];
  readonly #texts: ProfileForm["texts"];

  constructor(texts: ProfileForm["texts"]) {
    this.#texts = texts;
  }

  wrong(field: string, key: string, text: string): undefined {
    this.errors.push({ field, key, text: text.slice(0, 100) });
    return undefined;
  }

  text(name: TextName): string | undefined {
    return this.#texts[name] === "" ? undefined : this.#texts[name];
  }

  amount(name: TextName): object | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const read = readAmount(text);
    return read.ok ? { amount: read.value.centimes / 100 } : this.wrong(name, "amount", text);
  }

  whole(name: TextName): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    return /^\d{1,5}$/.test(text) ? Number(text) : this.wrong(name, "number", text);
  }

  ice(): string | undefined {
    const text = this.text("ice");
    if (text === undefined) return undefined;
    const read = readIce(text);
    return read.ok ? read.value : this.wrong("ice", "ice", text);
  }

  names(): Document {
    const names = given({ ar: this.text("nameAr"), fr: this.text("nameFr") });
    if (Object.keys(names).length === 0) this.wrong("nameAr", "name", "");
    return names;
  }

  places(territory: Territory): readonly string[] {
    const named = (this.text("places") ?? "").split(/[\n;،,]/).map((each) => each.trim());
    return named
      .filter((each) => each !== "")
      .flatMap((each) => placeIn(each, territory) ?? this.wrong("places", "place", each) ?? []);
  }
}

const registerIn = (typed: Typed): Document | undefined => {
  const register = given({ court: typed.text("registerCourt"), registeredOn: typed.text("registeredOn") });
  return Object.keys(register).length === 0 ? undefined : register;
};

/** A paper: null, it is not held; undefined, nothing is known of it. */
const papersIn = (typed: Typed, notHeld: readonly string[]): Document =>
  Object.fromEntries(
    Object.entries(PAPERS).map(([field, paper]) => {
      const until = typed.text(field as keyof typeof PAPERS);
      if (notHeld.includes(field)) return [paper, null];
      return [paper, until === undefined ? undefined : { validUntil: until }];
    }),
  );

const profileIn = (typed: Typed, { texts, lists, listed }: ProfileForm, territory: Territory): Document =>
  given({
    name: typed.names(),
    legalForm: PROFILE_FORMS.find((each) => each === texts.legalForm) ?? texts.legalForm,
    sectors: orUnknown(lists.sectors),
    families: orUnknown(lists.families),
    places: orUnknown(typed.places(territory)),
    largestContract: typed.amount("largestContract"),
    turnover: typed.amount("turnover"),
    members: typed.whole("members"),
    staff: typed.whole("staff"),
    foundedOn: typed.text("foundedOn"),
    ice: typed.ice(),
    register: lists.notHeld.includes("register") ? null : registerIn(typed),
    ...papersIn(typed, lists.notHeld),
    languages: orUnknown(lists.languages),
    listed: listed ? true : undefined,
  });

const FIELD_OF: Readonly<Record<string, string>> = {
  taxCertificate: "taxUntil",
  socialSecurityCertificate: "socialUntil",
  sanitaryAuthorisation: "sanitaryUntil",
  register: "registeredOn",
  name: "nameAr",
};

/** The word for what the format says of a field, by its code. */
const KEY_OF: Readonly<Record<string, string>> = { format: "day", ICE_CHECK: "ice", PLACE_UNKNOWN: "place" };

const toFormError = ({ pointer, code }: InputError): FormError => {
  const name = pointer.split("/")[1] ?? "";
  const key = KEY_OF[code] ?? (name === "ice" ? "ice" : "field");
  return { field: FIELD_OF[name] ?? name, key, text: "" };
};

/** Reads a form into a profile's document, or tells every field that could not be read. */
export const documentOf = (
  form: ProfileForm,
  territory: Territory,
): { readonly document: Document; readonly errors: readonly FormError[] } => {
  const typed = new Typed(form.texts);
  const document = profileIn(typed, form, territory);
  if (typed.errors.length > 0) return { document, errors: typed.errors };
  const read = acceptCooperative(document, (code) => territory.find(code) !== null);
  return { document, errors: read.ok ? [] : read.errors.map(toFormError) };
};
