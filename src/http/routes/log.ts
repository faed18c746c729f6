import { type Response, Router, text } from "express";
import type { PublishedLog } from "../../usecases/published-log.ts";
import { HttpProblem } from "../problem.ts";
import { allowQuery } from "../request.ts";
import { sendPieces } from "../send-pieces.ts";

const NOTE = text({ type: "text/plain", limit: "64kb" });

const WHOLE = /^(?:0|[1-9]\d{0,14})$/;
const toCount = (part: string | undefined): number => {
  if (part === undefined || !WHOLE.test(part)) throw new HttpProblem("NOT_FOUND");
  return Number(part);
};

/** `x001/234` is 1234; `234.p/5` are the first five of tile 234 (c2sp.org/tlog-tiles). */
const placeIn = (path: string): { readonly index: number; readonly width: number } => {
  const [, groups, last, width] = /^((?:x\d{3}\/){0,4})(\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? [];
  if (last === undefined) throw new HttpProblem("NOT_FOUND");
  const digits = `${(groups ?? "").replaceAll(/[x/]/g, "")}${last}`;
  return { index: Number(digits), width: width === undefined ? 256 : toCount(width) };
};

const sendText = (response: Response, body: string): void => {
  response.type("text/plain").set("Cache-Control", "no-cache").send(body);
};

async function* asLines(leaves: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const leaf of leaves) yield `${leaf}\n`;
}

const sendTile = (response: Response, bytes: Uint8Array): void => {
  // A tile never changes once it is there.
  response.type("application/octet-stream").set("Cache-Control", "public, max-age=31536000, immutable");
  response.send(Buffer.from(bytes));
};

/** The log for everyone: head, keys, proofs, tiles, and the whole as a file. */
export const logRoutes = (log: PublishedLog): Router => {
  const router = Router();
  const tile = async (level: string, path: string, response: Response): Promise<void> => {
    const { index, width } = placeIn(path);
    const bytes =
      level === "entries" ? await log.entries(index, width) : await log.tile(toCount(level), index, width);
    sendTile(response, bytes);
  };
  router.get("/checkpoint", async (request, response) => {
    allowQuery(request);
    sendText(response, await log.checkpoint());
  });
  router.get("/keys", async (request, response) => {
    allowQuery(request);
    sendText(response, (await log.keys()).map((key) => `${key}\n`).join(""));
  });
  router.get("/consistency/:earlier/:later", async ({ params }, response) => {
    const proof = await log.consistency(toCount(params.earlier), toCount(params.later));
    sendText(response, proof.map((hash) => `${hash}\n`).join(""));
  });
  router.get("/tile/:level/:a", ({ params }, response) => tile(params.level, params.a, response));
  router.get("/tile/:level/:a/:b", ({ params }, response) =>
    tile(params.level, `${params.a}/${params.b}`, response),
  );
  router.get("/tile/:level/:a/:b/:c", ({ params }, response) =>
    tile(params.level, `${params.a}/${params.b}/${params.c}`, response),
  );
  router.get("/export.jsonl", async (request, response) => {
    allowQuery(request);
    response.type("application/jsonl").set("Content-Disposition", 'attachment; filename="log.jsonl"');
    await sendPieces(response, asLines(log.export()));
  });
  router.post("/cosignatures", NOTE, async (request, response) => {
    const note: unknown = request.body;
    if (typeof note !== "string") throw new HttpProblem("UNSUPPORTED_TYPE");
    response.status(201).json({ witnesses: await log.addCosignature(note) });
  });
  return router;
};
