import { type Request, type RequestHandler, Router, text } from "express";
import type { DecisionKind } from "../../domain/four-eyes.ts";
import { inputError } from "../../intake/input-error.ts";
import { actorIn } from "../access/present.ts";
import { HttpProblem } from "../problem.ts";
import { allowQuery, jsonBytes } from "../request.ts";
import type { Service } from "../service.ts";

const NOTE = text({ type: "text/plain", limit: "64kb" });
const KINDS: readonly DecisionKind[] = ["proposed", "approved", "refused"];

/** The one member that a short body may have. */
const memberIn = (request: Request, name: string): unknown => {
  const body: unknown = request.body;
  if (!Buffer.isBuffer(body)) throw new HttpProblem("UNSUPPORTED_TYPE");
  try {
    const value = JSON.parse(body.toString("utf8")) as unknown;
    const isOne = typeof value === "object" && value !== null && Object.keys(value).join() === name;
    if (isOne) return (value as Record<string, unknown>)[name];
  } catch {
    // Not JSON: said below.
  }
  throw new HttpProblem("BAD_INPUT", [inputError("", "BODY", `expected an object with ${name} alone`)]);
};

const kindIn = (request: Request): DecisionKind => {
  const value = memberIn(request, "kind");
  const kind = KINDS.find((each) => each === value);
  if (kind === undefined)
    throw new HttpProblem("BAD_INPUT", [inputError("/kind", "ENUM", `expected ${KINDS.join(", ")}`)]);
  return kind;
};

const isAskedIn = (request: Request): boolean => {
  const value = memberIn(request, "isAsked");
  if (typeof value === "boolean") return value;
  throw new HttpProblem("BAD_INPUT", [inputError("/isAsked", "TYPE", "expected true or false")]);
};

/** Four eyes: who proposes, who approves. */
export const decisionRoutes = ({ ledger, findAssessment }: Service): Router => {
  const router = Router();
  router.get("/assessments/:id/decisions", async (request, response) => {
    allowQuery(request);
    const { assessment } = await findAssessment(actorIn(response), request.params.id);
    response.json({ items: await ledger.decisions(assessment.id) });
  });
  router.post("/assessments/:id/decisions", jsonBytes, async (request, response) => {
    const { assessment } = await findAssessment(actorIn(response), request.params.id);
    const items = await ledger.decide(actorIn(response), assessment.id, kindIn(request));
    response.status(201).json({ items });
  });
  router.put("/buyers/:code/four-eyes", jsonBytes, async (request, response) => {
    const isAsked = isAskedIn(request);
    await ledger.askFourEyes(request.params.code, isAsked);
    response.json({ isAsked });
  });
  return router;
};

/** The right of reply: a buyer's signed answer to a report. Open to everyone, so `limit` counts calls. */
export const responseRoutes = ({ ledger }: Service, limit: RequestHandler<{ reportId: string }>): Router => {
  const router = Router();
  router.post("/:reportId/responses", limit, NOTE, async (request, response) => {
    const note: unknown = request.body;
    if (typeof note !== "string") throw new HttpProblem("UNSUPPORTED_TYPE");
    response.status(201).json(await ledger.respond(request.params.reportId, note));
  });
  router.get("/:reportId/responses", limit, async (request, response) => {
    allowQuery(request);
    response.json({ items: await ledger.responses(request.params.reportId) });
  });
  return router;
};
