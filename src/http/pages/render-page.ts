import { readFileSync } from "node:fs";
import { join } from "node:path";
import Handlebars from "handlebars";
import { projectRoot } from "../../paths.ts";

const engine = Handlebars.create();
engine.registerHelper("colon", (language: unknown) => (language === "fr" ? "\u00A0: " : ": "));

const compiled = new Map<string, Handlebars.TemplateDelegate>();

/** Templates come from our own folder alone; values are escaped and prototypes out of reach. */
const templateOf = (name: string): Handlebars.TemplateDelegate => {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const source = readFileSync(join(projectRoot, "templates/pages", `${name}.hbs`), "utf8");
  const template = engine.compile(source, {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: { colon: true },
  });
  compiled.set(name, template);
  return template;
};

/** A page as HTML. */
export const renderPage = (name: string, view: object): string => templateOf(name)(view);
