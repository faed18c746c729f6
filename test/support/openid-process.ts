import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

// A certified OpenID provider in a process of its own: `node openid-process.js CLIENT SECRET REDIRECT`. Whoever signs
// in is who they say; their address is verified unless it says otherwise.

interface Account {
  readonly accountId: string;
  readonly claims: () => Readonly<Record<string, unknown>>;
}

type ProviderClass = new (
  issuer: string,
  configuration: object,
) => { readonly callback: () => (request: unknown, response: unknown) => void };

// Its types need those of a whole framework: what is used is named here.
const PACKAGE: string = "oidc-provider";

const [client = "", secret = "", redirect = ""] = process.argv.slice(2);
const { default: Provider } = (await import(PACKAGE)) as { readonly default: ProviderClass };

/** `nadia.second@…` is another person who was given the address of `nadia@…`. */
const addressOf = (login: string): string => login.replace(".second@", "@");

const findAccount = (_context: unknown, id: string): Account => ({
  accountId: id,
  claims: () => ({ sub: id, email: addressOf(id), email_verified: !id.startsWith("unverified") }),
});

const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: client, client_secret: secret, redirect_uris: [redirect] }],
    cookies: { keys: ["fictitious"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    features: { devInteractions: { enabled: true } },
    pkce: { required: () => true },
    findAccount,
  });
  server.on("request", provider.callback());
  process.send?.(issuer);
});
