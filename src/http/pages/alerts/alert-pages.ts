import { type Request, type RequestHandler, type Response, Router } from "express";
import type { Subscription } from "../../../domain/alerts.ts";
import { DomainError } from "../../../domain/errors.ts";
import { searchIn } from "../../calls/search-query.ts";
import { actorIn } from "../../access/present.ts";
import { HttpProblem } from "../../problem.ts";
import type { Service } from "../../service.ts";
import { withPlaceCode } from "../calls/search-view.ts";
import { fieldIn, form } from "../form.ts";
import { pageOf, sendPage } from "../page.ts";

const LONGEST_SEARCH = 4000;

/** The parameters of an address as Express gives them. */
export const asQuery = (parameters: URLSearchParams): Readonly<Record<string, string | readonly string[]>> =>
  Object.fromEntries(
    [...new Set(parameters.keys())].map((key) => {
      const values = parameters.getAll(key);
      return [key, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );

/** What the search of an alert is: an address that reads as one, its place by code. */
const queryIn = (request: Request, { accounts: { territory } }: Service): string => {
  const query = fieldIn(request, "search");
  if (query.length > LONGEST_SEARCH) throw new HttpProblem("BAD_PARAMETER");
  const parameters = new URLSearchParams(query);
  const { near, ...others } = withPlaceCode(asQuery(parameters), territory);
  searchIn({ ...others, near }, territory);
  if (typeof near === "string" && near !== "") parameters.set("near", near);
  return parameters.toString();
};

type Asked = "checkMail" | "emailInvalid";

const showAsked = (
  service: Service,
  request: Request,
  response: Response,
  said: Asked,
  query: string,
): void => {
  const page = pageOf(service, request, response, "calls");
  sendPage(
    response,
    "alerts/asked",
    page,
    {
      title: page.words["alertTitle"] ?? "",
      isDone: said === "checkMail",
      said: page.words[said] ?? "",
      address: query,
    },
    said === "checkMail" ? 200 : 400,
  );
};

const showAlert = (
  service: Service,
  request: Request,
  response: Response,
  alert: Subscription | null,
): void => {
  const page = pageOf(service, request, response, "calls");
  const { words } = page;
  const text = alert?.query === null ? null : new URLSearchParams(alert?.query ?? "").get("q");
  sendPage(response, "alerts/alert", page, {
    title: words["alertTitle"] ?? "",
    isStopped: alert === null,
    isVerified: alert?.isVerified === true,
    what:
      alert?.query === null
        ? (words["alertMatches"] ?? "")
        : text === null || text === ""
          ? (words["allOpen"] ?? "")
          : text,
    rhythm: words[alert?.rhythm ?? "daily"] ?? "",
    href: `/alerts/${alert?.secret ?? ""}`,
    searchHref: alert?.query === null || alert === null ? null : `/calls?${alert.query}`,
  });
};

const addAsk = (router: Router, service: Service, limit: RequestHandler): void => {
  router.post("/alerts", limit, form, async (request, response) => {
    const mine =
      fieldIn(request, "about") === "matches"
        ? await service.cooperatives.profiles.mine(actorIn(response))
        : null;
    if (fieldIn(request, "about") === "matches" && mine === null) throw new DomainError("PROFILE_REQUIRED");
    const query = mine === null ? queryIn(request, service) : null;
    const { language } = pageOf(service, request, response);
    try {
      await service.alerts.ask({
        email: fieldIn(request, "email"),
        query,
        cooperativeId: mine?.id ?? null,
        language,
        rhythm: fieldIn(request, "rhythm") === "weekly" ? "weekly" : "daily",
      });
      showAsked(service, request, response, "checkMail", query ?? "");
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "EMAIL_INVALID") throw error;
      showAsked(service, request, response, "emailInvalid", query ?? "");
    }
  });
};

/** Alerts: ask for one, confirm it, stop it. Whoever holds the link may do so; mail programs stop with one click. */
export const alertPages = (service: Service, limit: RequestHandler): Router => {
  const router = Router();
  addAsk(router, service, limit);
  router.get("/alerts/:secret", async (request, response) => {
    showAlert(service, request, response, await service.alerts.find(request.params.secret));
  });
  router.post("/alerts/:secret/confirm", async (request, response) => {
    showAlert(service, request, response, await service.alerts.confirm(request.params.secret));
  });
  router.post("/alerts/:secret/stop", async (request, response) => {
    await service.alerts.stop(request.params.secret);
    showAlert(service, request, response, null);
  });
  return router;
};
