import type { Request, Response } from "express";
import type { SignInProof } from "../../usecases/accounts/identity-provider.ts";
import { cookieIn } from "./session-cookie.ts";

/** Milliseconds in which a person signs in elsewhere. */
const LIFETIME = 10 * 60_000;

/** What the browser keeps while its person is at the provider. */
export interface Waiting extends SignInProof {
  /** Where to go on, within the service. */
  readonly next: string;
}

const KEYS = ["state", "nonce", "verifier", "next"] as const;

const parsed = (text: string): Waiting | null => {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    const waiting = value as Waiting;
    return KEYS.every((key) => typeof waiting[key] === "string") ? waiting : null;
  } catch {
    return null;
  }
};

/** The cookie of a sign-in that waits: of this browser alone, for one answer. */
export const providerCookie = (isSecure: boolean) => {
  const name = isSecure ? "__Host-awlawiya-provider" : "awlawiya-provider";
  // Lax: the answer is a link from the provider's site.
  const options = { httpOnly: true, sameSite: "lax", secure: isSecure, path: "/" } as const;
  return {
    set: (response: Response, waiting: Waiting): void => {
      const value = Buffer.from(JSON.stringify(waiting)).toString("base64url");
      response.cookie(name, value, { ...options, maxAge: LIFETIME });
    },
    /** What waited; null: nothing of ours. It serves once. */
    take: (request: Request, response: Response): Waiting | null => {
      const text = cookieIn(request, name);
      response.clearCookie(name, options);
      return text === null ? null : parsed(text);
    },
  };
};
