import { type Request, type Response, Router } from "express";
import { inputError } from "../../intake/input-error.ts";
import { readCooperative } from "../../intake/read-cooperative.ts";
import type { StoredProfile } from "../../usecases/cooperatives/ports.ts";
import { actorIn } from "../access/present.ts";
import { eligibilityAnswer, exclusionAnswer, matchAnswer } from "../calls/eligibility-answer.ts";
import { HttpProblem } from "../problem.ts";
import { allowQuery, idIn, jsonBytes, languageIn, versionIn } from "../request.ts";
import type { Service } from "../service.ts";

const send = (response: Response, { id, version, createdAt, changedAt, document }: StoredProfile): void => {
  response.set("ETag", `"${version}"`).json({ id, version, createdAt, changedAt, cooperative: document });
};

const documentIn = (request: Request, { accounts }: Service) => {
  if (!Buffer.isBuffer(request.body))
    throw new HttpProblem("BAD_INPUT", [
      inputError("", "EMPTY", "the body is empty; expected a JSON document"),
    ]);
  const read = readCooperative(request.body, (code) => accounts.territory.find(code) !== null);
  if (!read.ok) throw new HttpProblem("BAD_INPUT", read.errors);
  return read.document;
};

const addProfile = (router: Router, service: Service): void => {
  const { profiles } = service.cooperatives;
  router.get("/:id", async (request, response) => {
    allowQuery(request);
    send(response, await profiles.find(actorIn(response), request.params.id));
  });
  router.put("/:id", jsonBytes, async (request, response) => {
    allowQuery(request);
    const [actor, { id }] = [actorIn(response), request.params];
    // A first profile is put without If-Match.
    const isNew = request.headers["if-match"] === undefined;
    const version = isNew ? null : await versionIn(request, () => profiles.find(actor, id));
    const stored = await profiles.put(actor, id, version, documentIn(request, service));
    if (version === null) response.status(201);
    send(response, stored);
  });
  router.delete("/:id", async (request, response) => {
    allowQuery(request);
    await profiles.erase(actorIn(response), request.params.id);
    response.status(204).end();
  });
};

/** Profiles of cooperatives: keep, read, erase, and the calls that suit them. */
export const cooperativeRoutes = (service: Service): Router => {
  const router = Router();
  addProfile(router, service);
  router.get("/:id/matches", async (request, response) => {
    allowQuery(request);
    const matches = await service.cooperatives.matches(actorIn(response), request.params.id);
    response.json({ items: matches.map(matchAnswer) });
  });
  return router;
};

/** What a call asks of a cooperative, and whom that shuts out. */
export const eligibilityRoutes = ({ cooperatives, law }: Service): Router => {
  const router = Router();
  router.get("/:id/eligibility", async (request, response) => {
    allowQuery(request, "cooperative", "lang");
    const cooperative = idIn(request, "cooperative");
    const language = languageIn(request);
    const answer = await cooperatives.eligibility(actorIn(response), request.params.id, cooperative);
    response.json(eligibilityAnswer(answer, cooperative, law.current(), language));
  });
  router.get("/:id/exclusion", async (request, response) => {
    allowQuery(request, "lang");
    const language = languageIn(request);
    const [actor, { id }] = [actorIn(response), request.params];
    const { judged, demands, together } = await cooperatives.exclusionPower(actor, id);
    const items = demands.map((power) => exclusionAnswer(power, law.current(), judged.on, language));
    response.json({ items, together });
  });
  return router;
};
