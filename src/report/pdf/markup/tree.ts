import type { DefaultTreeAdapterTypes as Tree } from "parse5";

export const isText = (node: Tree.ChildNode): node is Tree.TextNode => node.nodeName === "#text";
export const isElement = (node: Tree.ChildNode): node is Tree.Element => "tagName" in node;

/** The value of an attribute; undefined when it is not there or blank. */
export const attributeOf = (element: Tree.Element, name: string): string | undefined => {
  const value = element.attrs.find((attribute) => attribute.name === name)?.value.trim();
  return value === "" ? undefined : value;
};

/** All the text inside, as it stands. */
export const textOf = (nodes: readonly Tree.ChildNode[]): string =>
  nodes.map((node) => (isText(node) ? node.value : isElement(node) ? textOf(node.childNodes) : "")).join("");
