import { raw, type Request, type Response, Router } from "express";
import { assessYear } from "../../domain/assess-year.ts";
import { acceptYear, LARGEST_YEAR, readYear, type ReadYear } from "../../intake/read-year.ts";
import { inputError } from "../../intake/input-error.ts";
import { packName } from "../../usecases/packs.ts";
import type { StoredYear } from "../../usecases/years.ts";
import { actorIn } from "../access/present.ts";
import { HttpProblem } from "../problem.ts";
import { allowQuery, dayIn, versionIn } from "../request.ts";
import type { Service } from "../service.ts";

const yearBytes = raw({ type: ["application/json", "application/*+json"], limit: LARGEST_YEAR });

/** The year in the path. */
export const yearIn = (request: Request): { readonly code: string; readonly year: number } => {
  const { code, year } = request.params;
  if (!/^(?:19|20)\d{2}$/.test(String(year))) throw new HttpProblem("NOT_FOUND");
  return { code: String(code), year: Number(year) };
};

/** A stored year as the domain judges it. */
export const understoodYear = ({ document }: StoredYear): ReadYear => {
  const read = acceptYear(document);
  if (!read.ok) throw new Error(`a stored year is no longer valid: ${JSON.stringify(read.errors)}`);
  return read;
};

const send = (response: Response, { document, version, buyer, year, changedAt }: StoredYear): void => {
  response.set("ETag", `"${version}"`).json({ buyer, year, version, changedAt, document });
};

const bodyIn = (request: Request, year: number): ReadYear => {
  const read = Buffer.isBuffer(request.body) ? readYear(request.body) : null;
  if (read === null) throw new HttpProblem("UNSUPPORTED_TYPE");
  if (!read.ok) throw new HttpProblem("BAD_INPUT", read.errors);
  if (read.document.year !== year)
    throw new HttpProblem("BAD_INPUT", [
      inputError("/year", "YEAR", `expected ${year}, the year of the address`),
    ]);
  return read;
};

/** A buyer's years: kept and read, with the reserved share. */
export const yearRoutes = (service: Service): Router => {
  const router = Router();
  router.get("/:code/years/:year", async (request, response) => {
    allowQuery(request);
    const { code, year } = yearIn(request);
    send(response, await service.years.find(actorIn(response), code, year));
  });
  router.put("/:code/years/:year", yearBytes, async (request, response) => {
    allowQuery(request);
    const { code, year } = yearIn(request);
    const actor = actorIn(response);
    const isNew = request.headers["if-match"] === undefined;
    const version = isNew ? null : await versionIn(request, () => service.years.find(actor, code, year));
    const { document } = bodyIn(request, year);
    const stored = await service.years.keep(actor, code, year, version, document);
    response.status(version === null ? 201 : 200);
    send(response, stored);
  });
  router.get("/:code/years/:year/reserve", async (request, response) => {
    allowQuery(request, "on");
    const { code, year } = yearIn(request);
    const stored = await service.years.find(actorIn(response), code, year);
    response.json(assessYear(understoodYear(stored).year, service.law.current(), dayIn(request)));
  });
  router.get("/:code/years/:year/pack.zip", async (request, response) => {
    allowQuery(request);
    const { code, year } = yearIn(request);
    const order = { buyer: code, year };
    const { bytes, sha256 } = await service.makePack(actorIn(response), order, service.law.current());
    const etag = `"${sha256}"`;
    response.set({ ETag: etag, "Cache-Control": "private, no-cache" });
    if (request.headers["if-none-match"] === etag) {
      response.status(304).end();
      return;
    }
    response
      .type("application/zip")
      .set("Content-Disposition", `attachment; filename="${packName(order)}.zip"`)
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  });
  return router;
};
