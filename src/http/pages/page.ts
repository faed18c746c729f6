import type { Request, Response } from "express";
import type { Role } from "../../domain/actor.ts";
import type { Language } from "../../domain/tender.ts";
import { ACCESS } from "../access/access-table.ts";
import { allows } from "../access/access.ts";
import { accountIn, actorIn } from "../access/present.ts";
import { cookieIn } from "../access/session-cookie.ts";
import { acceptedIn } from "../request.ts";
import type { PageWords, Service } from "../service.ts";
import { renderPage } from "./render-page.ts";

const NAMES: Readonly<Record<Language, string>> = { ar: "العربية", fr: "Français", en: "English" };
const LANGUAGES: readonly Language[] = ["ar", "fr", "en"];
const YEAR = 365 * 24 * 60 * 60_000;

/** What every page shows. */
export interface Page {
  readonly language: Language;
  readonly direction: "rtl" | "ltr";
  readonly words: PageWords;
  readonly languages: readonly {
    readonly code: Language;
    readonly name: string;
    readonly href: string;
    readonly isCurrent: boolean;
  }[];
  readonly menu: readonly { readonly href: string; readonly label: string; readonly isCurrent: boolean }[];
  /** The form that the language switch sends along, so that nothing typed is lost; null: plain links. */
  readonly languagesForm: string | null;
  /** Where that form is sent to be shown again in another language. */
  readonly languagesAt: string;
  /** Who is signed in; null: nobody. */
  readonly account: { readonly login: string; readonly role: string } | null;
}

const known = (asked: unknown): Language | undefined => LANGUAGES.find((language) => language === asked);

/**
 * `?lang=`, else the language chosen before, else Accept-Language, else French. A language that we do not speak is no
 * reason to refuse a page, least of all one that tells of an error.
 */
export const languageOf = (request: Request): Language =>
  known(request.query["lang"]) ?? known(cookieIn(request, "lang")) ?? acceptedIn(request) ?? "fr";

/** The page's own address, wherever its router is mounted. */
const addressOf = ({ baseUrl, path }: Request): string =>
  baseUrl !== "" && path === "/" ? baseUrl : `${baseUrl}${path}`;

/** The same address in another language. */
const hrefIn = (request: Request, language: Language): string => {
  const query = new URLSearchParams(request.query as Record<string, string>);
  query.set("lang", language);
  return `${addressOf(request)}?${query.toString()}`;
};

/** Places of the menu: the page, and the key of its name in the words of every page. */
const MENU: readonly (readonly [href: string, key: string])[] = [
  ["/", "menuCheck"],
  ["/notice", "menuNotice"],
  ["/tenders", "menuTenders"],
  ["/year", "menuYear"],
  ["/calendar", "menuCalendar"],
  ["/calls", "menuCalls"],
  ["/cooperative", "menuCooperative"],
  ["/decisions", "menuDecisions"],
  ["/register", "menuRegister"],
  ["/accounts", "menuAccounts"],
  ["/acts", "menuActs"],
];

/** Is the page that of the menu, or one below it? */
const isWithin = (path: string, href: string): boolean =>
  path === href || (href !== "/" && path.startsWith(href === "/year" ? "/years/" : `${href}/`));

const roleName = (words: PageWords, role: Role): string => words[`role_${role}`] ?? role;

/** What every page shows, with the words of the given parts. Keeps the language that `?lang=` chooses. */
export const pageOf = (
  service: Service,
  request: Request,
  response: Response,
  ...parts: readonly string[]
): Page => {
  const language = languageOf(request);
  if (request.query["lang"] !== undefined)
    response.cookie("lang", language, { maxAge: YEAR, sameSite: "lax", path: "/" });
  const words = service.words(language, ...parts);
  const account = accountIn(response);
  const mayOpen = (href: string): boolean => {
    const access = ACCESS[`GET ${href}`];
    return access !== undefined && allows(access, actorIn(response), service.isDemo);
  };
  return {
    language,
    direction: language === "ar" ? "rtl" : "ltr",
    words,
    languages: LANGUAGES.map((code) => ({
      code,
      name: NAMES[code],
      href: hrefIn(request, code),
      isCurrent: code === language,
    })),
    languagesForm: null,
    languagesAt: addressOf(request),
    menu: MENU.filter(([href]) => mayOpen(href)).map(([href, key]) => ({
      href,
      label: words[key] ?? key,
      isCurrent: isWithin(addressOf(request), href),
    })),
    account: account === null ? null : { login: account.login, role: roleName(words, account.role) },
  };
};

/** What one page shows beside that; `title` stands in the window's bar before the product's name. */
export interface View extends Readonly<Record<string, unknown>> {
  readonly title: string;
}

/** Sends a page. */
export const sendPage = (response: Response, name: string, page: Page, view: View, status = 200): void => {
  // What an account sees stays out of shared caches and out of the history of a signed-out browser.
  response.status(status).set("Cache-Control", "private, no-store").type("html");
  response.send(renderPage(name, { ...page, ...view }));
};
