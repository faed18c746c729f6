import { type Request, urlencoded } from "express";

const KILOBYTE = 1024;

/** Reads a short form. */
export const form = urlencoded({ extended: false, limit: 64 * KILOBYTE, parameterLimit: 100 });

/** A field of a form that was sent; empty when it was not, or was sent twice. */
export const fieldIn = (request: Request, name: string): string => {
  const body: unknown = request.body;
  const value =
    typeof body === "object" && body !== null && Object.hasOwn(body, name)
      ? (body as Record<string, unknown>)[name]
      : "";
  // No text holds a NUL, and PostgreSQL refuses it.
  return typeof value === "string" ? value.replaceAll("\u0000", "") : "";
};

const LOCAL = /^\/(?![/\\])[\w\-./?=&%:,~+]{0,500}$/;

/** An address within the service to go on to; the first page for any other. */
export const localAddress = (address: unknown): string =>
  typeof address === "string" && LOCAL.test(address) ? address : "/";
