import { type Given, seen } from "../given.ts";
import { broken, type Judgement, judge, met, unknown } from "../judgement.ts";

/** Each social or environmental clause earns points, until the whole is earned. */
export const socialClauses = ({ tender, scale }: Given): Judgement => {
  const at = "/terms/socialClauses";
  const possible = scale("enoughClauses");
  const clauses = tender.terms?.socialClauses;
  if (clauses === undefined) return judge("", [unknown("clausesUnknown", [at], {}, possible)]);
  const earned = Math.min(possible, new Set(clauses).size * scale("eachClause"));
  const evidence = [seen(at, clauses)];
  return judge(
    "enoughClauses",
    [earned === possible ? met({ evidence }) : broken("fewClauses", { evidence })],
    {
      earned,
      possible,
      undetermined: 0,
    },
  );
};
