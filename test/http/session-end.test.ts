import { expect } from "chai";
import { type RunningService, startService } from "../support/running-service.ts";

const unescaped = (text: string): string =>
  text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&#x3D;", "=").replaceAll("&amp;", "&");

const hidden = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(
      ([, name = "", value = ""]) => [unescaped(name), unescaped(value)],
    ),
  );

const TYPED = {
  "/reference": "12/2026",
  "/title/fr": "Restauration & réception d'invités",
  "/buyer/name/fr": "Commune fictive",
  document: "{}",
};

describe("a form that is sent after the session ended", () => {
  let running: RunningService;

  before(async () => {
    running = await startService("sqlite", true);
    await running.loadDemo();
  });
  after(async () => {
    expect(running.faults).to.deep.equal([]);
    await running.stop();
  });

  const send = (path: string, fields: Readonly<Record<string, string>>, cookie = ""): Promise<Response> =>
    fetch(`${running.url}${path}`, {
      method: "POST",
      redirect: "manual",
      headers: { accept: "text/html", cookie },
      body: new URLSearchParams(fields),
    });
  const back = async (path: string, fields: Readonly<Record<string, string>>) => {
    const asked = await send(path, fields);
    expect(asked.status).to.equal(401);
    const signedIn = await send("/login/demo", { ...hidden(await asked.text()), role: "officer" });
    expect(signedIn.status).to.equal(200);
    const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const html = await signedIn.text();
    const action = unescaped(/<form method="post" action="([^"]+)" id="resume">/.exec(html)?.[1] ?? "");
    return { cookie, action, fields: hidden(html) };
  };

  it("comes back with its content after the sign-in, not stored before it is sent again", async () => {
    const { cookie, action, fields } = await back("/tenders", TYPED);
    expect(action).to.equal("/");
    const html = await (await send(action, fields, cookie)).text();
    expect(unescaped(html)).to.include(TYPED["/title/fr"]).and.include('value="12/2026"');
    expect(html).to.include('formaction="/tenders"');
  });

  it("of another kind is sent again as it was", async () => {
    const facts = { version: "1", closed: "no", programmePublishedOn: "2026-03-01" };
    const { cookie, action, fields } = await back("/years/demo-1/2026", facts);
    expect(action).to.equal("/years/demo-1/2026");
    expect(fields).to.deep.equal(facts);
    expect((await send(action, fields, cookie)).status).to.be.oneOf([303, 409]);
  });

  it("leads nowhere outside, and a wrong password loses nothing", async () => {
    const away = await send("/login", { keptAction: "//elsewhere.example", login: "x", password: "y" });
    expect(hidden(await away.text())).to.not.have.property("keptAction");
    const wrong = await send("/login", {
      keptAction: "/tenders",
      keptFields: "a=1",
      login: "x",
      password: "y",
    });
    expect(wrong.status).to.equal(401);
    expect(hidden(await wrong.text())).to.include({ keptAction: "/tenders", keptFields: "a=1" });
  });
});
