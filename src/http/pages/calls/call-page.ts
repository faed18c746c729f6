import { type Request, type Response, Router } from "express";
import { VISITOR } from "../../../domain/actor.ts";
import { profileIdOf } from "../../../usecases/cooperatives/own-profile.ts";
import { actorIn } from "../../access/present.ts";
import type { Service } from "../../service.ts";
import { pageOf, sendPage } from "../page.ts";
import { groupingWords } from "./grouping-words.ts";
import { eligibilityView, findingsView } from "./call-view.ts";
import { resultView } from "./search-view.ts";

/** The eligibility of who looks: of their own profile when there is one. A page shows public calls alone. */
const answerFor = async (service: Service, request: Request<{ id: string }>, response: Response) => {
  const actor = actorIn(response);
  const mine = await service.cooperatives.profiles.mine(actor);
  const profileId = mine === null ? null : profileIdOf(actor);
  return service.cooperatives.eligibility(mine === null ? VISITOR : actor, request.params.id, profileId);
};

/** The page of a call: what it is, whether we can answer, what to prepare, how the price works. */
export const callPage = (service: Service): Router => {
  const router = Router();
  router.get("/calls/:id", async (request, response) => {
    const page = pageOf(service, request, response, "calls");
    const answer = await answerFor(service, request, response);
    const { call } = answer;
    const grouping = await service.cooperatives.groupingFor(actorIn(response), answer);
    const result = resultView(service, page, call, []);
    sendPage(response, "calls/call", page, {
      title: result.segments.map(({ text }) => text).join(""),
      result,
      grouping: await groupingWords(service, grouping, page),
      icsHref: `/calls/${call.id}/deadline.ics?lang=${page.language}`,
      ...eligibilityView(answer, service.law.current(), page),
    });
  });
  router.get("/calls/:id/findings", async (request, response) => {
    const page = pageOf(service, request, response, "calls");
    const answer = await answerFor(service, request, response);
    const result = resultView(service, page, answer.call, []);
    sendPage(response, "calls/findings", page, {
      title: page.words["seeFinding"] ?? "",
      result,
      findings: findingsView(answer, service.law.current(), page),
    });
  });
  return router;
};
