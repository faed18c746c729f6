import { isKnownClass } from "../layout/style-sheet.ts";

/** Tags of the report and what each may carry: a small part of HTML whose every tag has a place in a tagged PDF. */
const EVERYWHERE = ["class", "lang", "dir"] as const;
const TAGS: Readonly<Record<string, readonly string[]>> = {
  section: [],
  div: [],
  blockquote: [],
  h1: [],
  h2: [],
  h3: [],
  p: [],
  ul: [],
  ol: [],
  li: [],
  table: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ["scope", "colspan"],
  td: ["colspan"],
  figure: ["data-chart", "data-low", "data-high", "data-score", "data-share", "data-image", "aria-label"],
  a: ["href"],
  strong: [],
  span: [],
  bdi: [],
  br: [],
};

export interface Attribute {
  readonly name: string;
  readonly value: string;
}

const wrongValue = ({ name, value }: Attribute): string | null => {
  if (name === "class") {
    if (isKnownClass(value)) return null;
    const unknown = value.split(/\s+/).find((each) => each !== "" && !isKnownClass(each));
    return unknown === undefined ? null : `unknown class "${unknown}"`;
  }
  if (name === "data-image" && value.trim() !== "logo") return `there is no image "${value}"; expected logo`;
  if (name === "dir" && !["ltr", "rtl", "auto", ""].includes(value.trim())) return `dir "${value}"`;
  return name === "href" && !/^\s*(https?:\/\/.*)?$/.test(value)
    ? `href "${value}" is neither http nor https`
    : null;
};

const ALLOWED = new Map(
  Object.entries(TAGS).map(([tag, own]) => [tag, new Set<string>([...EVERYWHERE, ...own])]),
);

/** What is wrong with a tag, in words; null when it is allowed. Blank values stand for what a template fills in. */
export const markupProblem = (tag: string, attributes: readonly Attribute[]): string | null => {
  const known = ALLOWED.get(tag);
  if (known === undefined) return `unknown tag <${tag}>`;
  for (const attribute of attributes) {
    if (!known.has(attribute.name)) return `<${tag}> may not carry "${attribute.name}"`;
    const wrong = wrongValue(attribute);
    if (wrong !== null) return `<${tag}>: ${wrong}`;
  }
  return null;
};
