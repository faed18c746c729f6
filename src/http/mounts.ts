import { Router } from "express";
import type { Mount } from "./access/route-list.ts";
import type { SessionCookie } from "./access/session-cookie.ts";
import { limited } from "./limited.ts";
import { openApi } from "./openapi/openapi.ts";
import { alertPages } from "./pages/alerts/alert-pages.ts";
import { callPage } from "./pages/calls/call-page.ts";
import { callFeeds } from "./pages/calls/feeds.ts";
import { searchPage } from "./pages/calls/search-page.ts";
import { cooperativePages } from "./pages/cooperative/cooperative-pages.ts";
import { yearPages } from "./pages/year/year-pages.ts";
import { accountPages } from "./pages/accounts/account-pages.ts";
import { calendarPages } from "./pages/calendar/calendar-pages.ts";
import { checkPages } from "./pages/check/check-pages.ts";
import { noticePages } from "./pages/notice/notice-pages.ts";
import { tenderPages } from "./pages/tenders/tender-pages.ts";
import { decisionsPage } from "./pages/decisions/decisions-page.ts";
import { registerPage } from "./pages/register/register-page.ts";
import { verifyPage } from "./pages/verify/verify-page.ts";
import { assessmentRoutes } from "./routes/assessments.ts";
import { callRoutes } from "./routes/calls.ts";
import { checkRoutes } from "./routes/checks.ts";
import { confirmationRoutes } from "./routes/confirmations.ts";
import { cooperativeRoutes, eligibilityRoutes } from "./routes/cooperatives.ts";
import { yearRoutes } from "./routes/years.ts";
import { healthRoutes } from "./routes/health.ts";
import { metricsRoutes } from "./routes/metrics.ts";
import { logRoutes } from "./routes/log.ts";
import { decisionRoutes, responseRoutes } from "./routes/decisions.ts";
import { reportRoutes } from "./routes/reports.ts";
import { importRoutes } from "./routes/imports.ts";
import { redFlagRoutes } from "./routes/red-flags.ts";
import { ruleRoutes } from "./routes/rules.ts";
import { tenderRoutes } from "./routes/tenders.ts";
import { verifyRoutes } from "./routes/verify.ts";
import type { Service } from "./service.ts";

/** A mirror reads a tile for every 256 leaves. */
const LOG_PER_MINUTE = 1200;
/** A table of a search is up to 10 000 lines; an alert sends a mail to an address that somebody typed. */
const TABLES_PER_MINUTE = 20;
const ALERTS_PER_MINUTE = 10;

const openApiRoutes = (version: string): Router => {
  const router = Router();
  const document = openApi(version);
  router.get("/openapi.json", (_request, response) => {
    response.json(document);
  });
  return router;
};

/** Every router of the service at its place; who may call their routes is in the access table. */
export const mountsOf = (service: Service, cookie: SessionCookie): readonly Mount[] => {
  const limit = limited(service.checksPerMinute);
  const search = limited(service.searchesPerMinute);
  return [
    { path: "/", router: healthRoutes(service.isReady) },
    { path: "/", router: metricsRoutes(service.metrics) },
    { path: "/api/v1/checks", before: [limit], router: checkRoutes(service) },
    { path: "/api/v1/checks", before: [limit], router: redFlagRoutes() },
    { path: "/api/v1/tenders", router: tenderRoutes(service) },
    { path: "/api/v1/tenders", router: eligibilityRoutes(service) },
    { path: "/api/v1/buyers", router: yearRoutes(service) },
    { path: "/api/v1/calls", before: [search], router: callRoutes(service) },
    { path: "/api/v1/cooperatives", router: cooperativeRoutes(service) },
    { path: "/api/v1/assessments", router: assessmentRoutes(service) },
    { path: "/api/v1/verify", before: [limit], router: verifyRoutes(service) },
    { path: "/api/v1/rules", router: ruleRoutes(service.rulebook) },
    { path: "/api/v1/confirmations", router: confirmationRoutes(service.law) },
    { path: "/api/v1", router: importRoutes(service) },
    { path: "/api/v1", router: openApiRoutes(service.rulebook.version) },
    { path: "/log", before: [limited(LOG_PER_MINUTE)], router: logRoutes(service.ledger.log) },
    { path: "/api/v1", router: decisionRoutes(service) },
    { path: "/api/v1/reports", router: responseRoutes(service, limit) },
    { path: "/decisions", router: decisionsPage(service) },
    { path: "/api/v1/reports", router: reportRoutes(service) },
    { path: "/register", router: registerPage(service) },
    { path: "/verify", before: [limit], router: verifyPage(service) },
    { path: "/", router: checkPages(service, limit) },
    { path: "/", router: noticePages(service, limit) },
    { path: "/", router: tenderPages(service) },
    { path: "/", router: calendarPages(service) },
    { path: "/", router: yearPages(service) },
    { path: "/", router: searchPage(service, search) },
    { path: "/", router: callFeeds(service, search, limited(TABLES_PER_MINUTE)) },
    { path: "/", router: callPage(service) },
    { path: "/", router: alertPages(service, limited(ALERTS_PER_MINUTE)) },
    { path: "/", router: cooperativePages(service) },
    ...accountPages(service, cookie),
  ];
};
