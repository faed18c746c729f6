import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Handlebars from "handlebars";
import { isolateWritten } from "../../domain/format.ts";
import { projectRoot } from "../../paths.ts";

const FOLDER = join(projectRoot, "templates/pages");
const OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { colon: true, fill: true, written: true },
} as const;

const engine = Handlebars.create();
engine.registerHelper("colon", (language: unknown) => (language === "fr" ? "\u00A0: " : ": "));
/** A user's text whose numbers and references keep their order among Arabic words. */
engine.registerHelper("written", (text: string | null) => isolateWritten(text ?? ""));
/** Words with their {places} filled by name. */
engine.registerHelper("fill", (text: unknown, { hash }: Handlebars.HelperOptions) =>
  String(text).replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value: unknown = (hash as Record<string, unknown>)[name];
    return typeof value === "string" || typeof value === "number" ? String(value) : whole;
  }),
);

const read = (path: string): string => readFileSync(join(FOLDER, path), "utf8");

for (const file of readdirSync(join(FOLDER, "partials")))
  engine.registerPartial(file.replace(".hbs", ""), engine.compile(read(`partials/${file}`), OPTIONS));

const compiled = new Map<string, Handlebars.TemplateDelegate>();

/** Templates come from our own folder alone; values are escaped and prototypes out of reach. */
const templateOf = (name: string): Handlebars.TemplateDelegate => {
  const known = compiled.get(name) ?? engine.compile(read(`${name}.hbs`), OPTIONS);
  compiled.set(name, known);
  return known;
};

/** A page as HTML. */
export const renderPage = (name: string, view: object): string => templateOf(name)(view);
