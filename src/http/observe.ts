import { randomUUID } from "node:crypto";
import type { Request, RequestHandler } from "express";
import type { DomainError } from "../domain/errors.ts";

/** A request that was answered. No address, no query, no header: nothing that tells of a person. */
export interface Answered {
  readonly id: string;
  readonly method: string;
  /** As declared, `/api/v1/tenders/:id`; `unmatched` where none is. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
}

/** Who hears of what the service does. */
export interface Watch {
  /** An error that is our own fault. */
  readonly fault: (error: unknown) => void;
  readonly answered: (answered: Answered) => void;
  /** The error of a database that cannot do its work now, as one of ours; null for any other. */
  readonly storageFault: (error: unknown) => DomainError | null;
}

const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

const routeOf = ({ baseUrl, route }: Request): string => {
  const path = (route as { path?: unknown } | undefined)?.path;
  return typeof path === "string" ? `${baseUrl}${path === "/" ? "" : path}` || "/" : "unmatched";
};

/** Tells of each request once it is answered, or given up by its client; each answer carries its id. */
export const observed =
  (tell: (answered: Answered) => void): RequestHandler =>
  (request, response, next) => {
    const id = randomUUID();
    const start = performance.now();
    response.set("X-Request-Id", id);
    response.once("close", () => {
      tell({
        id,
        // A method of the client's own invention would make a label of its own.
        method: METHODS.has(request.method) ? request.method : "OTHER",
        route: routeOf(request),
        status: response.writableFinished ? response.statusCode : 499,
        milliseconds: Math.round((performance.now() - start) * 100) / 100,
      });
    });
    next();
  };
