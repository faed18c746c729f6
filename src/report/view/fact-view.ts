import type { Evidence, EvidenceValue } from "../../domain/finding.ts";
import type { Language } from "../../domain/tender.ts";
import type { Document } from "../../usecases/ports.ts";
import type { ReportWords } from "../report-words.ts";
import type { Printer, Said } from "./printer.ts";
import { factLocale, type ReportLocale } from "./report-locale.ts";

/** A fact as it was read in the file: what it is, what was read, and where. */
export interface FactView {
  readonly label: string;
  readonly value: Said;
  /** JSON Pointer into the document. */
  readonly pointer: string;
}

/** What facts are named by: the words of one language, and the document they stand in. */
export interface FactReading {
  readonly printer: Printer;
  readonly words: ReportWords;
  readonly document: Document;
}

const isIndex = (part: string): boolean => /^\d+$/.test(part);

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** An element is called by its own id, else by its place, counted from 1. */
const nameOf = (parts: readonly string[], document: Document): string => {
  const id = memberOf(
    parts.reduce<unknown>((value, part) => memberOf(value, part), document),
    "id",
  );
  return typeof id === "string" ? id : String(Number(parts.at(-1)) + 1);
};

/** The fields after the last element of a list; those of a lot or an award are named as the tender's own. */
const fieldKey = (parts: readonly string[]): string => {
  const pattern = parts.map((part) => (isIndex(part) ? "*" : part)).join(".");
  return pattern.replace(/^lots\.\*\./, "").replace(/^awards\.\*\./, "award.");
};

const languageAt = (pointer: string): Language | undefined =>
  /\/(ar|fr|en)$/.exec(pointer)?.[1] as Language | undefined;

/** A field by its name; a text that has several languages, with the name of the language: `Objet (arabe)`. */
const fieldLabel = (parts: readonly string[], locale: ReportLocale): string | undefined => {
  const language = languageAt(`/${parts.at(-1)}`);
  const word = locale[fieldKey(language === undefined ? parts : parts.slice(0, -1))];
  return language === undefined || word === undefined ? word : `${word} (${locale[`=language.${language}`]})`;
};

/** A fact by its pointer, in words: `Lot 2 — Estimation`; the pointer itself where there are none. */
export const factLabel = (pointer: string, { printer, document }: FactReading): string => {
  const locale = factLocale(printer.language);
  const parts = pointer.split("/").slice(1);
  const heads = parts.flatMap((part, index) => {
    const list = parts.slice(0, index + 1).map((each) => (isIndex(each) ? "*" : each));
    const word = isIndex(part) ? locale[list.join(".")] : undefined;
    const name = printer.said(nameOf(parts.slice(0, index + 1), document)).text;
    return word === undefined ? [] : [word.replace("{n}", printer.isolated(name))];
  });
  const own = isIndex(parts.at(-1) ?? "") ? undefined : fieldLabel(parts, locale);
  const label = [...heads, ...(own === undefined ? [] : [own])].join(" — ");
  return label === "" || (own === undefined && heads.length === 0) ? pointer : label;
};

const numberAt = (pointer: string, value: number, printer: Printer): string => {
  if (/(amount|Amount|Turnover|fileFee)$/.test(pointer)) return printer.amount(value);
  return /(share|vatRate)$/i.test(pointer) ? printer.share(value) : printer.number(value);
};

const isDate = (value: string): boolean => /^\d{4}-\d\d-\d\d(T|$)/.test(value);

const SINGULAR: Readonly<Record<string, string>> = {
  legalForms: "legalForm",
  languages: "language",
  lots: "family",
  title: "family",
};

/** A code of the format in words; undefined for a text of the user's. */
const codeWord = (pointer: string, code: string, { printer, words }: FactReading): string | undefined => {
  const field = pointer.split("/").findLast((part) => !isIndex(part)) ?? "";
  if (field === "procedure") return words.procedures[code];
  if (field === "sector") return words.sectors[code];
  if (field === "stage") return words.stages[code];
  return factLocale(printer.language)[`=${SINGULAR[field] ?? field}.${code}`];
};

const textValue = (pointer: string, value: string, reading: FactReading): Said => {
  const { printer } = reading;
  const word = codeWord(pointer, value, reading);
  if (word !== undefined) return { text: word, language: printer.language };
  return isDate(value)
    ? { text: printer.moment(value), language: printer.language }
    : printer.said(value, languageAt(pointer));
};

/** Of a list, an item in the letters of another language: it must not draw the next one to itself. */
const isolatedItem = ({ text }: Said): string => `\u2068${text}\u2069`;

/** A value of the document in words and figures. */
export const factValue = (pointer: string, value: EvidenceValue, reading: FactReading): Said => {
  const { printer } = reading;
  const own = (text: string): Said => ({ text, language: printer.language });
  if (typeof value === "boolean") return own(printer.word(value ? "yes" : "no"));
  if (typeof value === "number") return own(numberAt(pointer, value, printer));
  if (typeof value === "string")
    return value.trim() === "" ? own(printer.word("nothing")) : textValue(pointer, value, reading);
  const items = value.map((each) => textValue(pointer, each, reading));
  if (items.length === 0) return own(printer.word("nothing"));
  const language = items.every((item) => item.language === printer.language) ? printer.language : null;
  const texts = items.map((item) => (item.language === printer.language ? item.text : isolatedItem(item)));
  return { text: texts.join(printer.word("comma")), language };
};

/** What a check read, as a person calls it. */
export const factView = ({ pointer, value }: Evidence, reading: FactReading): FactView => ({
  label: factLabel(pointer, reading),
  value: factValue(pointer, value, reading),
  pointer,
});
