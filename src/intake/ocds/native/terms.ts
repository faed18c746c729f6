import { CLAUSE_OF_GOAL, CLAUSE_STRATEGY } from "../codes.ts";
import { type Fields, present } from "./fields.ts";
import { orEmpty } from "./requirements.ts";

const isClause = (goal: Fields): boolean => {
  const strategies = goal.texts("strategies");
  return strategies === undefined || strategies.includes(CLAUSE_STRATEGY);
};

const socialClausesIn = (tender: Fields) => {
  tender.skip("hasSustainability");
  const goals = tender.objects("sustainability");
  const clauses = goals?.flatMap((goal) => {
    if (!isClause(goal)) return goal.note("", "NO_CLAUSE", "is a goal, but no clause of the contract") ?? [];
    const clause = goal.code("goal", CLAUSE_OF_GOAL);
    goal.rest();
    return clause ?? [];
  });
  return clauses !== undefined && clauses.length === 0 ? undefined : clauses && [...new Set(clauses)];
};

/** The clauses of the contract; `empty` names the lists that were said to be empty. */
export const termsIn = (tender: Fields, submission: Fields | undefined, empty: ReadonlySet<string>) => {
  const clauses = tender.object("contractClauses");
  const validity = submission?.object("bidValidityPeriod");
  const terms = present({
    offerValidityDays: validity?.whole("durationInDays"),
    paymentDays: clauses?.whole("paymentDays"),
    subcontractingMaxShare: clauses?.share("subcontractingMaximumShare"),
    definitiveGuaranteeShare: clauses?.share("finalGuaranteeShare"),
    retentionShare: clauses?.share("retentionShare"),
    advanceShare: clauses?.share("advanceShare"),
    reservedExecution: clauses?.flag("reservedExecution"),
    socialClauses: orEmpty(socialClausesIn(tender), empty.has("sustainability")),
  });
  validity?.rest();
  clauses?.rest();
  return terms;
};
