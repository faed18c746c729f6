import { type Request, type Response, type Router } from "express";
import { FAMILIES, SECTORS } from "../../../domain/code-lists.ts";
import { PROFILE_FORMS } from "../../../domain/cooperative.ts";
import { DomainError } from "../../../domain/errors.ts";
import type { Language } from "../../../domain/tender.ts";
import { profileIdOf } from "../../../usecases/cooperatives/own-profile.ts";
import type { StoredProfile } from "../../../usecases/cooperatives/ports.ts";
import { actorIn } from "../../access/present.ts";
import { HttpProblem } from "../../problem.ts";
import type { Service } from "../../service.ts";
import { inLanguage } from "../calls/in-print.ts";
import { fill } from "../fill.ts";
import { fieldIn, form } from "../form.ts";
import { languageOf, pageOf, sendPage } from "../page.ts";
import { EMPTY_FORM, formIn, formOf, OFFER_LANGUAGES, type ProfileForm } from "./profile-form.ts";
import { documentOf, type FormError } from "./read-profile-form.ts";

const choices = (values: readonly string[], chosen: readonly string[], label: (value: string) => string) =>
  values.map((value) => ({ value, label: label(value), isChosen: chosen.includes(value) }));

const nameOfPlace =
  (service: Service, language: Language) =>
  (code: string): string => {
    const place = service.accounts.territory.find(code);
    const name = place === null ? undefined : inLanguage(place.name, language);
    if (name === undefined) return code;
    // A name that several places have would not come back as the same place.
    return service.accounts.territory.search(name, 2).length > 1 ? `${name} (${code})` : name;
  };

/** What the form shows, with each error beside its field. */
const showForm = (
  service: Service,
  request: Request,
  response: Response,
  typed: ProfileForm,
  version: string,
  errors: readonly FormError[],
  isConflict = false,
): void => {
  const page = pageOf(service, request, response, "calls");
  const { words, language } = page;
  const { texts, lists } = typed;
  const said = (field: string): string | null => {
    const error = errors.find((each) => each.field === field);
    return error === undefined ? null : fill(words[`error_${error.key}`], { text: error.text });
  };
  const field = (name: keyof ProfileForm["texts"], type = "text") => ({
    name,
    type,
    value: texts[name],
    label: words[name] ?? name,
    error: said(name),
  });
  const held = (name: string) => ({ name, isChosen: lists.notHeld.includes(name) });
  const sectorName = (code: string): string => service.rulebook.common.sectors[code]?.[language] ?? code;
  const languageName = new Intl.DisplayNames([language], { type: "language" });
  sendPage(
    response,
    "cooperative/profile",
    page,
    {
      title: words["profileTitle"] ?? "",
      version,
      isConflict,
      names: [field("nameAr"), field("nameFr")],
      forms: choices(PROFILE_FORMS, [texts.legalForm], (value) => words[`form_${value}`] ?? value),
      sectors: choices(SECTORS, lists.sectors, sectorName),
      families: choices(FAMILIES, lists.families, (value) => words[`family_${value}`] ?? value),
      places: { value: texts.places, error: said("places") },
      amounts: [field("largestContract"), field("turnover"), field("members"), field("staff")],
      facts: [
        field("foundedOn", "date"),
        field("ice"),
        field("registerCourt"),
        field("registeredOn", "date"),
      ],
      registerNotHeld: held("register"),
      papers: (["taxUntil", "socialUntil", "sanitaryUntil"] as const).map((name) => ({
        ...field(name, "date"),
        notHeld: held(name).isChosen,
      })),
      offerLanguages: choices(OFFER_LANGUAGES, lists.languages, (value) => languageName.of(value) ?? value),
      listed: typed.listed,
      errors: errors.map((error) => ({
        href: `#${error.field}`,
        text: `${words[error.field] ?? ""} — ${fill(words[`error_${error.key}`], { text: error.text })}`,
      })),
    },
    errors.length > 0 || isConflict ? 400 : 200,
  );
};

/** The id of the profile of who acts; only accounts of cooperatives have one. */
export const ownId = (response: Response): string => {
  const id = profileIdOf(actorIn(response));
  if (id === null) throw new HttpProblem("FORBIDDEN");
  return id;
};

const pick = (mine: StoredProfile | null, name: string): object =>
  mine?.document[name] === undefined ? {} : { [name]: mine.document[name] };

/** The page on which a cooperative says what it is. */
export const addProfile = (router: Router, service: Service): void => {
  const { profiles } = service.cooperatives;
  const shown = (mine: StoredProfile | null, language: Language): ProfileForm =>
    mine === null ? EMPTY_FORM : formOf(mine.document, nameOfPlace(service, language));
  router.get("/cooperative/profile", async (request, response) => {
    const mine = await profiles.mine(actorIn(response));
    showForm(service, request, response, shown(mine, languageOf(request)), String(mine?.version ?? ""), []);
  });
  router.post("/cooperative/profile", form, async (request, response) => {
    const typed = formIn(request);
    const version = fieldIn(request, "version");
    const { document, errors } = documentOf(typed, service.accounts.territory);
    if (errors.length > 0) {
      showForm(service, request, response, typed, version, errors);
      return;
    }
    const known = /^\d{1,9}$/.test(version) ? Number(version) : null;
    const mine = await profiles.mine(actorIn(response));
    try {
      // What the form does not ask is kept: references and classifications come by the API.
      const kept = { ...pick(mine, "references"), ...pick(mine, "classifications"), ...document };
      await profiles.put(actorIn(response), ownId(response), known, kept);
      response.redirect(303, "/cooperative?said=saved");
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "VERSION_CONFLICT") throw error;
      showForm(service, request, response, typed, String(mine?.version ?? ""), [], true);
    }
  });
};
