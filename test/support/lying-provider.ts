import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What a provider's ID token says, and by which key. */
export interface Token {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly key?: KeyObject;
  readonly algorithm?: string;
}

/** A server that answers as an OpenID provider does, with whatever ID token it is told to give. */
export interface LyingProvider {
  readonly issuer: string;
  readonly give: (token: Token) => void;
  readonly stop: () => Promise<void>;
}

const keyPair = () => generateKeyPairSync("rsa", { modulusLength: 2048 });

/** A key that is not the provider's. */
export const strangersKey = (): KeyObject => keyPair().privateKey;

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

const signed = ({ claims, algorithm = "RS256" }: Token, key: KeyObject): string => {
  const text = `${part({ alg: algorithm, kid: "1" })}.${part(claims)}`;
  return `${text}.${algorithm === "none" ? "" : createSign("sha256").update(text).sign(key).toString("base64url")}`;
};

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });

/** Starts it; its true key is in its key set. */
export const startLyingProvider = async (): Promise<LyingProvider> => {
  const { publicKey, privateKey } = keyPair();
  let token: Token = { claims: {} };
  const server = createServer();
  const issuer = await listening(server);
  const answers: Readonly<Record<string, () => unknown>> = {
    "/.well-known/openid-configuration": () => ({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
    }),
    "/keys": () => ({
      keys: [{ ...publicKey.export({ format: "jwk" }), kid: "1", use: "sig", alg: "RS256" }],
    }),
    "/token": () => ({
      access_token: "fictif",
      token_type: "bearer",
      id_token: signed(token, token.key ?? privateKey),
    }),
  };
  server.on("request", (request, response) => {
    const answer = answers[request.url ?? ""];
    response.statusCode = answer === undefined ? 404 : 200;
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer?.() ?? {}));
  });
  return {
    issuer,
    give: (next) => {
      token = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
