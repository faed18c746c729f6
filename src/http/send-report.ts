import { createHash } from "node:crypto";
import type { Request, Response } from "express";

/** Where the style of a report's web page lies. */
export const REPORT_STYLE = "/assets/report.css";

/** Sends a report as a web page. */
export const sendPage = (response: Response, html: string): void => {
  response.set("Cache-Control", "private, no-cache").type("html").send(html);
};

/** Sends a PDF under a strong ETag, its own hash; 304 when the client holds it. `disposition`: shown, or taken away. */
export const sendReport = (
  request: Request,
  response: Response,
  pdf: Uint8Array,
  name: string,
  disposition: "inline" | "attachment" = "inline",
): void => {
  const etag = `"${createHash("sha256").update(pdf).digest("hex")}"`;
  response.set({ ETag: etag, "Cache-Control": "private, no-cache" });
  if (request.headers["if-none-match"] === etag) {
    response.status(304).end();
    return;
  }
  response
    .type("application/pdf")
    .set("Content-Disposition", `${disposition}; filename="${name}.pdf"`)
    .send(Buffer.from(pdf));
};
