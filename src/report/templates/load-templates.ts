import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Handlebars from "handlebars";
import type { Said } from "../view/printer.ts";
import { checkExpressions, HELPERS, parseTemplate } from "./check-expressions.ts";
import { checkMarkup } from "./check-markup.ts";

/** Fills one template with a view. */
export type Template = (view: object) => string;

interface Source {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

const OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries([...HELPERS].map((helper) => [helper, true])),
} as const;

const escape = Handlebars.escapeExpression;

/** A figure, reference, hash or address: never turned around by the text it stands in. */
const ref = (text: unknown): Handlebars.SafeString =>
  new Handlebars.SafeString(`<bdi dir="ltr">${escape(String(text))}</bdi>`);

/** A user's text: isolated, in its own language. */
const said = ({ text, language }: Said): Handlebars.SafeString => {
  const lang = language === null ? "" : ` lang="${language}"`;
  return new Handlebars.SafeString(`<bdi dir="auto"${lang}>${escape(text)}</bdi>`);
};

const sourcesIn = (folder: string): readonly Source[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".hbs"))
    .toSorted()
    .map((file) => ({
      name: basename(file, ".hbs"),
      file,
      text: readFileSync(join(folder, file), "utf8"),
    }));

const check = (source: Source, partials: ReadonlySet<string>): void => {
  checkExpressions(parseTemplate(source.text, source.file), source.file, partials);
  checkMarkup(source.text, source.file);
};

/**
 * Loads every template of a folder and its `partials`; throws a TemplateError with file, line and column when
 * one of them uses a tag, attribute, helper, partial or path that is not allowed.
 */
export const loadTemplates = (folder: string): ReadonlyMap<string, Template> => {
  const environment = Handlebars.create();
  environment.registerHelper({ ref, said });
  const pages = sourcesIn(folder);
  const partials = sourcesIn(join(folder, "partials"));
  const names = new Set(partials.map(({ name }) => name));
  for (const source of [...pages, ...partials]) check(source, names);
  for (const { name, text } of partials)
    environment.registerPartial(name, environment.compile(text, OPTIONS));
  return new Map(pages.map(({ name, text }) => [name, environment.compile<object>(text, OPTIONS)]));
};
