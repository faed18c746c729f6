import { expect } from "chai";
import { SERVICE } from "../../src/domain/actor.ts";
import { ENGINES } from "../support/engines.ts";
import { type RunningProvider, startProvider } from "../support/openid-provider.ts";
import { type RunningService, SOME_BUYER, startService } from "../support/running-service.ts";

const PUBLIC_URL = "https://awlawiya.example.ma";
const CLIENT = { id: "awlawiya", secret: "un secret fictif de trente-deux lettres" };

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0] ?? "")
    .filter((pair) => !pair.endsWith("="))
    .join("; ");

const pathOf = (address: string): string => address.slice(PUBLIC_URL.length);

for (const engine of ENGINES)
  describe(`sign-in by an OpenID provider over ${engine}`, function openid() {
    this.timeout(60_000);
    let provider: RunningProvider;
    let running: RunningService;

    before(async () => {
      provider = await startProvider(CLIENT.id, CLIENT.secret, `${PUBLIC_URL}/login/provider/callback`);
      const oidc = {
        issuer: provider.issuer,
        clientId: CLIENT.id,
        clientSecret: CLIENT.secret,
        name: "Identité fictive",
      };
      running = await startService(engine, false, undefined, { publicUrl: PUBLIC_URL, oidc });
      for (const login of ["nadia@commune.example", "unverified@commune.example", "off@commune.example"])
        await running.service.accounts.addAccount(SERVICE, { login, role: "officer", buyer: SOME_BUYER });
      const accounts = await running.service.accounts.listAccounts();
      const off = accounts.find(({ login }) => login.startsWith("off"))?.id ?? "";
      await running.service.accounts.setActive(SERVICE, off, false);
    });
    after(async () => {
      expect(running.faults).to.deep.equal([]);
      await running.stop();
      await provider.stop();
    });

    const get = (path: string, cookie = ""): Promise<Response> =>
      fetch(`${running.url}${path}`, { redirect: "manual", headers: { cookie, accept: "text/html" } });
    const begin = async (next = "/tenders") => {
      const response = await get(`/login/provider?next=${encodeURIComponent(next)}`);
      expect(response.status).to.equal(303);
      return { address: response.headers.get("location") ?? "", cookie: cookiesOf(response) };
    };
    /** From the sign-in page to the answer of the callback. */
    const signInAs = async (login: string | null): Promise<Response> => {
      const { address, cookie } = await begin();
      return get(pathOf(await provider.signIn(address, login)), cookie);
    };

    it("asks with a code, PKCE, state and nonce, and keeps them from scripts", async () => {
      const response = await get("/login/provider");
      const asked = new URL(response.headers.get("location") ?? "").searchParams;
      expect(Object.fromEntries(asked)).to.include({
        response_type: "code",
        client_id: CLIENT.id,
        scope: "openid email",
        code_challenge_method: "S256",
        redirect_uri: `${PUBLIC_URL}/login/provider/callback`,
      });
      for (const name of ["state", "nonce", "code_challenge"])
        expect((asked.get(name) ?? "").length).to.be.at.least(43);
      expect(response.headers.get("set-cookie")).to.match(
        /^__Host-awlawiya-provider=.*Path=\/.*HttpOnly; Secure; SameSite=Lax/,
      );
    });

    it("signs in whom the provider vouches for, to an account that is there, and goes where they meant to go", async () => {
      const response = await signInAs("Nadia@commune.example");
      expect(response.status).to.equal(303);
      expect(response.headers.get("location")).to.equal("/tenders");
      const page = await get("/account?lang=fr", cookiesOf(response));
      expect(page.status).to.equal(200);
      expect(await page.text()).to.include("nadia@commune.example");
      const again = await signInAs("Nadia@commune.example");
      expect(again.status).to.equal(303);
    });

    it("makes no account, and says so: unknown, switched off, not verified, declined", async () => {
      const before = (await running.service.accounts.listAccounts()).length;
      for (const [login, words] of [
        ["stranger@elsewhere.example", "Aucun compte ici"],
        ["off@commune.example", "Aucun compte ici"],
        ["unverified@commune.example", "ne garantit pas votre adresse"],
        [null, "ne vous a pas connecté"],
      ] as const) {
        const { address, cookie } = await begin();
        const back = pathOf(await provider.signIn(address, login));
        const response = await get(`${back}&lang=fr`, `${cookie}; lang=fr`);
        expect(response.status, String(login)).to.equal(401);
        expect(cookiesOf(response)).to.not.match(/awlawiya=/);
        expect(await response.text()).to.include(words);
      }
      expect((await running.service.accounts.listAccounts()).length).to.equal(before);
    });

    it("ties an account to one person: whoever gets the address later is refused, until a new link is given", async () => {
      expect((await signInAs("nadia@commune.example")).status).to.equal(401);
      expect((await signInAs("Nadia@commune.example")).status).to.equal(303);
      const accounts = await running.service.accounts.listAccounts();
      const nadia = accounts.find(({ login }) => login.startsWith("nadia"))?.id ?? "";
      await running.service.accounts.issueLink(SERVICE, nadia);
      expect((await signInAs("nadia.second@commune.example")).status).to.equal(303);
      expect((await signInAs("Nadia@commune.example")).status).to.equal(401);
    });

    it("takes an answer once, from the browser that asked, and for its own question alone", async () => {
      const first = await begin();
      const other = await begin();
      const back = pathOf(await provider.signIn(first.address, "nadia.second@commune.example"));
      expect((await get(back)).status).to.equal(401);
      expect((await get(back, other.cookie)).status).to.equal(401);
      expect((await get(back, first.cookie)).status).to.equal(303);
      expect((await get(back, first.cookie)).status).to.equal(401);
      expect((await get("/login/provider/callback", first.cookie)).status).to.equal(401);
      expect(
        (await get("/login/provider/callback?code=x&state=y", "__Host-awlawiya-provider=e30")).status,
      ).to.equal(401);
    });

    it("sends nobody elsewhere afterwards", async () => {
      const { address, cookie } = await begin("https://elsewhere.example/");
      const back = pathOf(await provider.signIn(address, "nadia.second@commune.example"));
      expect((await get(back, cookie)).headers.get("location")).to.equal("/");
    });

    it("lets a form wait in its own window, and come back after the sign-in elsewhere", async () => {
      const kept = { keptAction: "/calendar", keptFields: "mot=Zellige" };
      const resume = (cookie: string): Promise<Response> =>
        fetch(`${running.url}/login/resume`, {
          method: "POST",
          redirect: "manual",
          headers: { cookie, accept: "text/html" },
          body: new URLSearchParams(kept),
        });
      const early = await resume("");
      expect(early.status).to.equal(200);
      expect(await early.text())
        .to.include('target="_blank"')
        .and.include("Zellige");
      const signedIn = cookiesOf(await signInAs("nadia.second@commune.example"));
      const late = await resume(signedIn);
      expect(late.status).to.equal(200);
      expect(await late.text()).to.include('value="Zellige"');
    });
  });

describe("a service without an OpenID provider", () => {
  it("has nothing at its addresses and offers no such sign-in", async () => {
    const running = await startService("sqlite");
    expect((await fetch(`${running.url}/login/provider`)).status).to.equal(404);
    expect((await fetch(`${running.url}/login/provider/callback?code=x`)).status).to.equal(404);
    expect(await (await fetch(`${running.url}/login`)).text()).to.not.include("/login/provider");
    await running.stop();
  });

  it("says on the page of the sign-in that the provider does not answer", async () => {
    const oidc = { issuer: "http://127.0.0.1:9", clientId: "awlawiya", clientSecret: null, name: "Absent" };
    const running = await startService("sqlite", false, undefined, { publicUrl: PUBLIC_URL, oidc });
    const response = await fetch(`${running.url}/login/provider`, { headers: { accept: "text/html" } });
    expect(response.status).to.equal(503);
    expect(await response.text()).to.include("ne répond pas");
    expect(running.faults.length).to.equal(1);
    await running.stop();
  });
});
