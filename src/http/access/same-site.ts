import type { Request } from "express";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

const isOwn = (origin: string, host: string | undefined, publicUrl: string | null): boolean => {
  if (!URL.canParse(origin)) return false;
  const { host: from } = new URL(origin);
  return from === host || (publicUrl !== null && from === new URL(publicUrl).host);
};

/**
 * May the request change something? What another site makes a browser send may not: browsers say so in
 * Sec-Fetch-Site, older ones in Origin. What says neither comes from no browser's page.
 */
export const isFromOurPages = ({ method, headers }: Request, publicUrl: string | null): boolean => {
  if (SAFE.has(method)) return true;
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  return headers.origin === undefined || isOwn(headers.origin, headers.host, publicUrl);
};
