import { type Request, type Response, Router } from "express";
import { DomainError } from "../../../domain/errors.ts";
import { accountIn } from "../../access/present.ts";
import { providerCookie } from "../../access/provider-cookie.ts";
import type { SessionCookie } from "../../access/session-cookie.ts";
import { HttpProblem } from "../../problem.ts";
import type { Service } from "../../service.ts";
import { localAddress } from "../form.ts";
import { carryingForm } from "./kept-form.ts";
import { goOn, showSignIn } from "./sign-in-pages.ts";

const CALLBACK = "/login/provider/callback";

const STATUS: Readonly<Record<string, number>> = { PROVIDER_UNAVAILABLE: 503, TOO_MANY_ATTEMPTS: 429 };

/** The sign-in page with what went wrong. */
const refused = (service: Service, request: Request, response: Response, error: unknown): void => {
  if (!(error instanceof DomainError)) throw error;
  showSignIn(service, request, response, error.code, STATUS[error.code] ?? 401);
};

/** Sign in by the buyer's own provider of OpenID Connect; where none is set, there is nothing at these addresses. */
export const providerPages = (service: Service, cookie: SessionCookie): Router => {
  const { provider } = service.accounts;
  const publicUrl = service.publicUrl ?? "";
  const waiting = providerCookie(publicUrl.startsWith("https:"));
  const router = Router();
  router.get("/login/provider", async (request, response) => {
    if (provider === null) throw new HttpProblem("NOT_FOUND");
    response.set("Cache-Control", "no-store");
    try {
      const { address, proof } = await provider.begin(`${publicUrl}${CALLBACK}`);
      waiting.set(response, { ...proof, next: localAddress(request.query["next"]) });
      response.redirect(303, address);
    } catch (error) {
      refused(service, request, response, error);
    }
  });
  router.get(CALLBACK, async (request, response) => {
    if (provider === null) throw new HttpProblem("NOT_FOUND");
    response.set("Cache-Control", "no-store");
    const asked = waiting.take(request, response);
    try {
      // An answer that this browser did not ask for signs nobody in.
      if (asked === null) throw new DomainError("SIGN_IN_BROKEN");
      const callback = new URL(`${publicUrl}${CALLBACK}`);
      callback.search = new URL(request.originalUrl, "http://localhost").search;
      cookie.set(request, response, await provider.signIn(callback, asked, request.ip ?? ""));
      response.redirect(303, localAddress(asked.next));
    } catch (error) {
      refused(service, request, response, error);
    }
  });
  // Signed in elsewhere, in another window, the person goes on with the form that waits in this one.
  router.post("/login/resume", carryingForm, (request, response) => {
    if (accountIn(response) === null) showSignIn(service, request, response, "NOT_SIGNED_IN_YET");
    else goOn(service, request, response);
  });
  return router;
};
