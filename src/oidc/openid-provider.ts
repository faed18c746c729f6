import * as client from "openid-client";
import { DomainError } from "../domain/errors.ts";
import type { Identity, IdentityProvider, SignInProof } from "../usecases/accounts/identity-provider.ts";
import type { OidcConfig } from "./oidc-config.ts";

/** Seconds for one answer of the provider, and milliseconds for which what it says of itself is believed. */
const TIMEOUT = 10;
const BELIEVED = 60 * 60_000;

/** The standard's own default, unless the provider takes the other alone. */
const secretAs = (secret: string): client.ClientAuth => {
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    return (methods.includes("client_secret_basic") ? basic : post)(server, ...rest);
  };
};

const discover = ({ issuer, clientId, clientSecret }: OidcConfig): Promise<client.Configuration> => {
  const auth = clientSecret === null ? client.None() : secretAs(clientSecret);
  // The signature of the ID token is checked too, not only the connection that brought it.
  const execute = [client.enableNonRepudiationChecks];
  if (issuer.startsWith("http:")) execute.push(client.allowInsecureRequests);
  return client.discovery(new URL(issuer), clientId, undefined, auth, { execute, timeout: TIMEOUT });
};

const problemOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
};

const isNetwork = (error: unknown): boolean =>
  error instanceof Error &&
  ((error instanceof TypeError && error.message === "fetch failed") ||
    ("code" in error && error.code === "OAUTH_TIMEOUT") ||
    (error.cause !== undefined && isNetwork(error.cause)));

/** What went wrong with an answer, as far as it is the person's or the operator's business. */
const meaningOf = (error: unknown): DomainError => {
  if (error instanceof DomainError) return error;
  if (error instanceof client.AuthorizationResponseError && error.error === "access_denied")
    return new DomainError("SIGN_IN_DENIED");
  const problem = problemOf(error);
  return new DomainError(isNetwork(error) ? "PROVIDER_UNAVAILABLE" : "SIGN_IN_BROKEN", { problem });
};

const identityOf = (issuer: string, subject: string, email: unknown, isVerified: unknown): Identity => {
  if (typeof email !== "string" || email === "" || isVerified !== true)
    throw new DomainError("EMAIL_UNVERIFIED");
  return { issuer, subject, email };
};

/**
 * A provider of OpenID Connect: authorisation code with PKCE, state and nonce; the ID token's signature, issuer,
 * audience and times are checked. Nothing is asked of it before somebody signs in. `log` hears why it cannot answer.
 */
export const openidProvider = (config: OidcConfig, log: (error: unknown) => void): IdentityProvider => {
  let known: { readonly at: number; readonly configuration: client.Configuration } | null = null;
  const configuration = async (): Promise<client.Configuration> => {
    if (known !== null && performance.now() - known.at < BELIEVED) return known.configuration;
    try {
      known = { at: performance.now(), configuration: await discover(config) };
      return known.configuration;
    } catch (error) {
      log(error);
      throw new DomainError("PROVIDER_UNAVAILABLE", { problem: problemOf(error) });
    }
  };

  const identify = async (callback: URL, { state, nonce, verifier }: SignInProof): Promise<Identity> => {
    const provider = await configuration();
    const tokens = await client.authorizationCodeGrant(provider, callback, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new DomainError("SIGN_IN_BROKEN", { problem: "no ID token" });
    const { iss, sub } = claims;
    // Many providers tell the address only when they are asked for it.
    const said =
      claims["email"] === undefined ? await client.fetchUserInfo(provider, tokens.access_token, sub) : claims;
    return identityOf(iss, sub, said["email"], said["email_verified"]);
  };

  return {
    name: config.name,
    begin: async (redirect) => {
      const provider = await configuration();
      const proof = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const address = client.buildAuthorizationUrl(provider, {
        redirect_uri: redirect,
        scope: "openid email",
        state: proof.state,
        nonce: proof.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(proof.verifier),
        code_challenge_method: "S256",
      });
      return { address: address.href, proof };
    },
    finish: async (callback, proof) => {
      try {
        return await identify(callback, proof);
      } catch (error) {
        throw meaningOf(error);
      }
    },
  };
};
