import { parseFragment, type DefaultTreeAdapterTypes as Tree, type ParserError } from "parse5";
import { markupProblem } from "../pdf/markup/allowed-markup.ts";
import { isElement } from "../pdf/markup/tree.ts";
import { TemplateError } from "./template-error.ts";

/** The markup alone: what the template fills in becomes blanks, so that each place stays what it is. */
const withoutExpressions = (source: string): string =>
  source.replaceAll(/\{\{!--[\s\S]*?--\}\}|\{\{\{?[\s\S]*?\}?\}\}/g, (expression) =>
    expression.replaceAll(/[^\n]/g, " "),
  );

const checkElement = (element: Tree.Element, file: string, hasLogo: boolean): void => {
  const { startLine = 1, startCol = 1 } = element.sourceCodeLocation ?? {};
  const lacksLogo = !hasLogo && element.attrs.some(({ name }) => name === "data-image");
  const problem = lacksLogo
    ? "there is no logo.png or logo.jpg"
    : markupProblem(element.tagName, element.attrs);
  if (problem !== null) throw new TemplateError(file, startLine, startCol, problem);
  for (const child of element.childNodes) if (isElement(child)) checkElement(child, file, hasLogo);
};

/** The tag that opens the markup: rows alone are read as inside a table, not dropped. */
const contextOf = (source: string): string | null => /<([a-z][a-z0-9]*)/.exec(source)?.[1] ?? null;

const WRAPPERS: Readonly<Record<string, readonly [string, string]>> = {
  tr: ["<table><tbody>", "</tbody></table>"],
  td: ["<table><tbody><tr>", "</tr></tbody></table>"],
  th: ["<table><tbody><tr>", "</tr></tbody></table>"],
};

/** Refuses a tag or attribute that is not on the list, and broken HTML, with its place. */
export const checkMarkup = (source: string, file: string, hasLogo: boolean): void => {
  const html = withoutExpressions(source);
  const [before, after] = WRAPPERS[contextOf(html) ?? ""] ?? ["", ""];
  const refuse = ({ code, startLine, startCol }: ParserError): never => {
    throw new TemplateError(file, startLine, startCol, `broken HTML: ${code}`);
  };
  const fragment = parseFragment(`${before}${html}${after}`, {
    sourceCodeLocationInfo: true,
    onParseError: refuse,
  });
  for (const node of fragment.childNodes) if (isElement(node)) checkElement(node, file, hasLogo);
};
