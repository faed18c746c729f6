import Handlebars from "handlebars";
import { TemplateError } from "./template-error.ts";

/** Helpers a template may call; `ref` and `said` are ours. */
export const HELPERS = ["if", "unless", "each", "with", "ref", "said"] as const;

const FORBIDDEN = new Set(["constructor", "prototype", "__proto__", "__defineGetter__", "__lookupGetter__"]);

type Node = hbs.AST.Node;
type Refuse = (node: Node, problem: string) => never;

const refuseIn =
  (file: string): Refuse =>
  ({ loc }, problem) => {
    throw new TemplateError(file, loc.start.line, loc.start.column + 1, problem);
  };

const checkPath = (path: hbs.AST.PathExpression, refuse: Refuse): void => {
  const part = path.parts.find((each) => FORBIDDEN.has(each));
  if (part !== undefined) refuse(path, `"${part}" reaches into the prototype`);
};

const checkCall = (node: hbs.AST.MustacheStatement | hbs.AST.SubExpression, refuse: Refuse): void => {
  const name = "original" in node.path ? String(node.path.original) : "";
  const isCall = node.params.length > 0 || node.hash?.pairs.length > 0;
  if (isCall && !(HELPERS as readonly string[]).includes(name)) refuse(node, `unknown helper "${name}"`);
};

const checkPartial = (
  node: hbs.AST.PartialStatement,
  partials: ReadonlySet<string>,
  refuse: Refuse,
): void => {
  const name = node.name.type === "PathExpression" ? (node.name as hbs.AST.PathExpression).original : null;
  if (name === null) refuse(node, "a partial must be named, not computed");
  else if (!partials.has(name)) refuse(node, `there is no partial "${name}"`);
};

/** Refuses, with its place, whatever a template has no need of: raw output, unknown helpers, prototypes. */
export const checkExpressions = (
  program: hbs.AST.Program,
  file: string,
  partials: ReadonlySet<string>,
): void => {
  const refuse = refuseIn(file);
  const walk = new Handlebars.Visitor();
  const { MustacheStatement, BlockStatement, SubExpression, PathExpression } = walk;
  walk.MustacheStatement = (node) => {
    if (!node.escaped) refuse(node, "raw output {{{ }}} is not allowed");
    checkCall(node, refuse);
    MustacheStatement.call(walk, node);
  };
  walk.BlockStatement = (node) => {
    if (!(HELPERS as readonly string[]).includes(node.path.original))
      refuse(node, `unknown block "${node.path.original}"`);
    BlockStatement.call(walk, node);
  };
  walk.SubExpression = (node) => {
    checkCall(node, refuse);
    SubExpression.call(walk, node);
  };
  walk.PathExpression = (node) => {
    checkPath(node, refuse);
    PathExpression.call(walk, node);
  };
  walk.PartialStatement = (node) => checkPartial(node, partials, refuse);
  walk.PartialBlockStatement = (node) => refuse(node, "block partials are not allowed");
  walk.Decorator = (node) => refuse(node, "decorators are not allowed");
  walk.DecoratorBlock = (node) => refuse(node, "decorators are not allowed");
  walk.accept(program);
};
