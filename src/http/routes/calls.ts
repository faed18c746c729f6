import { Router } from "express";
import type { Search } from "../../domain/search/call.ts";
import type { SearchPage } from "../../usecases/calls/search-calls.ts";
import { searchAnswer } from "../calls/call-answer.ts";
import { refuseOthers, searchIn } from "../calls/search-query.ts";
import type { Service } from "../service.ts";

/** What was answered to others who asked the same; a page that is no longer kept is forgotten here, too. */
const texts = new WeakMap<SearchPage, Buffer>();

const textOf = (search: Search, page: SearchPage): Buffer => {
  const known = texts.get(page);
  if (known !== undefined) return known;
  const text = Buffer.from(JSON.stringify(searchAnswer(search, page)));
  texts.set(page, text);
  return text;
};

/** The public search of calls. */
export const callRoutes = ({ searchCalls, accounts }: Service): Router => {
  const router = Router();
  router.get("/", async (request, response) => {
    refuseOthers(request);
    const search = searchIn(request.query, accounts.territory);
    response.type("json").send(textOf(search, await searchCalls(search)));
  });
  return router;
};
