import { Router } from "express";
import type { Service } from "../../service.ts";
import { pageOf, sendPage } from "../page.ts";

const ACTS_A_PAGE = 100;
const NUMBER = /^\d{1,15}$/;

const beforeIn = (text: unknown): number | null =>
  typeof text === "string" && NUMBER.test(text) ? Number(text) : null;

/** Who did what, newest first. */
export const actsPage = (service: Service): Router => {
  const router = Router();
  router.get("/acts", async (request, response) => {
    const page = pageOf(service, request, response, "accounts");
    const { before } = request.query;
    const acts = await service.accounts.listActs(beforeIn(before), ACTS_A_PAGE);
    const view = {
      title: page.words["menuActs"] ?? "",
      acts: acts.map((act) => ({
        ...act,
        at: `${act.at.slice(0, 16).replace("T", " ")} UTC`,
        actionName: page.words[`act_${act.action}`] ?? act.action,
      })),
      next: acts.length === ACTS_A_PAGE ? (acts.at(-1)?.number ?? null) : null,
    };
    sendPage(response, "accounts/acts", page, view);
  });
  return router;
};
