import { type DefaultTreeAdapterTypes as Tree, parse } from "parse5";

/** An element of a saved page: its id, its text, and the element after it. */
export interface PageElement {
  readonly name: string;
  readonly id: string;
  /** Visible text, with one space where there were several. */
  readonly text: string;
  readonly next: PageElement | null;
  readonly hasChildren: boolean;
}

const HIDDEN: ReadonlySet<string> = new Set(["script", "style", "noscript", "template", "head", "option"]);

const isElement = (node: Tree.Node): node is Tree.Element => "tagName" in node;
const childrenOf = (node: Tree.Node): readonly Tree.Node[] => ("childNodes" in node ? node.childNodes : []);

/** The text below a node, without recursion: a page may nest as deep as it likes. */
const textOf = (root: Tree.Node): string => {
  const stack: Tree.Node[] = [root];
  const parts: string[] = [];
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === undefined || (isElement(node) && HIDDEN.has(node.tagName))) continue;
    if (node.nodeName === "#text" && "value" in node) parts.push(node.value);
    else if (isElement(node) && /^(?:br|p|div|tr|li|td|th)$/.test(node.tagName)) parts.push(" ");
    stack.push(...childrenOf(node).toReversed());
  }
  return parts
    .join("")
    .replaceAll(/[\s\u00A0]+/g, " ")
    .trim();
};

/** Characters of text that is looked at as a label or a value; a longer one is a container. */
const LONGEST = 5000;

const toPageElement = (element: Tree.Element, siblings: readonly Tree.Element[]): PageElement => {
  const following = siblings[siblings.indexOf(element) + 1];
  return {
    name: element.tagName,
    id: element.attrs.find(({ name }) => name === "id")?.value ?? "",
    text: textOf(element).slice(0, LONGEST),
    next: following === undefined ? null : toPageElement(following, []),
    hasChildren: childrenOf(element).some(isElement),
  };
};

/** The elements of a page that carry an id or hold text of their own, in the order of the page. */
export const pageElements = (html: string): readonly PageElement[] => {
  const found: PageElement[] = [];
  const stack: Tree.Node[] = [parse(html)];
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === undefined || (isElement(node) && HIDDEN.has(node.tagName))) continue;
    const elements = childrenOf(node).filter(isElement);
    for (const element of elements) {
      const isLabel = childrenOf(element).every((child) => !isElement(child) || INLINE.has(child.tagName));
      const hasId = element.attrs.some(({ name }) => name === "id");
      if (!HIDDEN.has(element.tagName) && (isLabel || hasId)) found.push(toPageElement(element, elements));
    }
    stack.push(...elements.toReversed());
  }
  return found;
};

const INLINE: ReadonlySet<string> = new Set([
  "span",
  "b",
  "strong",
  "em",
  "i",
  "label",
  "a",
  "abbr",
  "sup",
  "br",
]);
