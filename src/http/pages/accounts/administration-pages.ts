import { type Request, type Response, Router } from "express";
import { ROLES } from "../../../domain/actor.ts";
import { DomainError } from "../../../domain/errors.ts";
import type { Place } from "../../../domain/territory.ts";
import type { Language, LocalText } from "../../../domain/tender.ts";
import type { Account } from "../../../usecases/accounts/ports.ts";
import { actorIn } from "../../access/present.ts";
import type { Service } from "../../service.ts";
import { fieldIn, form } from "../form.ts";
import { pageOf, sendPage } from "../page.ts";

const PLACES_SHOWN = 20;

interface Said {
  readonly error?: string;
  /** A one-time link just made, and for whom. */
  readonly link?: { readonly login: string; readonly href: string };
  /** Places among which the buyer's name does not decide. */
  readonly places?: readonly Place[];
}

const nameIn = (name: LocalText, language: Language): string => name[language] ?? name.fr ?? name.ar ?? "";

const linkOf = (service: Service, request: Request, secret: string): string =>
  `${service.publicUrl ?? `${request.protocol}://${request.headers.host ?? ""}`}/welcome/${secret}`;

const show = async (service: Service, request: Request, response: Response, said: Said): Promise<void> => {
  const page = pageOf(service, request, response, "accounts");
  const { accounts } = service;
  const names = new Map(
    (await accounts.listBuyers()).map(({ code, name }) => [code, nameIn(name, page.language)]),
  );
  const view = {
    title: page.words["menuAccounts"] ?? "",
    accounts: (await accounts.listAccounts()).map((account) => ({
      ...account,
      roleName: page.words[`role_${account.role}`] ?? account.role,
      buyerName: account.buyer === null ? null : (names.get(account.buyer) ?? account.buyer),
    })),
    roles: ROLES.map((role) => ({
      role,
      name: page.words[`role_${role}`] ?? role,
      isChosen: role === (fieldIn(request, "role") || "officer"),
    })),
    login: fieldIn(request, "login"),
    buyer: fieldIn(request, "buyer"),
    places: (said.places ?? []).map((place) => ({
      code: place.code,
      name: accounts.territory
        .chain(place.code)
        .map(({ name }) => nameIn(name, page.language))
        .join(" · "),
    })),
    error: said.error === undefined ? null : (page.words[`error_${said.error}`] ?? said.error),
    link: said.link ?? null,
  };
  sendPage(response, "accounts/accounts", page, view, said.error === undefined ? 200 : 400);
};

/** The buyer by its code, or by a name that only one place has. */
const buyerIn = async (service: Service, request: Request): Promise<string | null | readonly Place[]> => {
  const text = fieldIn(request, "place") || fieldIn(request, "buyer").trim();
  if (text === "") return null;
  const { territory, findBuyer } = service.accounts;
  if (territory.find(text) !== null || (await findBuyer(text)) !== null) return text;
  const places = territory.search(text, PLACES_SHOWN);
  const [first, ...others] = places;
  return first === undefined ? text : others.length === 0 ? first.code : places;
};

const addOne = (router: Router, service: Service): void => {
  const { accounts } = service;
  router.post("/accounts", form, async (request, response) => {
    const buyer = await buyerIn(service, request);
    if (Array.isArray(buyer))
      return show(service, request, response, { error: "BUYER_UNCLEAR", places: buyer as readonly Place[] });
    const role = ROLES.find((each) => each === fieldIn(request, "role")) ?? "officer";
    try {
      const asked = { login: fieldIn(request, "login"), role, buyer: buyer as string | null };
      const { account, secret } = await accounts.addAccount(actorIn(response), asked);
      const link = { login: account.login, href: linkOf(service, request, secret) };
      request.body = {};
      return await show(service, request, response, { link });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return show(service, request, response, { error: error.code });
    }
  });
};

/** @throws DomainError ACCOUNT_NOT_FOUND; the demo's accounts are kept by nobody */
const accountAt = async (service: Service, id: string): Promise<Account> => {
  const account = await service.accounts.findAccount(id);
  if (account === null || account.isDemo) throw new DomainError("ACCOUNT_NOT_FOUND", { id });
  return account;
};

/** The accounts, for administrators. */
export const administrationPages = (service: Service): Router => {
  const { accounts } = service;
  const router = Router();
  router.get("/accounts", (request, response) => show(service, request, response, {}));
  addOne(router, service);
  router.post("/accounts/:id/link", form, async (request, response) => {
    const { id, login } = await accountAt(service, request.params.id);
    const secret = await accounts.issueLink(actorIn(response), id);
    return show(service, request, response, { link: { login, href: linkOf(service, request, secret) } });
  });
  router.post("/accounts/:id/active", form, async (request, response) => {
    const { id } = await accountAt(service, request.params.id);
    const isOwn = id === actorIn(response).accountId;
    if (isOwn) return show(service, request, response, { error: "OWN_ACCOUNT" });
    await accounts.setActive(actorIn(response), id, fieldIn(request, "active") === "1");
    response.redirect(303, "/accounts");
  });
  return router;
};
