import { type Request, type Response, Router } from "express";
import { DomainError } from "../../../domain/errors.ts";
import { DEMO_ROLES } from "../../../usecases/accounts/demo-accounts.ts";
import type { SessionCookie } from "../../access/session-cookie.ts";
import { HttpProblem } from "../../problem.ts";
import type { Service } from "../../service.ts";
import { fieldIn, localAddress } from "../form.ts";
import { pageOf, sendPage } from "../page.ts";
import { carryingForm, type KeptForm, keptIn, resumed } from "./kept-form.ts";

/** The sign-in; `kept`: a form that waits behind it. */
export const showSignIn = (
  service: Service,
  request: Request,
  response: Response,
  error: string | null,
  status = 200,
  kept: KeptForm | null = keptIn(request),
): void => {
  const page = pageOf(service, request, response, "accounts");
  const next = localAddress(request.method === "GET" ? request.query["next"] : fieldIn(request, "next"));
  const demo = service.isDemo
    ? DEMO_ROLES.map((role) => ({ role, name: page.words[`role_${role}`] ?? role }))
    : null;
  const said = error === null ? null : (page.words[`error_${error}`] ?? error);
  const view = {
    title: page.words["signIn"] ?? "",
    next,
    nextEncoded: encodeURIComponent(next),
    demo,
    said,
    kept,
    provider: service.accounts.provider?.name ?? null,
    // A form that waits may have a field of that name, which is not who signs in.
    login: request.path.startsWith("/login") ? fieldIn(request, "login") : "",
  };
  sendPage(response, "accounts/login", page, view, status);
};

/** Goes on after the sign-in: to the form that was kept, else to the page that was asked for. */
export const goOn = (service: Service, request: Request, response: Response): void => {
  const kept = keptIn(request);
  if (kept === null) {
    response.redirect(303, localAddress(fieldIn(request, "next")));
    return;
  }
  const page = pageOf(service, request, response, "accounts");
  sendPage(response, "accounts/resume", page, { title: page.words["resumeTitle"] ?? "", ...resumed(kept) });
};

/** Sign in and out. */
export const signInPages = (service: Service, cookie: SessionCookie): Router => {
  const { accounts } = service;
  const router = Router();
  router.get("/login", (request, response) => {
    showSignIn(service, request, response, null);
  });
  router.post("/login", carryingForm, async (request, response) => {
    try {
      const address = request.ip ?? "";
      const secret = await accounts.signIn(fieldIn(request, "login"), fieldIn(request, "password"), address);
      cookie.set(request, response, secret);
      goOn(service, request, response);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      showSignIn(service, request, response, error.code, error.code === "TOO_MANY_ATTEMPTS" ? 429 : 401);
    }
  });
  router.post("/login/demo", carryingForm, async (request, response) => {
    const role = DEMO_ROLES.find((each) => each === fieldIn(request, "role"));
    const secret = service.isDemo && role !== undefined ? await accounts.demoSession(role) : null;
    if (secret === null) throw new HttpProblem("NOT_FOUND");
    cookie.set(request, response, secret);
    goOn(service, request, response);
  });
  router.post("/logout", async (request, response) => {
    const secret = cookie.read(request);
    if (secret !== null) await accounts.signOut(secret);
    cookie.clear(request, response);
    response.redirect(303, "/");
  });
  return router;
};
