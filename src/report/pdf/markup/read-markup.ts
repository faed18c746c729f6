import { parseFragment, type DefaultTreeAdapterTypes as Tree } from "parse5";
import type { Logo } from "../../letterhead/logo.ts";
import type { Block, BlockStyle, BoxBlock, Cell, TextBlock } from "../layout/block.ts";
import { blockStyle } from "../layout/style-sheet.ts";
import type { TextStyle } from "../text/inline-run.ts";
import { directionOf } from "../text/itemise.ts";
import type { Direction } from "../text/shape-text.ts";
import { markupProblem } from "./allowed-markup.ts";
import { readChart } from "./read-chart.ts";
import { readInline } from "./read-inline.ts";
import { attributeOf, isElement, isText, textOf } from "./tree.ts";

/** Language (BCP 47) and direction of the document. */
export interface Reader {
  readonly language: string;
  readonly direction: Direction;
  /** What a figure with an image shows. */
  readonly logo: Logo | null;
}

const BLOCK_TAGS = new Set([
  "section",
  "div",
  "blockquote",
  "h1",
  "h2",
  "h3",
  "p",
  "ul",
  "ol",
  "table",
  "figure",
]);
const ROLES: Readonly<Record<string, string>> = {
  section: "Sect",
  div: "Div",
  blockquote: "BlockQuote",
  h1: "H1",
  h2: "H2",
  h3: "H3",
  p: "P",
  li: "LBody",
  th: "TH",
  td: "TD",
};
const BOOKMARKS: Readonly<Record<string, number>> = { h2: 1, h3: 2 };

const roleOf = (tag: string): string => ROLES[tag] ?? "Div";

const elementsOf = (element: Tree.Element): readonly Tree.Element[] => element.childNodes.filter(isElement);

const isBlank = (node: Tree.ChildNode): boolean => isText(node) && node.value.trim() === "";

const styleOf = (element: Tree.Element, parent?: BlockStyle): BlockStyle =>
  blockStyle(element.tagName, attributeOf(element, "class") ?? "", parent);

const languageOf = (element: Tree.Element): { readonly language?: string } => {
  const language = attributeOf(element, "lang");
  return language === undefined ? {} : { language };
};

const directionIn = (element: Tree.Element, reader: Reader): Direction => {
  const given = attributeOf(element, "dir");
  if (given === "ltr" || given === "rtl") return given;
  return given === "auto" ? directionOf(textOf(element.childNodes), reader.direction) : reader.direction;
};

const inks = new WeakMap<BlockStyle, TextStyle>();

/** The style of the words of a block: its ground is painted once, behind all of them. */
const inkOf = (style: BlockStyle): TextStyle => {
  const known = inks.get(style);
  if (known !== undefined) return known;
  const { size, weight, colour } = style;
  const ink = { size, weight, colour };
  inks.set(style, ink);
  return ink;
};

const readText = (element: Tree.Element, style: BlockStyle, role: string, reader: Reader): TextBlock => {
  const direction = directionIn(element, reader);
  const language = attributeOf(element, "lang") ?? reader.language;
  const ink = inkOf(style);
  const bookmark = BOOKMARKS[element.tagName];
  return {
    kind: "text",
    style,
    role,
    direction,
    ...languageOf(element),
    ...readInline(element.childNodes, ink, direction, language),
    ...(bookmark !== undefined && { bookmark }),
  };
};

const holdsBlocks = (element: Tree.Element): boolean =>
  elementsOf(element).some(({ tagName }) => BLOCK_TAGS.has(tagName));

const readChildren = (element: Tree.Element, style: BlockStyle, reader: Reader): readonly Block[] => {
  const stray = element.childNodes.find(
    (node) => !isBlank(node) && !isElement(node) && node.nodeName !== "#comment",
  );
  if (stray !== undefined) throw new Error(`text outside a paragraph in <${element.tagName}>`);
  return elementsOf(element).map((child) => readBlock(child, style, reader));
};

/** Blocks inside, or the words themselves as one paragraph. */
const readContent = (element: Tree.Element, style: BlockStyle, reader: Reader): readonly Block[] => {
  if (element.childNodes.every(isBlank)) return [];
  if (holdsBlocks(element)) return readChildren(element, style, reader);
  const inner = blockStyle("", "", style);
  return [readText(element, inner, "P", reader)];
};

const readBox = (element: Tree.Element, style: BlockStyle, role: string, reader: Reader): BoxBlock => ({
  kind: "box",
  style,
  role,
  ...languageOf(element),
  isRow: style.shares !== undefined,
  children: readContent(element, style, reader),
});

const scopeOf = (element: Tree.Element): Cell["scope"] => {
  if (element.tagName !== "th") return null;
  return attributeOf(element, "scope") === "row" ? "Row" : "Column";
};

const readCell = (element: Tree.Element, table: BlockStyle, reader: Reader): Cell => {
  const style = styleOf(element, table);
  return {
    style,
    role: roleOf(element.tagName),
    ...languageOf(element),
    scope: scopeOf(element),
    span: Number(attributeOf(element, "colspan") ?? 1),
    content: readContent(element, style, reader),
  };
};

const readRows = (table: Tree.Element, section: string, style: BlockStyle, reader: Reader) =>
  elementsOf(table)
    .filter(({ tagName }) => tagName === section)
    .flatMap(elementsOf)
    .map((row) => elementsOf(row).map((cell) => readCell(cell, style, reader)));

const readTable = (element: Tree.Element, style: BlockStyle, reader: Reader): Block => ({
  kind: "table",
  style,
  role: "Table",
  head: readRows(element, "thead", style, reader),
  body: readRows(element, "tbody", style, reader),
});

const readList = (element: Tree.Element, style: BlockStyle, reader: Reader): Block => ({
  kind: "list",
  style,
  role: "L",
  isOrdered: element.tagName === "ol",
  items: elementsOf(element).map((item) => readBox(item, styleOf(item, style), "LBody", reader)),
});

const readBlock = (element: Tree.Element, parent: BlockStyle | undefined, reader: Reader): Block => {
  const problem = markupProblem(element.tagName, element.attrs);
  if (problem !== null) throw new Error(problem);
  const style = styleOf(element, parent);
  const { tagName: tag } = element;
  if (tag === "table") return readTable(element, style, reader);
  if (tag === "ul" || tag === "ol") return readList(element, style, reader);
  if (tag === "figure") {
    const alt = attributeOf(element, "aria-label") ?? "";
    const { logo } = reader;
    if (attributeOf(element, "data-image") !== undefined && logo !== null)
      return { kind: "image", style, role: "Figure", image: logo, alt };
    return { kind: "figure", style, role: "Figure", chart: readChart(element), alt };
  }
  if (tag === "section" || tag === "div" || tag === "blockquote")
    return readBox(element, style, roleOf(tag), reader);
  return readText(element, style, roleOf(tag), reader);
};

/** Reads the report's HTML into blocks; throws on a tag, attribute or class that is not on the list. */
export const readMarkup = (html: string, reader: Reader): readonly Block[] =>
  parseFragment(html)
    .childNodes.filter(isElement)
    .map((element) => readBlock(element, undefined, reader));
