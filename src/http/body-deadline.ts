import type { RequestHandler } from "express";

/** Milliseconds in which the body of a request must have come. */
const DEADLINE = 30_000;

/** Uploads may take long, as long as something comes: their route watches over them. */
const UPLOADS = "/api/v1/imports";

/** Ends requests whose body does not come: nobody holds a connection open by sending a byte a minute. */
export const bodyDeadline: RequestHandler = (request, response, next) => {
  const hasBody =
    request.headers["content-length"] !== undefined || request.headers["transfer-encoding"] !== undefined;
  if (hasBody && request.path !== UPLOADS) {
    const timer = setTimeout(() => request.destroy(), DEADLINE).unref();
    const clear = (): void => clearTimeout(timer);
    request.once("end", clear);
    response.once("close", clear);
  }
  next();
};
