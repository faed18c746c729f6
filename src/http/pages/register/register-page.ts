import { type Request, type Response, Router } from "express";
import { actorIn } from "../../access/present.ts";
import { form, fieldIn } from "../form.ts";
import { languageOf, pageOf, sendPage } from "../page.ts";
import { afterIn, filterIn, sampleIn, VERDICTS } from "../../register-query.ts";
import { allowQuery } from "../../request.ts";
import { FILTERS } from "../../register-query.ts";
import type { Service } from "../../service.ts";
import type { IssuedReport } from "../../../usecases/issue-report.ts";

const REPORTS_A_PAGE = 50;
const EVERYTHING_ELSE = ["after", "seed", "size", "by", "lang"] as const;

/** The query with some of its values changed. */
const hrefWith = (
  request: Request,
  path: string,
  changes: Readonly<Record<string, string | null>>,
): string => {
  const query = new URLSearchParams(request.query as Record<string, string>);
  for (const [name, value] of Object.entries(changes))
    if (value === null) query.delete(name);
    else query.set(name, value);
  return `${path}?${query.toString()}`;
};

/** The auditor's room: what was issued, searched, sampled, taken away, and proved between two visits. */
export const registerPage = (service: Service): Router => {
  const router = Router();
  const { ledger, rulebook } = service;

  const rowOf = (report: IssuedReport, language: "ar" | "fr" | "en") => ({
    ...report,
    issuedOn: report.issuedAt.slice(0, 10),
    verdictName: rulebook.common.verdicts[report.verdict]?.[language] ?? report.verdict,
  });

  const show = async (request: Request, response: Response, visit: string | null): Promise<void> => {
    const page = pageOf(service, request, response, "verify", "register");
    allowQuery(request, ...FILTERS, ...EVERYTHING_ELSE);
    const [actor, filter, order] = [actorIn(response), filterIn(request), sampleIn(request)];
    const listed = await ledger.register.page(actor, filter, afterIn(request), REPORTS_A_PAGE);
    const items = order === null ? listed.items : await ledger.sample(actor, filter, order);
    const plain = { after: null, seed: null, size: null, by: null, lang: null };
    sendPage(response, "register", page, {
      title: page.words["registerTitle"] ?? "",
      filter: { text: "", buyer: "", year: "", ...filter },
      verdicts: VERDICTS.map((code) => ({
        code,
        name: rulebook.common.verdicts[code]?.[page.language] ?? code,
        isChosen: filter.verdict === code,
      })),
      buyers: (await ledger.register.buyers(actor)).map((code) => ({
        code,
        isChosen: filter.buyer === code,
      })),
      order,
      isRisk: order?.by === "risk",
      items: items.map((report) => rowOf(report, page.language)),
      next:
        order === null && listed.next !== null
          ? hrefWith(request, "/register", { after: listed.next })
          : null,
      archive: hrefWith(request, "/api/v1/reports/archive.zip", plain),
      head: await ledger.log.checkpoint(),
      visit,
    });
  };

  router.get("/", (request, response) => show(request, response, null));
  router.get("/compare", (request, response) => {
    const { before, after } = request.query;
    const id = /^[0-9A-HJKMNP-TV-Z]{26}$/;
    const isChosen =
      typeof before === "string" && typeof after === "string" && id.test(before) && id.test(after);
    const language = languageOf(request);
    response.redirect(
      303,
      isChosen ? `/api/v1/assessments/${before}/comparison.pdf?with=${after}&lang=${language}` : "/register",
    );
  });
  router.post("/visit", form, async (request, response) => {
    const note = fieldIn(request, "head").replaceAll("\r\n", "\n");
    const page = pageOf(service, request, response, "verify", "register");
    const { answer, size } = await ledger.log.continues(note.endsWith("\n") ? note : `${note}\n`);
    const sentence = (page.words[`visit_${answer}`] ?? answer).replace("{size}", String(size));
    await show(request, response, sentence);
  });
  return router;
};
