import type { RequestHandler } from "express";
import { sendProblem } from "./problem.ts";

/** Whoever watches over the service is answered however busy it is. */
const VITAL: ReadonlySet<string> = new Set(["/healthz", "/readyz", "/metrics"]);

/**
 * At most so many requests at work at once; one more is told at once to come back, instead of making all of them
 * wait.
 */
export const atMost = (limit: number): RequestHandler => {
  let atWork = 0;
  return ({ path }, response, next) => {
    if (VITAL.has(path)) {
      next();
      return;
    }
    if (atWork >= limit) {
      sendProblem(response, "OVERLOADED");
      return;
    }
    atWork += 1;
    response.once("close", () => {
      atWork -= 1;
    });
    next();
  };
};
