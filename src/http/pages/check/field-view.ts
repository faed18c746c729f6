import { LIST_SEPARATOR } from "../../../domain/format.ts";
import { ask } from "../../../domain/explain.ts";
import type { LocalDate } from "../../../domain/local-date.ts";
import type { RuleBasis, Rulebook } from "../../../domain/rulebook.ts";
import type { Language } from "../../../domain/tender.ts";
import { ruleOf } from "../../../domain/explain.ts";
import { basisWords } from "../result/law-words.ts";
import type { PageWords } from "../../service.ts";
import { type Body, type FieldError, MOST_ROWS } from "./bind-form.ts";
import { displayValue } from "./display-value.ts";
import type { Field } from "./field.ts";
import type { Asked } from "./needed-fields.ts";
import { type Plain, valueAt } from "./places.ts";

export interface OptionView {
  readonly value: string;
  readonly label: string;
  readonly isChosen: boolean;
}

/** A field as the page shows it. */
export interface FieldView {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  /** The articles by which it is asked; empty when no rule asks. */
  readonly basis: string;
  readonly isSelect: boolean;
  readonly isArea: boolean;
  readonly isSet: boolean;
  readonly isRows: boolean;
  readonly type: string;
  readonly hint: string;
  readonly direction: string;
  readonly isRequired: boolean;
  readonly value: string;
  readonly error: string | null;
  readonly options: readonly OptionView[];
  readonly columns: readonly { readonly label: string }[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly FieldView[] }[];
}

/** What the form is shown from. */
export interface FormState {
  readonly document: Plain;
  /** What was typed, so that nothing of it is lost when it cannot be read. */
  readonly body: Body | null;
  readonly errors: readonly FieldError[];
}

/** What a field is shown with. */
export interface Showing extends FormState {
  readonly rulebook: Rulebook;
  readonly language: Language;
  readonly words: PageWords;
  readonly asked: Asked;
  /** The day whose law is shown beside the fields. */
  readonly on: LocalDate;
}

const BASES_SHOWN = 2;
const HINTS: Readonly<Record<string, string>> = {
  amount: "hintAmount",
  moment: "hintMoment",
  share: "hintShare",
};

const idOf = (name: string): string => `f${name.replaceAll("/", "-")}`;

const optionLabel = (option: string, { rulebook: { common }, language, words }: Showing): string =>
  words[`opt_${option}`] ??
  (common.procedures[option] ?? common.stages[option] ?? common.sectors[option] ?? common.families[option])?.[
    language
  ] ??
  option;

/** A choice, with "unknown" as its first answer. */
const optionsOf = ({ kind, options = [] }: Field, value: string, showing: Showing): readonly OptionView[] => {
  const values = kind === "flag" ? ["yes", "no"] : kind === "choice" ? options : [];
  if (values.length === 0) return [];
  return ["", ...values].map((each) => ({
    value: each,
    label: each === "" ? (showing.words["unknownAnswer"] ?? "") : optionLabel(each, showing),
    isChosen: each === value,
  }));
};

/** The rulebook's own question for the place, or for what holds it. */
const labelOf = ({ pointer }: Field, { rulebook, language, words }: Showing): string => {
  const own = words[`field_${pointer}`];
  if (own !== undefined) return own;
  const asked = ask(pointer, rulebook, language);
  const isAsked = rulebook.questions.some((question) => question.pointer === pointer);
  const holder = pointer.slice(0, pointer.lastIndexOf("/"));
  return isAsked ? asked : ask(holder, rulebook, language);
};

const holdsOn =
  (on: LocalDate) =>
  ({ from, until }: RuleBasis): boolean =>
    (from === undefined || from <= on) && (until === undefined || on < until);

const basisOf = (field: Field, { asked, on, rulebook, language, words }: Showing): string => {
  const bases = asked(field).flatMap((id) => ruleOf(rulebook, id)?.legalBasis.find(holdsOn(on)) ?? []);
  const said = bases.map((basis) => basisWords(basis, rulebook, language, words, false));
  return [...new Set(said)].slice(0, BASES_SHOWN).join(LIST_SEPARATOR[language]);
};

const errorOf = (name: string, { errors, words }: Showing): string | null => {
  const found = errors.find((error) => error.name === name);
  return found === undefined ? null : (words[`bad_${found.problem}`] ?? words["bad_OTHER"] ?? found.problem);
};

/** A field of one value; `of`: the document, or the row, that holds it. */
const oneView = (field: Field, prefix: string, of: unknown, label: string, showing: Showing): FieldView => {
  const name = prefix + field.pointer;
  const kept = displayValue(field, valueAt(of, field.pointer));
  const value = showing.body?.[name] ?? kept;
  const hint = HINTS[field.kind];
  return {
    id: idOf(name),
    name,
    label,
    basis: "",
    isSelect: field.kind === "flag" || field.kind === "choice",
    isArea: field.kind === "area",
    isSet: false,
    isRows: false,
    type: field.kind === "day" ? "date" : "text",
    hint: hint === undefined ? "" : (showing.words[hint] ?? ""),
    direction: field.direction ?? (field.kind === "text" || field.kind === "area" ? "auto" : "ltr"),
    isRequired: field.isRequired ?? false,
    value,
    error: errorOf(name, showing),
    options: optionsOf(field, value, showing),
    columns: [],
    rows: [],
  };
};

const knownOptions = (isKnown: boolean, showing: Showing): readonly OptionView[] =>
  [false, true].map((each) => ({
    value: each ? "known" : "",
    label: showing.words[each ? "listKnown" : "unknownAnswer"] ?? "",
    isChosen: each === isKnown,
  }));

const setView = (field: Field, showing: Showing): FieldView => {
  const given = valueAt(showing.document, field.pointer);
  const ticked = Array.isArray(given) ? (given as readonly unknown[]) : [];
  const options = (field.options ?? []).map((option) => ({
    value: option,
    label: optionLabel(option, showing),
    isChosen: ticked.includes(option),
  }));
  const base = oneView(field, "", showing.document, labelOf(field, showing), showing);
  const known = knownOptions(Array.isArray(given), showing);
  return {
    ...base,
    isSet: true,
    options,
    rows: [],
    columns: [],
    value: known[1]?.isChosen === true ? "known" : "",
  };
};

const columnLabel = (list: string, { pointer }: Field, { words }: Showing): string =>
  words[`col_${list}${pointer}`] ?? words[`col${pointer}`] ?? pointer;

const rowsView = (field: Field, showing: Showing): FieldView => {
  const given = valueAt(showing.document, field.pointer);
  const items: readonly unknown[] = Array.isArray(given) ? given : [];
  const columns = (field.columns ?? []).map((column) => ({
    column,
    label: columnLabel(field.pointer, column, showing),
  }));
  // One empty row to go on with.
  const count = Math.min(items.length + 1, MOST_ROWS);
  const rows = Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    cells: columns.map(({ column, label }) => {
      const prefix = `${field.pointer}/${index}`;
      return oneView(column, prefix, items[index], `${label} (${index + 1})`, showing);
    }),
  }));
  const base = oneView(field, "", showing.document, labelOf(field, showing), showing);
  return {
    ...base,
    isRows: true,
    options: knownOptions(Array.isArray(given), showing),
    columns: columns.map(({ label }) => ({ label })),
    rows,
  };
};

/** A field with what stands in it, and the articles by which it is asked. */
export const fieldView = (field: Field, showing: Showing): FieldView => {
  const basis = basisOf(field, showing);
  if (field.kind === "rows") return { ...rowsView(field, showing), basis };
  if (field.kind === "set") return { ...setView(field, showing), basis };
  return { ...oneView(field, "", showing.document, labelOf(field, showing), showing), basis };
};
