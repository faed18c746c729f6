import type { NextFunction, Request, RequestHandler, Response } from "express";
import { HttpProblem, problemText, sendProblem } from "./problem.ts";

/** Whoever watches over the service is answered however busy it is. */
const VITAL: ReadonlySet<string> = new Set(["/healthz", "/readyz", "/metrics"]);

/** Programs, which come in crowds, are answered at once; a person sees a page that says so. */
const isOfProgram = ({ path }: Request): boolean => path.startsWith("/api/");

/**
 * At most so many requests at work at once; one more is told at once to come back, instead of making all of them
 * wait.
 */
export const atMost = (limit: number): RequestHandler => {
  let atWork = 0;
  return (request, response, next) => {
    if (VITAL.has(request.path)) {
      next();
      return;
    }
    if (atWork >= limit) {
      if (isOfProgram(request)) sendProblem(response, "OVERLOADED");
      else next(new HttpProblem("OVERLOADED"));
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
const TEXT = problemText("OVERLOADED");
/** What a program in a crowd is told: written beforehand, for a refusal must cost less than an answer. */
const HEAD = {
  "Content-Type": "application/problem+json; charset=utf-8",
  "Content-Length": Buffer.byteLength(TEXT),
  "Retry-After": "5",
  "X-Content-Type-Options": "nosniff",
};

/** So many are served in each turn, however long it takes: a few clients that write wait for the disk, not in vain. */
const ALWAYS = 16;
/** More than these in one turn, and late: no pause explains it, it is a crowd, and its end is told at once. */
const CROWD = 40;

/**
 * Requests that are ready at once are taken up one after the other, in one turn of the event loop: each has waited
 * for those before it. Where that lasts, there is more to do than can be done, and those who would wait longest are
 * told at once to come back: the others are answered in time. A short queue that passes, as after one slow request,
 * is worked off.
 * @param security what else the head of a page says
 */
export const unlessLate = (security: RequestHandler): RequestHandler => {
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
  const refuseLate = (request: Request, response: Response, next: NextFunction): void => {
    if (isOfProgram(request)) response.writeHead(503, HEAD).end(TEXT);
    else security(request, response, () => next(new HttpProblem("OVERLOADED")));
  };
  return (request, response, next) => {
    if (isTooLate(performance.now()) && !VITAL.has(request.path)) refuseLate(request, response, next);
    else next();
  };
};
