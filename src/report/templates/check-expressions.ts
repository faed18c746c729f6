import Handlebars from "handlebars";
import { TemplateError } from "./template-error.ts";

/** Helpers a template may call; `ref` and `said` are ours. */
export const HELPERS: ReadonlySet<string> = new Set(["if", "unless", "each", "with", "ref", "said"]);

const FORBIDDEN = new Set(["constructor", "prototype", "__proto__", "__defineGetter__", "__lookupGetter__"]);

type Node = hbs.AST.Node;
/** What is wrong with one node, in words; null when it is allowed. */
type Check = (node: Node, partials: ReadonlySet<string>) => string | null;

const nameOf = (path: Node): string | null =>
  path.type === "PathExpression" ? (path as hbs.AST.PathExpression).original : null;

const wrongCall: Check = (node) => {
  const { path, params, hash } = node as hbs.AST.MustacheStatement;
  const isCall = params.length > 0 || (hash?.pairs ?? []).length > 0;
  const name = nameOf(path) ?? "";
  return isCall && !HELPERS.has(name) ? `unknown helper "${name}"` : null;
};

const wrongMustache: Check = (node, partials) =>
  (node as hbs.AST.MustacheStatement).escaped
    ? wrongCall(node, partials)
    : "raw output {{{ }}} is not allowed";

const wrongBlock: Check = (node) => {
  const name = nameOf((node as hbs.AST.BlockStatement).path) ?? "";
  return HELPERS.has(name) ? null : `unknown block "${name}"`;
};

const wrongPath: Check = (node) => {
  const part = (node as hbs.AST.PathExpression).parts.find((each) => FORBIDDEN.has(each));
  return part === undefined ? null : `"${part}" reaches into the prototype`;
};

const wrongPartial: Check = (node, partials) => {
  const name = nameOf((node as hbs.AST.PartialStatement).name);
  if (name === null) return "a partial must be named, not computed";
  return partials.has(name) ? null : `there is no partial "${name}"`;
};

const CHECKS: Readonly<Record<string, Check>> = {
  MustacheStatement: wrongMustache,
  SubExpression: wrongCall,
  BlockStatement: wrongBlock,
  PathExpression: wrongPath,
  PartialStatement: wrongPartial,
  PartialBlockStatement: () => "block partials are not allowed",
  Decorator: () => "decorators are not allowed",
  DecoratorBlock: () => "decorators are not allowed",
};

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && "loc" in value;

/** A node and all that is inside it, in the order of the source. */
const nodesIn = (node: Node): readonly Node[] => {
  const inside = Object.values(node).flat().filter(isNode);
  return [node, ...inside.flatMap(nodesIn)];
};

/** Reads a template; throws a TemplateError when it is none. */
export const parseTemplate = (text: string, file: string): hbs.AST.Program => {
  try {
    return Handlebars.parse(text);
  } catch (error) {
    const line = Number(/line (\d+)/.exec(String(error))?.[1] ?? 1);
    throw new TemplateError(file, line, 1, `not a Handlebars template: ${String(error).split("\n").at(-1)}`);
  }
};

/** Refuses, with its place, whatever a template has no need of: raw output, unknown helpers, prototypes. */
export const checkExpressions = (
  program: hbs.AST.Program,
  file: string,
  partials: ReadonlySet<string>,
): void => {
  for (const node of nodesIn(program)) {
    const problem = CHECKS[node.type]?.(node, partials) ?? null;
    if (problem === null) continue;
    const { line, column } = node.loc.start;
    throw new TemplateError(file, line, column + 1, problem);
  }
};
