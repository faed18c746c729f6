import { type Request, type Response, Router } from "express";
import { pdfBytes, pdfIn } from "../../read-upload.ts";
import type { Service } from "../../service.ts";
import { pageOf, sendPage } from "../page.ts";
import { type RecordView, type ResultView, recordView, resultView } from "./verify-view.ts";

/** What the page may show beside its form. */
interface Shown {
  readonly result?: ResultView;
  readonly record?: RecordView;
  readonly problem?: string;
}

const NOTHING = { result: null, record: null, problem: null };

/** The page at `/verify`: drop a report and read what holds of it; `/verify/ID` is where its QR code leads. */
export const verifyPage = (service: Service): Router => {
  const router = Router();
  const page = (request: Request, response: Response) => pageOf(service, request, response, "verify");
  const show = (request: Request, response: Response, shown: Shown, status = 200): void => {
    const shell = page(request, response);
    sendPage(response, "verify", shell, { ...NOTHING, ...shown, title: shell.words["title"] ?? "" }, status);
  };

  router.get("/", (request, response) => show(request, response, {}));
  router.post("/", pdfBytes, async (request, response) => {
    const { words } = page(request, response);
    const file = await pdfIn(request, "file");
    if (file === null) show(request, response, { problem: words["notPdf"] ?? "" }, 400);
    else show(request, response, { result: resultView(await service.ledger.verify(file), words) });
  });
  router.get("/:reportId", async (request, response) => {
    const { words } = page(request, response);
    const report = await service.ledger.findReport(request.params.reportId);
    if (report === null) {
      show(request, response, { problem: words["unknownReport"] ?? "" }, 404);
      return;
    }
    const responses = await service.ledger.answersTo(report.assessmentId);
    show(request, response, { record: recordView(report, responses, words) });
  });
  return router;
};
