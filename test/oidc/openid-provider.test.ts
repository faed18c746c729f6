import { expect } from "chai";
import { DomainError } from "../../src/domain/errors.ts";
import { oidcIn } from "../../src/oidc/oidc-config.ts";
import { openidProvider } from "../../src/oidc/openid-provider.ts";
import {
  type LyingProvider,
  startLyingProvider,
  strangersKey,
  type Token,
} from "../support/lying-provider.ts";

const CALLBACK = "https://awlawiya.example.ma/login/provider/callback";
const CLIENT = "awlawiya";

const now = (): number => Math.floor(Date.now() / 1000);

describe("an ID token", () => {
  let lying: LyingProvider;

  before(async () => {
    lying = await startLyingProvider();
  });
  after(() => lying.stop());

  /** What comes of a sign-in whose ID token is the true one with some changes. */
  const outcome = async (
    change: (nonce: string) => Partial<Token> & { readonly state?: string },
  ): Promise<string> => {
    const config = { issuer: lying.issuer, clientId: CLIENT, clientSecret: "fictif", name: "Fictif" };
    const provider = openidProvider(config, () => undefined);
    const { proof } = await provider.begin(CALLBACK);
    const { claims = {}, state = proof.state, ...rest } = change(proof.nonce);
    const truth = {
      iss: lying.issuer,
      aud: CLIENT,
      sub: "1",
      iat: now(),
      exp: now() + 60,
      nonce: proof.nonce,
      email: "nadia@commune.example",
      email_verified: true,
    };
    lying.give({ claims: { ...truth, ...claims }, ...rest });
    try {
      const { email } = await provider.finish(new URL(`${CALLBACK}?code=1&state=${state}`), proof);
      return email;
    } catch (error) {
      return error instanceof DomainError ? error.code : String(error);
    }
  };

  it("is taken when all of it is true", async () => {
    expect(await outcome(() => ({}))).to.equal("nadia@commune.example");
  });

  for (const [what, change] of [
    ["signed by a stranger's key", () => ({ key: strangersKey() })],
    ["not signed", () => ({ algorithm: "none" })],
    ["of another issuer", () => ({ claims: { iss: "https://elsewhere.example" } })],
    ["for another client", () => ({ claims: { aud: "another" } })],
    [
      "for several, of whom another is meant",
      () => ({ claims: { aud: [CLIENT, "another"], azp: "another" } }),
    ],
    ["too old", () => ({ claims: { iat: now() - 7200, exp: now() - 3600 } })],
    ["an answer to another question", () => ({ claims: { nonce: "another" } })],
    ["an answer to no question", () => ({ claims: { nonce: undefined } })],
    ["brought with another state", () => ({ state: "another" })],
    ["without a subject", () => ({ claims: { sub: undefined } })],
  ] as const)
    it(`is refused when it is ${what}`, async () => {
      expect(await outcome(change)).to.equal("SIGN_IN_BROKEN");
    });

  it("does not vouch for an address unless it says so in so many words", async () => {
    for (const claim of [false, "true", 1, undefined])
      expect(await outcome(() => ({ claims: { email_verified: claim } }))).to.equal("EMAIL_UNVERIFIED");
  });
});

describe("the provider in the environment", () => {
  const PUBLIC_URL = "https://awlawiya.example.ma";
  const GOOD = { OIDC_ISSUER: "https://id.example.ma/realms/commune", OIDC_CLIENT_ID: CLIENT };

  it("is none unless it is set, and is named by default", () => {
    expect(oidcIn({}, null)).to.equal(null);
    expect(oidcIn(GOOD, PUBLIC_URL)).to.deep.equal({
      issuer: GOOD.OIDC_ISSUER,
      clientId: CLIENT,
      clientSecret: null,
      name: "OpenID Connect",
    });
  });

  for (const [variable, environment, publicUrl] of [
    ["OIDC_ISSUER", { ...GOOD, OIDC_ISSUER: "id.example.ma" }, PUBLIC_URL],
    ["OIDC_ISSUER", { ...GOOD, OIDC_ISSUER: "http://id.example.ma" }, PUBLIC_URL],
    ["OIDC_ISSUER", { ...GOOD, OIDC_ISSUER: "https://id.example.ma/?x=1" }, PUBLIC_URL],
    ["OIDC_ISSUER", { ...GOOD, OIDC_ISSUER: "https://user:secret@id.example.ma" }, PUBLIC_URL],
    ["OIDC_ISSUER", { OIDC_CLIENT_SECRET: "fictif" }, PUBLIC_URL],
    ["OIDC_CLIENT_ID", { OIDC_ISSUER: GOOD.OIDC_ISSUER }, PUBLIC_URL],
    ["OIDC_CLIENT_SECRET", { ...GOOD, OIDC_CLIENT_SECRET: "" }, PUBLIC_URL],
    ["OIDC_NAME", { ...GOOD, OIDC_NAME: "x".repeat(61) }, PUBLIC_URL],
    ["PUBLIC_URL", GOOD, null],
  ] as const)
    it(`is refused with the name of the variable: ${JSON.stringify(environment)}`, () => {
      expect(() => oidcIn(environment, publicUrl))
        .to.throw(DomainError)
        .with.nested.property("details.name", variable);
    });
});
