import { type Request, Router } from "express";
import { sendProblem } from "../problem.ts";

/** Figures for Prometheus, and their type. */
export interface MetricsPage {
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** From the machine itself, and not through a proxy that answers for others. */
const isLocal = ({ socket, headers }: Request): boolean =>
  LOOPBACK.has(socket.remoteAddress ?? "") &&
  headers["x-forwarded-for"] === undefined &&
  headers["forwarded"] === undefined;

/** The figures are for the machine that runs the service alone. */
export const metricsRoutes = (metrics: MetricsPage): Router => {
  const router = Router();
  router.get("/metrics", async (request, response) => {
    if (!isLocal(request)) {
      sendProblem(response, "NOT_FOUND");
      return;
    }
    response.type(metrics.contentType).send(await metrics.text());
  });
  return router;
};
