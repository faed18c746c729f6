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

/** Characters of text that is looked at as a label or a value; a longer one is a container. */
const LONGEST = 5000;
/** What is read of one element before spaces are drawn together, and how many nodes: every element is read. */
const MOST_RAW = 4 * LONGEST;
const MOST_NODES = 400;
/** Those of the portal have some eighty characters. */
const LONGEST_ID = 200;

const ownText = (node: Tree.Node): string => {
  if (node.nodeName === "#text" && "value" in node) return node.value.slice(0, MOST_RAW);
  return isElement(node) && /^(?:br|p|div|tr|li|td|th)$/.test(node.tagName) ? " " : "";
};

/** The beginning of the text below a node, without recursion: a page may nest as deep as it likes. */
const textOf = (root: Tree.Node): string => {
  const stack: Tree.Node[] = [root];
  let text = "";
  for (let nodes = 0; stack.length > 0 && nodes < MOST_NODES && text.length < MOST_RAW; nodes += 1) {
    const node = stack.pop();
    if (node === undefined || (isElement(node) && HIDDEN.has(node.tagName))) continue;
    text += ownText(node);
    stack.push(...childrenOf(node).slice(0, MOST_NODES).toReversed());
  }
  return text
    .replaceAll(/[\s\u00A0]+/g, " ")
    .trim()
    .slice(0, LONGEST);
};

const idOf = ({ attrs }: Tree.Element): string => {
  const id = attrs.find(({ name }) => name === "id")?.value ?? "";
  return id.length > LONGEST_ID ? "" : id;
};

const toPageElement = (element: Tree.Element, following: Tree.Element | undefined): PageElement => ({
  name: element.tagName,
  id: idOf(element),
  text: textOf(element),
  next: following === undefined ? null : toPageElement(following, undefined),
  hasChildren: childrenOf(element).some(isElement),
});

/** The elements of a page that carry an id or hold text of their own, in the order of the page. */
export const pageElements = (html: string): readonly PageElement[] => {
  const found: PageElement[] = [];
  const stack: Tree.Node[] = [parse(html)];
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === undefined || (isElement(node) && HIDDEN.has(node.tagName))) continue;
    const elements = childrenOf(node).filter(isElement);
    for (const [place, element] of elements.entries()) {
      const isLabel = childrenOf(element).every((child) => !isElement(child) || INLINE.has(child.tagName));
      const hasId = element.attrs.some(({ name }) => name === "id");
      if (!HIDDEN.has(element.tagName) && (isLabel || hasId))
        found.push(toPageElement(element, elements[place + 1]));
    }
    // One by one: a call takes only so many arguments, and a page may have more elements side by side.
    for (const element of elements.toReversed()) stack.push(element);
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
