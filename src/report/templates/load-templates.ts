import { join } from "node:path";
import Handlebars from "handlebars";
import type { Said } from "../view/printer.ts";
import { checkExpressions, HELPERS, parseTemplate } from "./check-expressions.ts";
import { checkMarkup } from "./check-markup.ts";
import { TemplateError } from "./template-error.ts";
import { type Source, sourcesIn } from "./template-sources.ts";

/** Fills one template with a view. */
export type Template = (view: object) => string;

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

/** What templates may count on beyond their folder. */
export interface TemplateSet {
  readonly pages: readonly Source[];
  readonly partials: readonly Source[];
  readonly hasLogo: boolean;
}

const check = (source: Source, partials: ReadonlySet<string>, hasLogo: boolean): void => {
  checkExpressions(parseTemplate(source.text, source.file), source.file, partials);
  checkMarkup(source.text, source.file, hasLogo);
};

/** A value that the view lacks is found when the template is filled: Handlebars names the place at the end. */
const placed = (error: unknown, source: Source, partials: readonly Source[]): unknown => {
  const [, name, line, column] = /"(\w+)" not defined in .* - (\d+):(\d+)$/.exec(String(error)) ?? [];
  if (name === undefined) return error;
  const file = [source, ...partials].find(({ text }) =>
    (text.split("\n")[Number(line) - 1] ?? "").slice(Number(column)).includes(name),
  );
  return new TemplateError(
    file?.file ?? source.file,
    Number(line),
    Number(column) + 1,
    `there is no "${name}" here`,
  );
};

/**
 * Compiles templates; throws a TemplateError with file, line and column when one of them uses a tag, attribute,
 * helper, partial or path that is not allowed.
 */
export const compileTemplates = ({
  pages,
  partials,
  hasLogo,
}: TemplateSet): ReadonlyMap<string, Template> => {
  const environment = Handlebars.create();
  environment.registerHelper({ ref, said });
  const names = new Set(partials.map(({ name }) => name));
  for (const source of [...pages, ...partials]) check(source, names, hasLogo);
  for (const { name, text } of partials)
    environment.registerPartial(name, environment.compile(text, OPTIONS));
  const filled = (source: Source): Template => {
    const template = environment.compile<object>(source.text, OPTIONS);
    return (view) => {
      try {
        return template(view);
      } catch (error) {
        throw placed(error, source, partials);
      }
    };
  };
  return new Map(pages.map((source) => [source.name, filled(source)]));
};

/** Compiles every template of a folder and its `partials`. */
export const loadTemplates = (folder: string): ReadonlyMap<string, Template> =>
  compileTemplates({
    pages: sourcesIn(folder),
    partials: sourcesIn(join(folder, "partials")),
    hasLogo: false,
  });
