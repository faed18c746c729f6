import { Router } from "express";
import { searchAnswer } from "../calls/call-answer.ts";
import { refuseOthers, searchIn } from "../calls/search-query.ts";
import type { Service } from "../service.ts";

/** The public search of calls. */
export const callRoutes = ({ searchCalls, accounts }: Service): Router => {
  const router = Router();
  router.get("/", async (request, response) => {
    refuseOthers(request);
    const search = searchIn(request.query, accounts.territory);
    response.json(searchAnswer(search, await searchCalls(search)));
  });
  return router;
};
