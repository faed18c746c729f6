import type { RequestHandler } from "express";
import { HttpProblem } from "./problem.ts";

/** A NUL in a path names nothing, and PostgreSQL takes it in no text. */
export const refuseNul: RequestHandler = (request, _response, next) => {
  next(request.path.includes("%00") ? new HttpProblem("NOT_FOUND") : undefined);
};
