import { join } from "node:path";
import express, { type Express } from "express";
import helmet from "helmet";
import { ACCESS } from "./access/access-table.ts";
import { demandComplete, gate } from "./access/gate.ts";
import { routesOf } from "./access/route-list.ts";
import { sessionCookie } from "./access/session-cookie.ts";
import { atMost, unlessLate } from "./back-pressure.ts";
import { bodyDeadline } from "./body-deadline.ts";
import { mountsOf } from "./mounts.ts";
import { observed, type Watch } from "./observe.ts";
import { errorPage } from "./pages/error-page.ts";
import { problems } from "./problem.ts";
import { refuseNul } from "./refuse-nul.ts";
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

/** The HTTP service over the use-cases: API, health, pages. `watch` hears of every answer and of what is our own fault. */
export const createApp = (service: Service, assets: Assets, watch: Watch): Express => {
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.set("query parser", "simple");
  // The address and the scheme that a proxy on this machine tells; nobody else is believed.
  app.set("trust proxy", "loopback");
  app.use(observed(watch.answered));
  app.use(unlessLate(security));
  app.use(security);
  app.use(bodyDeadline);
  app.use(refuseNul);
  app.use("/assets/fonts", express.static(assets.fonts, { index: false, immutable: true, maxAge: "30d" }));
  app.use("/assets", express.static(join(assets.folder), { index: false, maxAge: "1h" }));
  const { publicUrl, accounts, isDemo } = service;
  const cookie = sessionCookie(publicUrl?.startsWith("https:") ?? false);
  const mounts = mountsOf(service, cookie);
  const routes = routesOf(mounts);
  demandComplete(routes, ACCESS);
  app.use(atMost(service.mostAtWork));
  app.use(gate(routes, ACCESS, { ...accounts, cookie, publicUrl, isDemo }));
  for (const { path, before = [], router } of mounts) app.use(path, ...before, router);
  app.use(problems(watch, errorPage(service)));
  return app;
};
