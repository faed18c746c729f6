// @ts-check
import { ZenEngine } from "@gorules/zen-engine";

const literal = (value) => {
  if (typeof value === "object" && value !== null && "fact" in value) return value.fact;
  return Array.isArray(value) ? `[${value.map(literal).join(", ")}]` : JSON.stringify(value);
};

const COMPARED = { lessThan: "<", lessThanInclusive: "<=", greaterThan: ">", greaterThanInclusive: ">=" };

/** Comparisons with what is not known are an error in ZEN: they are guarded. */
const compared = (fact, sign, value) => {
  const guards = [fact, ...(typeof value === "object" ? [value.fact] : [])].map((each) => `${each} != null`);
  return `(${guards.join(" and ")} and ${fact} ${sign} ${literal(value)})`;
};

const testOf = ({ fact, operator, value }) => {
  const sign = COMPARED[operator];
  if (sign !== undefined) return compared(fact, sign, value);
  if (operator === "equal") return `${fact} == ${literal(value)}`;
  if (operator === "notEqual") return `${fact} != ${literal(value)}`;
  if (operator === "in") return `(${value.map((each) => `${fact} == ${literal(each)}`).join(" or ")})`;
  if (operator === "notIn") return `(${value.map((each) => `${fact} != ${literal(each)}`).join(" and ")})`;
  return `(${fact} != null and not (${literal(value)} in ${fact}))`;
};

/** A condition in ZEN's expression language. */
const expressionOf = (condition) => {
  if ("all" in condition) return `(${condition.all.map(expressionOf).join(" and ")})`;
  if ("any" in condition) return `(${condition.any.map(expressionOf).join(" or ")})`;
  return "not" in condition ? `not (${expressionOf(condition.not)})` : testOf(condition);
};

const outcomeExpression = ({ inapplicable, failed, cantTell }) =>
  `${expressionOf(inapplicable)} ? 'inapplicable' : (${expressionOf(failed)} ? 'failed' : (${expressionOf(cantTell)} ? 'cantTell' : 'passed'))`;

const node = (id, type, content) => ({
  id,
  name: id,
  type,
  position: { x: 0, y: 0 },
  ...(content === undefined ? {} : { content }),
});

const edge = (sourceId, targetId) => ({ id: `${sourceId}-${targetId}`, type: "edge", sourceId, targetId });

const keyOf = (id) => id.replaceAll("-", "_");

/** One decision of ZEN: one expression node with the twenty rules, compiled once. */
export const zenEngine = (ported) => {
  const expressions = ported.map((rule) => ({
    id: rule.id,
    key: keyOf(rule.id),
    value: outcomeExpression(rule),
  }));
  const decision = new ZenEngine().createDecision({
    nodes: [
      node("in", "inputNode"),
      node("rules", "expressionNode", { expressions }),
      node("out", "outputNode"),
    ],
    edges: [edge("in", "rules"), edge("rules", "out")],
  });
  return async (facts) => {
    const { result } = await decision.evaluate(facts);
    return Object.fromEntries(ported.map(({ id }) => [id, result[keyOf(id)]]));
  };
};
