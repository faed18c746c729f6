import type { DefaultTreeAdapterTypes as Tree } from "parse5";
import type { Part } from "../layout/block.ts";
import { inlineStyle } from "../layout/style-sheet.ts";
import type { InlineRun, TextStyle } from "../text/inline-run.ts";
import { normaliseText, withFrenchSpaces, withWholeNumbers } from "../text/normalise-text.ts";
import type { Direction } from "../text/shape-text.ts";
import { markupProblem } from "./allowed-markup.ts";
import { attributeOf, isElement, isText } from "./tree.ts";

const PDI = "\u2069";
const ISOLATES: Readonly<Record<string, string>> = { ltr: "\u2066", rtl: "\u2067" };
const FIRST_STRONG = "\u2068";

/** The inline content of one block. */
export interface Inline {
  readonly runs: readonly InlineRun[];
  readonly parts: readonly Part[];
}

interface Reading {
  readonly base: Direction;
  readonly language: string;
  readonly runs: InlineRun[];
  readonly parts: Part[];
}

/** How words are set: inherited from the elements around them. */
interface Manner {
  readonly style: TextStyle;
  readonly part: number;
  readonly isReference: boolean;
}

const NOT_COLLAPSED = / {2}|[\t\n\r\f]/;

const endsInSpace = (runs: readonly InlineRun[]): boolean => /(^|[ \n])$/.test(runs.at(-1)?.text ?? "");

const addRun = (text: string, manner: Manner, { runs }: Reading): void => {
  if (text !== "") runs.push({ text, ...manner });
};

/** `fr` says of `fr-MA` nothing new. */
const isIn = (language: string, other: string): boolean =>
  other === language || other.startsWith(`${language}-`);

const addText = (value: string, manner: Manner, reading: Reading): void => {
  const collapsed = NOT_COLLAPSED.test(value) ? value.replaceAll(/[ \t\n\r\f]+/g, " ") : value;
  const normal = normaliseText(endsInSpace(reading.runs) ? collapsed.replace(/^ /, "") : collapsed);
  const text = withWholeNumbers(normal);
  addRun(isIn("fr", reading.language) ? withFrenchSpaces(text) : text, manner, reading);
};

const partOf = (element: Tree.Element, part: number, { parts, language: around }: Reading): number => {
  const href = attributeOf(element, "href");
  const named = attributeOf(element, "lang");
  const outer = parts[part];
  const language = named !== undefined && isIn(named, outer?.language ?? around) ? undefined : named;
  if (href === undefined && language === undefined) return part;
  parts.push({ ...outer, ...(href !== undefined && { href }), ...(language !== undefined && { language }) });
  return parts.length - 1;
};

const addIsolated = (element: Tree.Element, manner: Manner, reading: Reading): void => {
  const direction = attributeOf(element, "dir") ?? "auto";
  const own = { ...manner, isReference: direction === "ltr" };
  // In a left-to-right line a left-to-right isolate changes nothing: such lines need no bidi at all.
  const isNeeded = direction !== reading.base || reading.base === "rtl";
  if (isNeeded) addRun(ISOLATES[direction] ?? FIRST_STRONG, manner, reading);
  addNodes(element.childNodes, own, reading);
  if (isNeeded) addRun(PDI, manner, reading);
};

const addElement = (element: Tree.Element, manner: Manner, reading: Reading): void => {
  const problem = markupProblem(element.tagName, element.attrs);
  if (problem !== null) throw new Error(problem);
  if (element.tagName === "br") {
    addRun("\n", manner, reading);
    return;
  }
  const own: Manner = {
    style: inlineStyle(element.tagName, attributeOf(element, "class") ?? "", manner.style),
    part: partOf(element, manner.part, reading),
    isReference: manner.isReference,
  };
  if (element.tagName === "bdi") addIsolated(element, own, reading);
  else addNodes(element.childNodes, own, reading);
};

const addNodes = (nodes: readonly Tree.ChildNode[], manner: Manner, reading: Reading): void => {
  let { part } = manner;
  for (const node of nodes) {
    const before = reading.parts.length;
    if (isText(node)) addText(node.value, { ...manner, part }, reading);
    else if (isElement(node)) addElement(node, { ...manner, part }, reading);
    // What follows a link is a part of its own, so that parts keep the order of reading.
    if (reading.parts.length > before) part = reading.parts.push({ ...reading.parts[manner.part] }) - 1;
  }
};

/** Reads words, links and isolates into runs; white space is collapsed as a browser does. */
export const readInline = (
  nodes: readonly Tree.ChildNode[],
  style: TextStyle,
  base: Direction,
  language: string,
): Inline => {
  const reading: Reading = { base, language, runs: [], parts: [{}] };
  addNodes(nodes, { style, part: 0, isReference: false }, reading);
  const last = reading.runs.at(-1);
  if (last !== undefined)
    reading.runs[reading.runs.length - 1] = { ...last, text: last.text.replace(/ $/, "") };
  return { runs: reading.runs.filter(({ text }) => text !== ""), parts: reading.parts };
};
