// @ts-check
import { Engine } from "json-rules-engine";

/** json-rules-engine with one rule for each outcome; answers the outcome of each ported rule by its id. */
export const jsonRulesEngine = (ported) => {
  const engine = new Engine();
  for (const { id, ...outcomes } of ported)
    for (const [outcome, conditions] of Object.entries(outcomes))
      engine.addRule({
        conditions: "fact" in conditions ? { all: [conditions] } : conditions,
        event: { type: outcome, params: { id } },
      });
  return async (facts) => {
    const { events } = await engine.run(facts);
    const found = { inapplicable: new Set(), failed: new Set(), cantTell: new Set() };
    for (const { type, params } of events) found[type].add(params.id);
    const outcomeOf = (id) => Object.keys(found).find((outcome) => found[outcome].has(id)) ?? "passed";
    return Object.fromEntries(ported.map(({ id }) => [id, outcomeOf(id)]));
  };
};
