import type { NextFunction, RequestHandler, Response } from "express";
import { HttpProblem, sendProblem } from "./problem.ts";

/** Whoever watches over the service is answered however busy it is. */
const VITAL: ReadonlySet<string> = new Set(["/healthz", "/readyz", "/metrics"]);

/** Programs, which come in crowds, are answered here at once; a person sees a page that says so. */
const refuse = (path: string, response: Response, next: NextFunction): void => {
  if (path.startsWith("/api/")) sendProblem(response, "OVERLOADED");
  else next(new HttpProblem("OVERLOADED"));
};

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
      refuse(path, response, next);
      return;
    }
    atWork += 1;
    response.once("close", () => {
      atWork -= 1;
    });
    next();
  };
};

/** Milliseconds that a request may have waited for its turn while there is more to do than can be done. */
const LATE = 20;
/** Milliseconds after which a queue is no passing one. */
const LASTING = 100;
/** So many are served in each turn, however long it takes: a few clients that write wait for the disk, not in vain. */
const ALWAYS = 16;
/** More than these in one turn, and late: no pause explains it, it is a crowd, and its end is told at once. */
const CROWD = 40;

/**
 * Requests that are ready at once are taken up one after the other, in one turn of the event loop: each has waited
 * for those before it. Where that lasts, there is more to do than can be done, and those who would wait longest are
 * told at once to come back: the others are answered in time. A short queue that passes, as after one slow request,
 * is worked off.
 */
export const unlessLate = (): RequestHandler => {
  let turnSince: number | null = null;
  let taken = 0;
  let isLate = false;
  let lateSince: number | null = null;
  const endTurn = (): void => {
    turnSince = null;
    taken = 0;
    if (!isLate) lateSince = null;
    isLate = false;
  };
  const isTooLate = (at: number): boolean => {
    if (turnSince === null) setImmediate(endTurn);
    turnSince ??= at;
    taken += 1;
    if (taken <= ALWAYS || at - turnSince <= LATE) return false;
    isLate = true;
    lateSince ??= at;
    return taken > CROWD || at - lateSince > LASTING;
  };
  return ({ path }, response, next) => {
    if (isTooLate(performance.now()) && !VITAL.has(path)) refuse(path, response, next);
    else next();
  };
};
