import { type Request, Router } from "express";
import { inputError } from "../../intake/input-error.ts";
import { gate } from "../../intake/gate.ts";
import { FORMATS } from "../../intake/readers.ts";
import { acceptProfile } from "../../intake/table/read-profile.ts";
import { problemHeadings, problemLine } from "../../intake/table/problem-file.ts";
import type { Language } from "../../domain/tender.ts";
import type { Upload } from "../../usecases/imports/import-service.ts";
import type { StoredProblem } from "../../usecases/imports/ports.ts";
import { DomainError } from "../../domain/errors.ts";
import { actorIn } from "../access/present.ts";
import { HttpProblem } from "../problem.ts";
import { allowQuery, jsonBytes, languageIn, limitIn } from "../request.ts";
import type { Service } from "../service.ts";
import { sendPieces } from "../send-pieces.ts";

/** Milliseconds in which something of an upload must come. */
const SILENCE = 30_000;
const LONGEST_NAME = 200;

const bad = (name: string, expected: string): HttpProblem =>
  new HttpProblem("BAD_PARAMETER", [inputError(`/query/${name}`, "PARAMETER", expected)]);

const textIn = (request: Request, name: string): string | null => {
  const value = request.query[name];
  if (value === undefined) return null;
  if (typeof value !== "string" || value === "" || value.length > LONGEST_NAME)
    throw bad(name, `expected one text of at most ${LONGEST_NAME} characters`);
  return value;
};

async function* problemFile(
  problems: AsyncIterable<StoredProblem>,
  language: Language,
): AsyncGenerator<string> {
  yield problemHeadings(language);
  for await (const { at, problem } of problems) yield problemLine(problem, at, language);
}

const uploadIn = (request: Request): Upload => {
  allowQuery(request, "as", "name", "profile");
  const format = textIn(request, "as");
  if (format === null || !(FORMATS as readonly string[]).includes(format))
    throw bad("as", `expected one of ${FORMATS.join(", ")}`);
  return { format, name: textIn(request, "name") ?? `upload.${format}`, profile: textIn(request, "profile") };
};

const addJobs = (router: Router, { imports }: Service): void => {
  router.post("/imports", async (request, response) => {
    const upload = uploadIn(request);
    request.setTimeout(SILENCE, () => request.destroy());
    const job = await imports.start(actorIn(response), upload, request);
    response.status(202).location(`/api/v1/jobs/${job.id}`).json(job);
  });
  router.get("/jobs", async (request, response) => {
    allowQuery(request, "limit");
    response.json({ items: await imports.list(actorIn(response), limitIn(request)) });
  });
  router.get("/jobs/:id", async (request, response) => {
    allowQuery(request);
    response.json(await imports.find(actorIn(response), request.params.id));
  });
  router.post("/jobs/:id/cancel", async (request, response) => {
    allowQuery(request);
    response.json(await imports.cancel(actorIn(response), request.params.id));
  });
  router.post("/jobs/:id/resume", async (request, response) => {
    allowQuery(request);
    response.json(await imports.resume(actorIn(response), request.params.id));
  });
  router.get("/jobs/:id/problems.csv", async (request, response) => {
    allowQuery(request, "lang");
    const language = languageIn(request) ?? "fr";
    const job = await imports.find(actorIn(response), request.params.id);
    response.type("text/csv; charset=utf-8").attachment(`${job.id}.csv`);
    await sendPieces(response, problemFile(imports.problems(actorIn(response), job.id), language));
  });
};

const addProfiles = (router: Router, { imports: { profiles } }: Service): void => {
  router.get("/profiles", async (request, response) => {
    allowQuery(request);
    response.json({ items: await profiles.list(actorIn(response)) });
  });
  router.get("/profiles/:name", async (request, response) => {
    allowQuery(request);
    const profile = await profiles.find(actorIn(response), request.params.name);
    if (profile === null) throw new DomainError("MAPPING_NOT_FOUND");
    response.json(profile);
  });
  router.put("/profiles/:name", jsonBytes, async (request, response) => {
    allowQuery(request);
    if (request.params.name.length > LONGEST_NAME)
      throw bad("name", `expected at most ${LONGEST_NAME} characters`);
    if (!Buffer.isBuffer(request.body)) throw new HttpProblem("UNSUPPORTED_TYPE");
    const value = gate(request.body);
    const read = value.ok ? acceptProfile(value.value) : value;
    if (!read.ok) throw new HttpProblem("BAD_INPUT", read.errors);
    await profiles.put(actorIn(response), request.params.name, read.profile);
    response.json(read.profile);
  });
  router.delete("/profiles/:name", async (request, response) => {
    allowQuery(request);
    if (!(await profiles.remove(actorIn(response), request.params.name)))
      throw new DomainError("MAPPING_NOT_FOUND");
    response.status(204).end();
  });
};

/** Imports as jobs, and the profiles by which their sheets are read. */
export const importRoutes = (service: Service): Router => {
  const router = Router();
  addJobs(router, service);
  addProfiles(router, service);
  return router;
};
