import { DomainError } from "../domain/errors.ts";

/** A provider of OpenID Connect, as the environment names it. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  /** null: a public client, which PKCE alone protects. */
  readonly clientSecret: string | null;
  /** How the sign-in page calls it. */
  readonly name: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const NAMES = ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME"];
const LONGEST_NAME = 60;

const invalid = (name: string, expected: string): DomainError =>
  new DomainError("CONFIGURATION_INVALID", { name, expected });

/** Plain HTTP is for a provider on the same machine alone: what it says would be anybody's. */
const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === "https:" || (protocol === "http:" && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname));

const issuerOf = (value: string): string => {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !isSafe(url) || url.search !== "" || url.hash !== "" || url.username !== "")
    throw invalid(
      "OIDC_ISSUER",
      "the https address of an OpenID provider, as its discovery document names it",
    );
  return value;
};

/**
 * The provider of the environment; null when none is set.
 * @throws DomainError CONFIGURATION_INVALID naming the variable and what was expected
 */
export const oidcIn = (environment: Environment, publicUrl: string | null): OidcConfig | null => {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_NAME: name = "OpenID Connect" } = environment;
  if (issuer === undefined) {
    const alone = NAMES.find((each) => environment[each] !== undefined);
    if (alone !== undefined) throw invalid("OIDC_ISSUER", `the address of the provider, for ${alone} is set`);
    return null;
  }
  if (clientId === undefined || clientId === "")
    throw invalid("OIDC_CLIENT_ID", "the name under which the provider knows this service");
  if (environment["OIDC_CLIENT_SECRET"] === "")
    throw invalid("OIDC_CLIENT_SECRET", "a secret, or to be absent");
  if (name.trim() === "" || name.length > LONGEST_NAME)
    throw invalid("OIDC_NAME", `a name of at most ${LONGEST_NAME} characters`);
  // The provider sends people back to an address that it knows: never to one that a request names.
  if (publicUrl === null)
    throw invalid(
      "PUBLIC_URL",
      "the address of this service, to which the provider of OIDC_ISSUER sends back",
    );
  return {
    issuer: issuerOf(issuer),
    clientId,
    clientSecret: environment["OIDC_CLIENT_SECRET"] ?? null,
    name,
  };
};
