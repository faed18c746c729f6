import { type Request, type Response, Router } from "express";
import type { FoundMatch } from "../../../usecases/cooperatives/matching.ts";
import { actorIn } from "../../access/present.ts";
import type { Service } from "../../service.ts";
import { groupingWords } from "../calls/grouping-words.ts";
import { inLanguage } from "../calls/in-print.ts";
import { resultView } from "../calls/search-view.ts";
import { fieldIn, form } from "../form.ts";
import { type Page, pageOf, sendPage } from "../page.ts";
import { addProfile, ownId } from "./profile-pages.ts";

const MOST_SHOWN = 30;

const matchView = async (service: Service, page: Page, { call, match, grouping }: FoundMatch) => {
  const { words } = page;
  return {
    ...resultView(service, page, call, []),
    outcome: { code: match.outcome, label: words[`outcome_${match.outcome}`] ?? "" },
    reasons: match.reasons.map((reason) => words[`reason_${reason}`] ?? reason).join(" · "),
    grouping: await groupingWords(service, grouping, page),
  };
};

const showSpace = async (
  service: Service,
  request: Request,
  response: Response,
  said: string | null,
): Promise<void> => {
  const page = pageOf(service, request, response, "calls");
  const mine = await service.cooperatives.profiles.mine(actorIn(response));
  const found = mine === null ? [] : await service.cooperatives.ownMatches(actorIn(response));
  const alerts = mine === null ? [] : await service.alerts.ofCooperative(mine.id);
  const name = mine === null ? null : (mine.document["name"] as Record<string, string>);
  sendPage(response, "cooperative/space", page, {
    title: page.words["spaceTitle"] ?? "",
    said: said === null ? null : (page.words[said] ?? null),
    profile: name === null ? null : { name: inLanguage(name, page.language) },
    matches: await Promise.all(found.slice(0, MOST_SHOWN).map((each) => matchView(service, page, each))),
    alerts: alerts.map(({ email, rhythm, secret }) => ({
      email,
      rhythm: page.words[rhythm] ?? rhythm,
      href: `/alerts/${secret}`,
    })),
  });
};

/** The space of a cooperative: its profile, the calls that suit it, its alerts, its data. */
export const cooperativePages = (service: Service): Router => {
  const router = Router();
  router.get("/cooperative", async (request, response) => {
    const said = request.query["said"];
    await showSpace(service, request, response, said === "saved" || said === "erased" ? said : null);
  });
  addProfile(router, service);
  router.get("/cooperative/export.json", async (_request, response) => {
    const id = ownId(response);
    const profile = await service.cooperatives.profiles.find(actorIn(response), id);
    const alerts = await service.alerts.ofCooperative(id);
    response.attachment("awlawiya-profile.json").json({
      profile,
      alerts: alerts.map(({ secret: _secret, ...alert }) => alert),
    });
  });
  router.post("/cooperative/erase", form, async (request, response) => {
    if (fieldIn(request, "sure") !== "1") {
      response.redirect(303, "/cooperative");
      return;
    }
    await service.cooperatives.profiles.erase(actorIn(response), ownId(response));
    response.redirect(303, "/cooperative?said=erased");
  });
  return router;
};
