import { type Request, type Response, Router } from "express";
import { DomainError } from "../../../domain/errors.ts";
import { SHORTEST_PASSWORD } from "../../../usecases/accounts/password-rule.ts";
import { SCOPES } from "../../../usecases/accounts/ports.ts";
import { actorIn, signedInAccount } from "../../access/present.ts";
import type { SessionCookie } from "../../access/session-cookie.ts";
import type { Service } from "../../service.ts";
import { fieldIn, form } from "../form.ts";
import { pageOf, sendPage } from "../page.ts";

interface Said {
  /** Key of an error of the password's form. */
  readonly error?: string;
  readonly isPasswordChanged?: boolean;
  /** The secret of a token just made: shown this once. */
  readonly secret?: string;
}

const show = async (service: Service, request: Request, response: Response, said: Said): Promise<void> => {
  const account = signedInAccount(response);
  const page = pageOf(service, request, response, "accounts");
  const buyer = account.buyer === null ? null : await service.accounts.findBuyer(account.buyer);
  const tokens = await service.accounts.listTokens(account.id);
  const view = {
    title: page.words["yourAccount"] ?? "",
    buyer:
      buyer === null ? null : { code: buyer.code, name: buyer.name[page.language] ?? buyer.name.fr ?? "" },
    shortest: SHORTEST_PASSWORD,
    hasPassword: account.hasPassword,
    tokens: tokens.map(({ id, name, scopes, createdAt, lastUsedAt }) => ({
      id,
      name,
      scopes: scopes.map((scope) => page.words[`scope_${scope}`] ?? scope).join(" · "),
      createdOn: createdAt.slice(0, 10),
      lastUsedOn: lastUsedAt?.slice(0, 10) ?? null,
    })),
    error: said.error === undefined ? null : (page.words[`error_${said.error}`] ?? said.error),
    isPasswordChanged: said.isPasswordChanged ?? false,
    secret: said.secret ?? null,
  };
  sendPage(response, "accounts/account", page, view, said.error === undefined ? 200 : 400);
};

const addPassword = (router: Router, service: Service, cookie: SessionCookie): void => {
  router.post("/account/password", form, async (request, response) => {
    const password = fieldIn(request, "password");
    if (password !== fieldIn(request, "again"))
      return show(service, request, response, { error: "PASSWORDS_DIFFER" });
    try {
      const old = fieldIn(request, "old");
      const account = signedInAccount(response);
      const session = await service.accounts.changePassword(account, old, password, request.ip ?? "");
      cookie.set(request, response, session);
      return await show(service, request, response, { isPasswordChanged: true });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const key = error.code === "SIGN_IN_FAILED" ? "OLD_PASSWORD_WRONG" : error.code;
      return show(service, request, response, { error: key });
    }
  });
};

const NAME_LENGTH = 80;

/** The page of one's own account: password, tokens. */
export const ownAccountPages = (service: Service, cookie: SessionCookie): Router => {
  const { accounts } = service;
  const router = Router();
  router.get("/account", (request, response) => show(service, request, response, {}));
  addPassword(router, service, cookie);
  router.post("/account/tokens", form, async (request, response) => {
    const scopes = SCOPES.filter((scope) => scope === "read" || fieldIn(request, "write") !== "");
    const name = fieldIn(request, "name").trim().slice(0, NAME_LENGTH) || "API";
    const { id } = signedInAccount(response);
    const { secret } = await accounts.makeToken(actorIn(response), id, name, scopes);
    return show(service, request, response, { secret });
  });
  router.post("/account/tokens/:id/revoke", form, async (request, response) => {
    const { id } = signedInAccount(response);
    await accounts.revokeToken(actorIn(response), id, request.params.id);
    response.redirect(303, "/account");
  });
  return router;
};
