import { type Request, type Response, Router } from "express";
import { DomainError } from "../../../domain/errors.ts";
import { type DecisionKind, hindrance } from "../../../domain/four-eyes.ts";
import type { PendingAssessment } from "../../../usecases/decisions.ts";
import { actorIn } from "../../access/present.ts";
import { fieldIn, form } from "../form.ts";
import { type Page, pageOf, sendPage } from "../page.ts";
import type { Service } from "../../service.ts";

const SHOWN = 50;
const KINDS: readonly DecisionKind[] = ["proposed", "approved", "refused"];

/** Where an assessment stands, and what this person may do about it. */
export const decisionsPage = (service: Service): Router => {
  const router = Router();
  const { ledger, rulebook, findAssessment } = service;

  const rowOf = (pending: PendingAssessment, page: Page, actor: ReturnType<typeof actorIn>) => {
    const by = actor.accountId ?? "";
    const steps = KINDS.filter((kind) => kind === "proposed" || actor.role === "approver").filter(
      (kind) => hindrance(pending.decisions, { kind, by }) === null,
    );
    const last = pending.decisions.at(-1);
    return {
      ...pending,
      verdictName: rulebook.common.verdicts[pending.verdict]?.[page.language] ?? pending.verdict,
      state: page.words[`state_${last?.kind ?? "open"}`] ?? "",
      steps: steps.map((kind) => ({ kind, label: page.words[`do_${kind}`] ?? kind })),
    };
  };

  const show = async (
    request: Request,
    response: Response,
    problem: string | null,
    status = 200,
  ): Promise<void> => {
    const page = pageOf(service, request, response, "decisions");
    const actor = actorIn(response);
    const pending = await ledger.pendingDecisions(actor, SHOWN);
    sendPage(
      response,
      "decisions",
      page,
      {
        title: page.words["decisionsTitle"] ?? "",
        isAsked: pending.some(({ isFourEyes }) => isFourEyes),
        problem: problem === null ? null : (page.words[`problem_${problem}`] ?? problem),
        rows: pending.map((each) => rowOf(each, page, actor)),
      },
      status,
    );
  };

  router.get("/", (request, response) => show(request, response, null));
  router.post("/", form, async (request, response) => {
    const kind = KINDS.find((each) => each === fieldIn(request, "kind"));
    try {
      const { assessment } = await findAssessment(actorIn(response), fieldIn(request, "assessment"));
      if (kind !== undefined) await ledger.decide(actorIn(response), assessment.id, kind);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await show(request, response, error.code, 409);
      return;
    }
    response.redirect(303, "/decisions");
  });
  return router;
};
