import type { Request, Response } from "express";
import type { Service } from "../service.ts";
import { formOf } from "./accounts/kept-form.ts";
import { showSignIn } from "./accounts/sign-in-pages.ts";
import { pageOf, sendPage } from "./page.ts";

const isPage = (request: Request): boolean =>
  !request.path.startsWith("/api/") && request.accepts(["json", "html"]) === "html";

/** A page is asked for again after the sign-in; a form that was sent waits behind it, so that nothing typed is lost. */
const askToSignIn = async (service: Service, request: Request, response: Response): Promise<void> => {
  const kept = await formOf(request, response);
  if (kept !== null) {
    showSignIn(service, request, response, null, 401, kept);
    return;
  }
  const next = request.method === "GET" ? `?next=${encodeURIComponent(request.originalUrl)}` : "";
  response.redirect(303, `/login${next}`);
};

/** Shows an error to a person as a page, or takes a visitor to the sign-in; false for programs. */
export const errorPage =
  (service: Service) =>
  (request: Request, response: Response, code: string, status: number): boolean => {
    if (!isPage(request)) return false;
    if (code === "NOT_SIGNED_IN") {
      void askToSignIn(service, request, response);
      return true;
    }
    const page = pageOf(service, request, response);
    const said =
      page.words[`error_${code}`] ?? page.words[status < 500 ? "error_BAD" : "error_INTERNAL"] ?? "";
    sendPage(response, "error", page, { title: said, said, code }, status);
    return true;
  };
