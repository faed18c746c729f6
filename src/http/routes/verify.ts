import { Router } from "express";
import { DomainError } from "../../domain/errors.ts";
import { summaryOf } from "../../domain/verification.ts";
import { inputError } from "../../intake/input-error.ts";
import { HttpProblem } from "../problem.ts";
import { pdfBytes, pdfIn } from "../read-upload.ts";
import { allowQuery } from "../request.ts";
import type { Service } from "../service.ts";

/** Checks reports: one that is sent, and one that was issued here. */
export const verifyRoutes = ({ ledger }: Service): Router => {
  const router = Router();
  router.post("/", pdfBytes, async (request, response) => {
    allowQuery(request);
    const file = await pdfIn(request, "file");
    if (file === null)
      throw new HttpProblem("BAD_INPUT", [inputError("", "NOT_PDF", "is not a PDF; expected a report")]);
    const verification = await ledger.verify(file);
    response.json({ summary: summaryOf(verification), ...verification });
  });
  router.get("/:reportId", async (request, response) => {
    allowQuery(request);
    const id = request.params.reportId;
    const report = await ledger.findReport(id);
    if (report === null) throw new DomainError("REPORT_NOT_FOUND", { id });
    response.json(report);
  });
  return router;
};
