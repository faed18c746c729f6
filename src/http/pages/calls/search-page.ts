import { type RequestHandler, Router } from "express";
import { refuseOthers, searchIn } from "../../calls/search-query.ts";
import { HttpProblem } from "../../problem.ts";
import type { Service } from "../../service.ts";
import { pageOf, sendPage } from "../page.ts";
import { searchView, withPlaceCode } from "./search-view.ts";

/** The public page of the search; every search has an address that can be shared. */
export const searchPage = (service: Service, limit: RequestHandler): Router => {
  const router = Router();
  const { territory } = service.accounts;
  router.get("/calls", limit, async (request, response) => {
    const page = pageOf(service, request, response, "calls");
    try {
      refuseOthers(request, "lang");
      const search = searchIn(withPlaceCode(request.query, territory), territory);
      const found = await service.searchCalls(search);
      sendPage(response, "calls/search", page, searchView(service, page, request, search, found, []));
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error;
      const view = searchView(service, page, request, null, null, error.errors);
      sendPage(response, "calls/search", page, view, 400);
    }
  });
  return router;
};
