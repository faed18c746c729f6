import { type Response, Router } from "express";
import type { StoredTender } from "../../usecases/ports.ts";
import { actorIn } from "../access/present.ts";
import { inWords } from "../in-words.ts";
import {
  allowQuery,
  cursorIn,
  dayIn,
  jsonBytes,
  languageIn,
  limitIn,
  tenderIn,
  versionIn,
} from "../request.ts";
import type { Service } from "../service.ts";

const toAnswer = ({ id, version, receivedAt, changedAt, document }: StoredTender) => ({
  id,
  version,
  receivedAt,
  changedAt,
  tender: document,
});

const send = (response: Response, stored: StoredTender): void => {
  response.set("ETag", `"${stored.version}"`).json(toAnswer(stored));
};

const addCollection = (router: Router, { storeTender, listTenders }: Service): void => {
  router.post("/", jsonBytes, async (request, response) => {
    allowQuery(request);
    const stored = await storeTender(actorIn(response), tenderIn(request).document);
    response.status(201).location(`/api/v1/tenders/${stored.id}`);
    send(response, stored);
  });
  router.get("/", async (request, response) => {
    allowQuery(request, "cursor", "limit");
    const { items, next } = await listTenders(actorIn(response), cursorIn(request), limitIn(request));
    response.json({ items: items.map(toAnswer), next });
  });
};

const addOne = (router: Router, { findTender, replaceTender }: Service): void => {
  router.get("/:id", async (request, response) => {
    allowQuery(request);
    send(response, await findTender(actorIn(response), request.params.id));
  });
  router.put("/:id", jsonBytes, async (request, response) => {
    allowQuery(request);
    const version = versionIn(request);
    send(
      response,
      await replaceTender(actorIn(response), request.params.id, version, tenderIn(request).document),
    );
  });
};

/** Tenders: store, list, read, replace, assess. */
export const tenderRoutes = (service: Service): Router => {
  const router = Router();
  addCollection(router, service);
  addOne(router, service);
  router.post("/:id/assessments", async (request, response) => {
    allowQuery(request, "on", "lang");
    const language = languageIn(request);
    const assessment = await service.assessTender(actorIn(response), request.params.id, dayIn(request));
    response.status(201).location(`/api/v1/assessments/${assessment.id}`);
    response.json(inWords(assessment, service.rulebook, language));
  });
  return router;
};
