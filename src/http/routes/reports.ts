import { Router } from "express";
import { DomainError } from "../../domain/errors.ts";
import { actorIn } from "../access/present.ts";
import { allowQuery, limitIn, variantIn } from "../request.ts";
import { afterIn, FILTERS, filterIn, sampleIn } from "../register-query.ts";
import { sendReport } from "../send-report.ts";
import type { Service } from "../service.ts";
import { HttpProblem } from "../problem.ts";
import { inputError } from "../../intake/input-error.ts";
import { zip } from "../zip.ts";
import { sendPieces } from "../send-pieces.ts";

/** The register of issued reports: list, sample, archive, files. */
export const reportRoutes = ({ ledger }: Service): Router => {
  const router = Router();
  router.get("/", async (request, response) => {
    allowQuery(request, ...FILTERS, "after", "limit");
    const page = await ledger.register.page(
      actorIn(response),
      filterIn(request),
      afterIn(request),
      limitIn(request),
    );
    response.json(page);
  });
  router.get("/sample", async (request, response) => {
    allowQuery(request, ...FILTERS, "seed", "size", "by");
    const order = sampleIn(request);
    if (order === null)
      throw new HttpProblem("BAD_PARAMETER", [inputError("/query/seed", "PARAMETER", "expected a seed")]);
    response.json({ ...order, items: await ledger.sample(actorIn(response), filterIn(request), order) });
  });
  router.get("/archive.zip", async (request, response) => {
    allowQuery(request, ...FILTERS);
    const files = ledger.archive(actorIn(response), filterIn(request));
    response.type("application/zip").set("Content-Disposition", 'attachment; filename="reports.zip"');
    await sendPieces(response, zip(files));
  });
  router.get("/:reportId/file.pdf", async (request, response) => {
    allowQuery(request, "variant");
    const { reportId } = request.params;
    const file = await ledger.fileWithin(actorIn(response), reportId, variantIn(request));
    if (file === null) throw new DomainError("REPORT_NOT_FOUND", { id: reportId });
    sendReport(request, response, file, `awlawiya-${reportId}`);
  });
  return router;
};
