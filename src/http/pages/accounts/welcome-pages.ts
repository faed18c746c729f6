import { type Request, type Response, Router } from "express";
import { DomainError } from "../../../domain/errors.ts";
import { SHORTEST_PASSWORD } from "../../../usecases/accounts/password-rule.ts";
import type { SessionCookie } from "../../access/session-cookie.ts";
import type { Service } from "../../service.ts";
import { fieldIn, form } from "../form.ts";
import { pageOf, sendPage } from "../page.ts";

const secretIn = (request: Request): string => String(request.params["secret"]);

const show = async (
  service: Service,
  request: Request,
  response: Response,
  error: string | null,
): Promise<void> => {
  const account = await service.accounts.invited(secretIn(request));
  if (account === null) throw new DomainError("LINK_SPENT");
  const page = pageOf(service, request, response, "accounts");
  const said = error === null ? null : (page.words[`error_${error}`] ?? error);
  const view = {
    title: page.words["choosePassword"] ?? "",
    login: account.login,
    secret: secretIn(request),
    said,
    shortest: SHORTEST_PASSWORD,
  };
  // The address holds a secret: it goes to no other page.
  response.set("Referrer-Policy", "no-referrer");
  sendPage(response, "accounts/welcome", page, view, error === null ? 200 : 400);
};

/** One-time links: choose a password. */
export const welcomePages = (service: Service, cookie: SessionCookie): Router => {
  const router = Router();
  router.get("/welcome/:secret", (request, response) => show(service, request, response, null));
  router.post("/welcome/:secret", form, async (request, response) => {
    const password = fieldIn(request, "password");
    if (password !== fieldIn(request, "again")) return show(service, request, response, "PASSWORDS_DIFFER");
    try {
      const session = await service.accounts.acceptInvitation(secretIn(request), password);
      cookie.set(request, response, session);
      response.redirect(303, "/account");
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "PASSWORD_WEAK") throw error;
      return show(service, request, response, error.code);
    }
  });
  return router;
};
