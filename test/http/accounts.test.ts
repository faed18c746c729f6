import { expect } from "chai";
import { SERVICE } from "../../src/domain/actor.ts";
import { ENGINES } from "../support/engines.ts";
import { type RunningService, SOME_BUYER, startService } from "../support/running-service.ts";

const PASSWORD = "quatre grains de sésame";

const cookieOf = ({ headers }: Response): string => (headers.get("set-cookie") ?? "").split(";")[0] ?? "";

/** A page without what was typed into it. */
const pageOf = async (response: Response): Promise<string> =>
  (await response.text()).replaceAll(/value="[^"]*"/g, "");

type Fields = Readonly<Record<string, string>>;

for (const engine of ENGINES)
  describe(`accounts over ${engine}`, () => {
    let running: RunningService;

    const send = (path: string, fields: Fields | null, headers: Fields = {}): Promise<Response> =>
      fetch(`${running.url}${path}`, {
        redirect: "manual",
        headers: { accept: "text/html", ...headers },
        ...(fields === null ? {} : { method: "POST", body: new URLSearchParams(fields) }),
      });
    const get = (path: string, headers: Fields = {}): Promise<Response> => send(path, null, headers);

    /** An account with the password above, and its session's cookie. */
    const signedUp = async (login: string): Promise<string> => {
      const { secret } = await running.service.accounts.addAccount(SERVICE, {
        login,
        role: "officer",
        buyer: SOME_BUYER,
      });
      return cookieOf(await send(`/welcome/${secret}`, { password: PASSWORD, again: PASSWORD }));
    };
    const signIn = (login: string, password: string): Promise<Response> =>
      send("/login", { login, password });

    before(async () => {
      running = await startService(engine);
    });

    after(async () => {
      expect(running.faults).to.deep.equal([]);
      await running.stop();
    });

    it("make a first administrator whose link works once", async () => {
      const secret = (await running.service.accounts.firstAdministrator()) ?? "";
      const path = `/welcome/${secret}`;
      expect((await get(path)).status).to.equal(200);
      expect((await send(path, { password: "short", again: "short" })).status).to.equal(400);
      expect((await send(path, { password: PASSWORD, again: "another" })).status).to.equal(400);
      const response = await send(path, { password: PASSWORD, again: PASSWORD });
      expect(response.status).to.equal(303);
      expect((await get("/accounts", { cookie: cookieOf(response) })).status).to.equal(200);
      expect((await send(path, { password: PASSWORD, again: PASSWORD })).status).to.equal(404);
      expect(await running.service.accounts.firstAdministrator()).to.equal(null);
    });

    it("keep the session in a cookie that scripts and other sites do not see", async () => {
      await signedUp("cookie@exemple.ma");
      const header = (await signIn("Cookie@exemple.ma ", PASSWORD)).headers.get("set-cookie") ?? "";
      expect(header).to.match(/^awlawiya=[\w-]{43};/);
      expect(header)
        .to.match(/HttpOnly/)
        .and.match(/SameSite=Lax/)
        .and.match(/Path=\//);
      const secure = await send(
        "/login",
        { login: "cookie@exemple.ma", password: PASSWORD },
        { "x-forwarded-proto": "https" },
      );
      expect(secure.headers.get("set-cookie")).to.match(/^__Host-awlawiya=.*; Secure/);
    });

    it("give a new session at each sign-in and none to a planted one", async () => {
      const first = await signedUp("session@exemple.ma");
      const planted = `awlawiya=${"A".repeat(43)}`;
      const response = await send(
        "/login",
        { login: "session@exemple.ma", password: PASSWORD },
        { cookie: planted },
      );
      const second = cookieOf(response);
      expect(new Set([first, planted, second]).size).to.equal(3);
      expect((await get("/account", { cookie: planted })).status).to.equal(303);
      expect((await get("/account", { cookie: second })).status).to.equal(200);
      await send("/logout", {}, { cookie: second });
      expect((await get("/account", { cookie: second })).status).to.equal(303);
    });

    it("say the same of a wrong name and of a wrong password, and lock after ten tries", async () => {
      await signedUp("locked@exemple.ma");
      const wrongName = await signIn("nobody@exemple.ma", "wrong");
      const wrongPassword = await signIn("locked@exemple.ma", "wrong");
      expect(wrongName.status).to.equal(401);
      expect(await pageOf(wrongPassword)).to.equal(await pageOf(wrongName));
      const tries = await Promise.all(Array.from({ length: 12 }, () => signIn("locked@exemple.ma", "wrong")));
      expect(tries.filter(({ status }) => status === 401).length).to.equal(9);
      expect((await signIn("locked@exemple.ma", PASSWORD)).status).to.equal(429);
    });

    it("end every other session when the password changes", async () => {
      const first = await signedUp("change@exemple.ma");
      const other = cookieOf(await signIn("change@exemple.ma", PASSWORD));
      const fields = { old: PASSWORD, password: "six figues et une datte", again: "six figues et une datte" };
      const wrong = await send("/account/password", { ...fields, old: "not this" }, { cookie: first });
      expect(wrong.status).to.equal(400);
      const changed = await send("/account/password", fields, { cookie: first });
      expect(changed.status).to.equal(200);
      expect((await get("/account", { cookie: other })).status).to.equal(303);
      expect((await get("/account", { cookie: cookieOf(changed) })).status).to.equal(200);
    });

    it("make tokens that may do what they say until they are revoked", async () => {
      const cookie = await signedUp("token@exemple.ma");
      const made = await (await send("/account/tokens", { name: "lecture" }, { cookie })).text();
      const [token = ""] = /awl_[\w-]{43}/.exec(made) ?? [];
      const api = (method: string): Promise<Response> =>
        fetch(`${running.url}/api/v1/tenders`, { method, headers: { authorization: `Bearer ${token}` } });
      expect((await api("GET")).status).to.equal(200);
      expect((await api("POST")).status).to.equal(403);
      const page = await (await get("/account", { cookie })).text();
      expect(page).to.not.include(token);
      const [, id = ""] = /\/account\/tokens\/(\w{26})\/revoke/.exec(page) ?? [];
      const stranger = await signedUp("stranger@exemple.ma");
      await send(`/account/tokens/${id}/revoke`, {}, { cookie: stranger });
      expect((await api("GET")).status).to.equal(200);
      await send(`/account/tokens/${id}/revoke`, {}, { cookie });
      expect((await api("GET")).status).to.equal(401);
    });

    it("are added by an administrator, by the buyer's name, and switched off", async () => {
      const { secret } = await running.service.accounts.addAccount(SERVICE, {
        login: "chief@exemple.ma",
        role: "administrator",
        buyer: null,
      });
      const cookie = cookieOf(await send(`/welcome/${secret}`, { password: PASSWORD, again: PASSWORD }));
      const add = async (fields: Fields): Promise<string> =>
        (await send("/accounts", { role: "officer", ...fields }, { cookie })).text();
      expect(await add({ login: "new@exemple.ma", buyer: "Médina" })).to.match(/name="place"/);
      expect(await add({ login: "new@exemple.ma", buyer: "nowhere" })).to.match(/role="alert"/);
      expect(await add({ login: "new@exemple.ma", buyer: "الحسيمة", place: "01.051.01.01" })).to.match(
        /\/welcome\//,
      );
      expect(await add({ login: "new@exemple.ma", buyer: "01.051" })).to.match(/role="alert"/);
      const account = (await running.service.accounts.listAccounts()).find(
        ({ login }) => login === "new@exemple.ma",
      );
      expect(account).to.include({ buyer: "01.051.01.01", role: "officer", hasPassword: false });
      const { secret: link } = {
        secret: await running.service.accounts.issueLink(SERVICE, account?.id ?? ""),
      };
      const own = cookieOf(await send(`/welcome/${link}`, { password: PASSWORD, again: PASSWORD }));
      expect((await get("/account", { cookie: own })).status).to.equal(200);
      await send(`/accounts/${account?.id}/active`, { active: "0" }, { cookie });
      expect((await get("/account", { cookie: own })).status).to.equal(303);
      expect((await signIn("new@exemple.ma", PASSWORD)).status).to.equal(401);
      const acts = await (await get("/acts?lang=en", { cookie })).text();
      expect(acts)
        .to.match(/account switched off/)
        .and.match(/chief@exemple\.ma/);
    });
  });

describe("a session", () => {
  it("is refused to what other sites send, on every route that changes something", async () => {
    const running = await startService();
    const { ACCESS } = await import("../../src/http/access/access-table.ts");
    const writes = Object.keys(ACCESS).filter((name) => !name.startsWith("GET "));
    for (const name of writes)
      for (const headers of [{ "sec-fetch-site": "cross-site" }, { origin: "https://evil.example" }]) {
        const [method = "", path = ""] = name.split(" ");
        const response = await fetch(`${running.url}${path.replaceAll(/:\w+/g, "x")}`, { method, headers });
        expect(response.status, name).to.equal(403);
      }
    await running.stop();
  });
});
