import { type Response, Router } from "express";
import { inputError } from "../../intake/input-error.ts";
import type { StoredTender, TenderPage } from "../../usecases/ports.ts";
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
import { HttpProblem } from "../problem.ts";
import type { Service } from "../service.ts";
import { storedAlready } from "../stored-already.ts";

/** The document goes out as it is stored: a page of long ones need not be parsed to be written again. */
const answerOf = ({ id, version, receivedAt, changedAt, text }: StoredTender): string =>
  `${JSON.stringify({ id, version, receivedAt, changedAt }).slice(0, -1)},"tender":${text}}`;

const pageOf = ({ items, next }: TenderPage): string =>
  `{"items":[${items.map(answerOf).join(",")}],"next":${JSON.stringify(next)}}`;

const send = (response: Response, stored: StoredTender): void => {
  response.set("ETag", `"${stored.version}"`).type("json").send(answerOf(stored));
};

/** A call that is stored already is told with its address, so that a program can replace it. */
const tellingWhere = async (response: Response, storing: Promise<StoredTender>): Promise<StoredTender> => {
  try {
    return await storing;
  } catch (error) {
    const there = storedAlready(error);
    if (there === null) throw error;
    const address = `/api/v1/tenders/${there.id}`;
    response.location(address);
    const message = `names the call of ${address}`;
    throw new HttpProblem("TENDER_EXISTS", [inputError(`/${there.member}`, "TENDER_EXISTS", message)]);
  }
};

const addCollection = (router: Router, { storeTender, listTenders }: Service): void => {
  router.post("/", jsonBytes, async (request, response) => {
    allowQuery(request);
    const { document } = tenderIn(request);
    const stored = await tellingWhere(response, storeTender(actorIn(response), document));
    response.status(201).location(`/api/v1/tenders/${stored.id}`);
    send(response, stored);
  });
  router.get("/", async (request, response) => {
    allowQuery(request, "cursor", "limit");
    const page = await listTenders(actorIn(response), cursorIn(request), limitIn(request));
    response.type("json").send(pageOf(page));
  });
};

const addOne = (router: Router, { findTender, replaceTender }: Service): void => {
  router.get("/:id", async (request, response) => {
    allowQuery(request);
    send(response, await findTender(actorIn(response), request.params.id));
  });
  router.put("/:id", jsonBytes, async (request, response) => {
    allowQuery(request);
    const [actor, { id }] = [actorIn(response), request.params];
    const version = await versionIn(request, () => findTender(actor, id));
    const { document } = tenderIn(request);
    send(response, await tellingWhere(response, replaceTender(actor, id, version, document)));
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
