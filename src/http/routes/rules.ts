import { Router } from "express";
import { DomainError } from "../../domain/errors.ts";
import { ruleOf } from "../../domain/explain.ts";
import type { Rule, Rulebook } from "../../domain/rulebook.ts";
import { allowQuery } from "../request.ts";

const parametersOf = (rule: Rule, rulebook: Rulebook) =>
  rule.parameters.flatMap((id) => rulebook.parameters.get(id) ?? []);

/** The rulebook with its sources, the rules of a tender and those of a buyer's year: public. */
export const ruleRoutes = (rulebook: Rulebook): Router => {
  const router = Router();
  const { id, version, sha256, checkedOn, texts, rules, yearRules } = rulebook;
  router.get("/", (request, response) => {
    allowQuery(request);
    response.json({ rulebook: { id, version, sha256, checkedOn }, texts, rules, yearRules });
  });
  router.get("/:rule", (request, response) => {
    allowQuery(request);
    const rule = ruleOf(rulebook, request.params.rule);
    if (rule === undefined) throw new DomainError("RULE_NOT_FOUND", { id: request.params.rule });
    response.json({ rule, parameters: parametersOf(rule, rulebook) });
  });
  return router;
};
