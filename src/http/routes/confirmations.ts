import { Router } from "express";
import { inputError } from "../../intake/input-error.ts";
import { readConfirmation } from "../../intake/read-confirmations.ts";
import type { ConfirmedLaw } from "../../usecases/confirm.ts";
import { HttpProblem } from "../problem.ts";
import { allowQuery, jsonBytes } from "../request.ts";

/** Confirmations of numbers of the law by jurists. */
export const confirmationRoutes = (law: ConfirmedLaw): Router => {
  const router = Router();
  router.get("/", (request, response) => {
    allowQuery(request);
    response.json({ items: law.list() });
  });
  router.post("/", jsonBytes, async (request, response) => {
    allowQuery(request);
    if (!Buffer.isBuffer(request.body))
      throw new HttpProblem("UNSUPPORTED_TYPE", [inputError("", "TYPE", "expected a JSON body")]);
    const read = readConfirmation(request.body, law.current());
    if (!read.ok) throw new HttpProblem("BAD_INPUT", read.errors);
    await law.confirm(read.confirmation);
    response.status(201).json(read.confirmation);
  });
  return router;
};
