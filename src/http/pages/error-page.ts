import type { Request, Response } from "express";
import type { Service } from "../service.ts";
import { pageOf, sendPage } from "./page.ts";

const isPage = (request: Request): boolean =>
  !request.path.startsWith("/api/") && request.accepts(["json", "html"]) === "html";

/** Shows an error to a person as a page, or takes a visitor to the sign-in; false for programs. */
export const errorPage =
  (service: Service) =>
  (request: Request, response: Response, code: string, status: number): boolean => {
    if (!isPage(request)) return false;
    if (code === "NOT_SIGNED_IN") {
      const next = request.method === "GET" ? `?next=${encodeURIComponent(request.originalUrl)}` : "";
      response.redirect(303, `/login${next}`);
      return true;
    }
    const page = pageOf(service, request, response);
    const said =
      page.words[`error_${code}`] ?? page.words[status < 500 ? "error_BAD" : "error_INTERNAL"] ?? "";
    sendPage(response, "error", page, { title: said, said }, status);
    return true;
  };
