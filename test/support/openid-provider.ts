import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { projectRoot } from "../../src/paths.ts";

/** A running OpenID provider, and a person's way through its pages. */
export interface RunningProvider {
  readonly issuer: string;
  /** Signs in there as `login`, or declines; answers with the address to which the provider sends back. */
  readonly signIn: (address: string, login: string | null) => Promise<string>;
  readonly stop: () => Promise<void>;
}

const MOST_STEPS = 20;

/** The cookies of one browser at the provider. */
const jar = () => {
  const kept = new Map<string, string>();
  return {
    header: (): string => [...kept].map(([name, value]) => `${name}=${value}`).join("; "),
    keep: (response: Response): void => {
      for (const line of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        kept.set(name, value);
      }
    },
  };
};

const answerTo = (html: string, login: string): URLSearchParams =>
  /name="prompt" value="login"/.test(html)
    ? new URLSearchParams({ prompt: "login", login, password: "fictif" })
    : new URLSearchParams({ prompt: "consent" });

const through = async (issuer: string, start: string, login: string | null): Promise<string> => {
  const cookies = jar();
  let address = start;
  let body: URLSearchParams | null = null;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const sent: RequestInit = body === null ? {} : { method: "POST", body };
    const response = await fetch(address, {
      ...sent,
      redirect: "manual",
      headers: { cookie: cookies.header() },
    });
    cookies.keep(response);
    const location = response.headers.get("location");
    const html = await response.text();
    if (location !== null) {
      address = new URL(location, issuer).href;
      body = null;
      if (!address.startsWith(issuer)) return address;
    } else if (login === null) {
      address = `${address}/abort`;
    } else {
      const [, action = ""] = /<form[^>]* action="([^"]+)"/.exec(html) ?? [];
      if (action === "")
        throw new Error(`the provider shows no form: ${response.status} ${html.slice(0, 500)}`);
      address = new URL(action, issuer).href;
      body = answerTo(html, login);
    }
  }
  throw new Error("the provider sends nobody back");
};

/** Starts a real provider that knows one client. */
export const startProvider = async (
  client: string,
  secret: string,
  redirect: string,
): Promise<RunningProvider> => {
  const child = fork(join(projectRoot, "dist/test/support/openid-process.js"), [client, secret, redirect], {
    silent: true,
  });
  const [issuer] = (await once(child, "message")) as [string];
  return {
    issuer,
    signIn: (address, login) => through(issuer, address, login),
    stop: async () => {
      child.kill();
      await once(child, "exit");
    },
  };
};
