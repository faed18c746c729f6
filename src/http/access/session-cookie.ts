import type { Request, Response } from "express";

/** A cookie of a request; null when it is not there. */
export const cookieIn = (request: Request, name: string): string | null => {
  const pairs = (request.headers.cookie ?? "").split(";").map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
};

/** The session's cookie. Where TLS is, its name forbids other hosts and plain HTTP to set it. */
export interface SessionCookie {
  readonly read: (request: Request) => string | null;
  readonly set: (request: Request, response: Response, secret: string) => void;
  readonly clear: (request: Request, response: Response) => void;
}

/** `isPublicSecure`: the service is reached by https, as its public address says. */
export const sessionCookie = (isPublicSecure: boolean): SessionCookie => {
  const isSecure = (request: Request): boolean => isPublicSecure || request.secure;
  const nameFor = (request: Request): string => (isSecure(request) ? "__Host-awlawiya" : "awlawiya");
  const options = (request: Request) =>
    ({ httpOnly: true, sameSite: "lax", secure: isSecure(request), path: "/" }) as const;
  return {
    read: (request) => cookieIn(request, nameFor(request)),
    set: (request, response, secret) => response.cookie(nameFor(request), secret, options(request)),
    clear: (request, response) => response.clearCookie(nameFor(request), options(request)),
  };
};
