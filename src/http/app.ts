import { join } from "node:path";
import express, { type Express, Router } from "express";
import { rateLimit } from "express-rate-limit";
import helmet from "helmet";
import { openApi } from "./openapi/openapi.ts";
import { homePage } from "./pages/home.ts";
import { notFound, onlyMethods, problems, sendProblem } from "./problem.ts";
import { assessmentRoutes } from "./routes/assessments.ts";
import { checkRoutes } from "./routes/checks.ts";
import { confirmationRoutes } from "./routes/confirmations.ts";
import { healthRoutes } from "./routes/health.ts";
import { ruleRoutes } from "./routes/rules.ts";
import { tenderRoutes } from "./routes/tenders.ts";
import type { Service } from "./service.ts";

/** Where the files of the pages lie. */
export interface Assets {
  readonly folder: string;
  readonly fonts: string;
}

/** Nothing from outside, nothing inline; forms post to us alone. */
const security = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // The service itself speaks plain HTTP to the machine's reverse proxy, which is where TLS ends.
  strictTransportSecurity: false,
});

const limited = (perMinute: number) =>
  rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    handler: (_request, response) => {
      sendProblem(response, "TOO_MANY_REQUESTS");
    },
  });

const api = (service: Service): Router => {
  const router = Router();
  const document = openApi(service.rulebook.version);
  router.use("/checks", limited(service.checksPerMinute), checkRoutes(service));
  router.use("/tenders", tenderRoutes(service));
  router.use("/assessments", assessmentRoutes(service));
  router.use("/rules", ruleRoutes(service.rulebook));
  router.use("/confirmations", confirmationRoutes(service.law));
  router.get("/openapi.json", (_request, response) => {
    response.json(document);
  });
  router.all("/openapi.json", onlyMethods("GET", "HEAD"));
  return router;
};

/** The HTTP service over the use-cases: API, health, page. `log` hears of errors that are our own fault. */
export const createApp = (service: Service, assets: Assets, log: (error: unknown) => void): Express => {
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.set("query parser", "simple");
  app.use(security);
  app.use(healthRoutes(service.isReady));
  app.use("/api/v1", api(service));
  app.use("/assets/fonts", express.static(assets.fonts, { index: false, immutable: true, maxAge: "30d" }));
  app.use("/assets", express.static(join(assets.folder), { index: false, maxAge: "1h" }));
  app.use(homePage(service, limited(service.checksPerMinute)));
  app.use(notFound);
  app.use(problems(log));
  return app;
};
