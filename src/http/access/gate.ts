import type { Request, RequestHandler, Response } from "express";
import { VISITOR } from "../../domain/actor.ts";
import { accountActor } from "../../usecases/accounts/account-actor.ts";
import type { Authenticated } from "../../usecases/accounts/authenticate.ts";
import { HttpProblem } from "../problem.ts";
import { type Access, allows } from "./access.ts";
import { setPresent } from "./present.ts";
import { fits, type Route } from "./route-list.ts";
import { isFromOurPages } from "./same-site.ts";
import type { SessionCookie } from "./session-cookie.ts";

/** What the gate asks of the service. */
export interface Doorkeeper {
  readonly bySession: (secret: string) => Promise<Authenticated | null>;
  readonly byToken: (token: string) => Promise<Authenticated | null>;
  readonly cookie: SessionCookie;
  readonly publicUrl: string | null;
  readonly isDemo: boolean;
}

const BEARER = /^Bearer +([\w.~+/-]{1,200}=*)$/i;
const API = "/api/";

/** The person, by a token on the API, else by the session's cookie. */
const whoIs = async (request: Request, door: Doorkeeper): Promise<Authenticated | null> => {
  const { authorization } = request.headers;
  if (authorization !== undefined && request.path.startsWith(API)) {
    const [, token] = BEARER.exec(authorization) ?? [];
    const found = token === undefined ? null : await door.byToken(token);
    // A token that was sent and is none of ours is a mistake, even where nobody needs one.
    if (found === null) throw new HttpProblem("NOT_SIGNED_IN");
    return found;
  }
  const secret = door.cookie.read(request);
  return secret === null ? null : door.bySession(secret);
};

const methodOf = ({ method }: Request): string => (method === "HEAD" ? "GET" : method);

const routeOf = (request: Request, response: Response, routes: readonly Route[]): Route => {
  const path = request.path.split("/");
  const here = routes.filter((route) => fits(route, path));
  const route = here.find(({ method }) => method === methodOf(request));
  if (route !== undefined) return route;
  if (here.length === 0) throw new HttpProblem("NOT_FOUND");
  const methods = here.flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method]));
  response.set("Allow", methods.join(", "));
  throw new HttpProblem("METHOD_NOT_ALLOWED");
};

const letIn = (request: Request, who: Authenticated | null, access: Access, isDemo: boolean): void => {
  const actor = who === null ? VISITOR : accountActor(who.account);
  if (!allows(access, actor, isDemo)) throw new HttpProblem(who === null ? "NOT_SIGNED_IN" : "FORBIDDEN");
  const scope = methodOf(request) === "GET" ? "read" : "write";
  if (who !== null && !who.scopes.includes(scope)) throw new HttpProblem("FORBIDDEN");
};

/** Every request passes here: its route must be known, its caller allowed, and its page our own. */
export const gate =
  (routes: readonly Route[], table: Readonly<Record<string, Access>>, door: Doorkeeper): RequestHandler =>
  async (request, response, next) => {
    const route = routeOf(request, response, routes);
    if (!isFromOurPages(request, door.publicUrl)) throw new HttpProblem("CROSS_SITE");
    const access = table[route.name];
    if (access === undefined) throw new HttpProblem("NOT_FOUND");
    const who = await whoIs(request, door);
    letIn(request, who, access, door.isDemo);
    if (who !== null) setPresent(response, { actor: accountActor(who.account), account: who.account });
    next();
  };

/**
 * Compares the routes with the table, once, at start.
 * @throws Error naming what is in one of them alone
 */
export const demandComplete = (routes: readonly Route[], table: Readonly<Record<string, Access>>): void => {
  const names = new Set(routes.map(({ name }) => name));
  const missing = [...names].filter((name) => !(name in table));
  const stale = Object.keys(table).filter((name) => !names.has(name));
  if (missing.length > 0 || stale.length > 0)
    throw new Error(
      `access table: no line for ${missing.join(", ") || "-"}; no route for ${stale.join(", ") || "-"}`,
    );
};
