import { join } from "node:path";
import { projectRoot } from "../paths.ts";
import { loadTemplates, type Template } from "./templates/load-templates.ts";

let loaded: ReadonlyMap<string, Template> | null = null;

/** A template of the report by name; all are loaded and checked at the first use. */
export const reportTemplate = (name: string): Template => {
  loaded ??= loadTemplates(join(projectRoot, "templates/reports"));
  const template = loaded.get(name);
  if (template === undefined) throw new Error(`templates/reports has no ${name}.hbs`);
  return template;
};
