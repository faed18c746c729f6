import type { TextStyle } from "../text/inline-run.ts";
import type { BlockStyle } from "./block.ts";
import { PALETTE } from "./palette.ts";

const BODY: BlockStyle = {
  size: 9.5,
  weight: "regular",
  colour: PALETTE.ink,
  leading: 1.55,
  align: "start",
  before: 0,
  after: 0,
  padding: 0,
  keepsWithNext: false,
};

const TAGS: Readonly<Record<string, Partial<BlockStyle>>> = {
  h1: { size: 20, weight: "bold", colour: PALETTE.brand, leading: 1.4, after: 2, keepsWithNext: true },
  h2: { size: 13.5, weight: "bold", colour: PALETTE.brand, before: 16, after: 5, keepsWithNext: true },
  h3: { size: 10.5, weight: "bold", after: 2, keepsWithNext: true },
  p: { before: 2, after: 2 },
  ul: { before: 2, after: 2 },
  ol: { before: 2, after: 2 },
  li: { before: 1, after: 1 },
  blockquote: { before: 4, after: 4, padding: 8, background: PALETTE.paper, border: PALETTE.line },
  table: { size: 9, before: 4, after: 10 },
  th: { weight: "bold", padding: 4, colour: PALETTE.brand },
  td: { padding: 4 },
  figure: { before: 4, after: 4 },
};

/** A class adds to the style of its tag; several are added in the order in which they are written. */
const CLASSES: Readonly<Record<string, Partial<BlockStyle>>> = {
  small: { size: 8 },
  muted: { colour: PALETTE.muted },
  lead: { size: 10.5 },
  verdict: { size: 17, weight: "bold", leading: 1.4 },
  kicker: { size: 8.5, weight: "bold", colour: PALETTE.muted, keepsWithNext: true },
  center: { align: "center" },
  end: { align: "end" },
  thirds: { shares: [2, 1, 2] },
  tight: { before: 0, after: 0 },
  together: { keepsWithNext: true },
  halves: { shares: [1, 1] },
  pair: { shares: [1, 1] },
  lots: { shares: [12, 53, 35] },
  facts: { shares: [30, 70] },
  changes: { shares: [34, 33, 33] },
  plain: {},
  texts: { shares: [44, 26, 30] },
  values: { shares: [40, 20, 40] },
  hashes: { shares: [34, 66] },
  figures: { shares: [50, 25, 25] },
  programme: { shares: [11, 28, 15, 18, 10, 10, 8] },
  contracts: { shares: [12, 7, 22, 18, 12, 13, 16] },
  orders: { shares: [40, 15, 27, 18] },
  undetermined: { shares: [52, 10, 38] },
  rules: { shares: [22, 43, 35] },
  card: { padding: 10, before: 5, after: 5, background: PALETTE.ground, accent: PALETTE.line },
  breach: { background: PALETTE.breachGround, accent: PALETTE.breach },
  warning: { background: PALETTE.warningGround, accent: PALETTE.warning },
  points: { background: PALETTE.brandGround, accent: PALETTE.brand },
  info: { background: PALETTE.ground, accent: PALETTE.muted },
  cantTell: { background: PALETTE.openGround, accent: PALETTE.open },
  passed: { background: PALETTE.passedGround, accent: PALETTE.passed },
  inapplicable: { background: PALETTE.ground, accent: PALETTE.muted },
};

export const isKnownClass = (name: string): boolean => Object.hasOwn(CLASSES, name);

const classesOf = (names: string): readonly Partial<BlockStyle>[] =>
  names
    .split(" ")
    .filter((name) => name !== "")
    .map((name) => CLASSES[name] ?? {});

/** A style by its parent, tag and classes: a report has thousands of elements and a few dozen styles. */
const remembered = <T extends object>(make: (tag: string, classes: string, parent: T) => T) => {
  const known = new WeakMap<T, Map<string, T>>();
  return (tag: string, classes: string, parent: T): T => {
    const children = known.get(parent) ?? new Map<string, T>();
    known.set(parent, children);
    const key = `${tag} ${classes}`;
    const style = children.get(key) ?? make(tag, classes, parent);
    children.set(key, style);
    return style;
  };
};

const blockStyleIn = remembered<BlockStyle>((tag, classes, { size, weight, colour, leading, align }) =>
  Object.assign({ ...BODY, size, weight, colour, leading, align }, TAGS[tag], ...classesOf(classes)),
);

/** The style of a block inside another: what is inherited, then the tag, then its classes. */
export const blockStyle = (tag: string, classes: string, parent: BlockStyle = BODY): BlockStyle =>
  blockStyleIn(tag, classes, parent);

/** The style of words inside a paragraph; the bar of a card's class is the colour of its words. */
export const inlineStyle = remembered<TextStyle>((tag, classes, parent) => {
  const own: Partial<BlockStyle> = Object.assign({}, ...classesOf(classes));
  const colour = tag === "a" ? PALETTE.open : (own.colour ?? own.accent ?? parent.colour);
  const weight = tag === "strong" ? "bold" : (own.weight ?? parent.weight);
  return { size: own.size ?? parent.size, weight, colour };
});
