import { join } from "node:path";
import { projectRoot } from "../paths.ts";
import type { Logo } from "./letterhead/logo.ts";
import type { Letterhead } from "./letterhead/read-letterhead.ts";
import { compileTemplates, type Template } from "./templates/load-templates.ts";
import { sourcesIn, withOwn } from "./templates/template-sources.ts";

/** What reports are printed with: checked templates, and the commune's logo when it has one. */
export interface Press {
  readonly templates: ReadonlyMap<string, Template>;
  readonly logo: Logo | null;
}

/** The product's templates, with what a commune puts in their place; throws a TemplateError when one is not allowed. */
export const openPress = (letterhead: Letterhead | null): Press => {
  const folder = join(projectRoot, "templates/reports");
  const logo = letterhead?.logo ?? null;
  const templates = compileTemplates({
    pages: withOwn(sourcesIn(folder), letterhead?.pages ?? []),
    partials: withOwn(sourcesIn(join(folder, "partials")), letterhead?.partials ?? []),
    hasLogo: logo !== null,
  });
  return { templates, logo };
};

let own: Press | null = null;

/** The product's own templates alone, opened at the first use. */
export const ownPress = (): Press => {
  own ??= openPress(null);
  return own;
};

/** A template by its name. */
export const templateOf = ({ templates }: Press, name: string): Template => {
  const template = templates.get(name);
  if (template === undefined) throw new Error(`templates/reports has no ${name}.hbs`);
  return template;
};
