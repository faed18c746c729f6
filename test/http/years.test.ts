import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../../src/paths.ts";
import { ENGINES } from "../support/engines.ts";
import { type RunningService, SOME_BUYER, startService } from "../support/running-service.ts";

const DOCUMENT = JSON.parse(
  readFileSync(join(projectRoot, "fixtures/programmes/ain-sahel-2026.json"), "utf8"),
) as Record<string, unknown>;
const SHEET = "Réf;Objet du marché;Montant;Zone bleue\n1;Repas;1 000,00;oui\n2;Fête;abc;non\n";

type Headers = Readonly<Record<string, string>>;

const hidden = (html: string): URLSearchParams =>
  new URLSearchParams(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = "", value = ""]) => [name, value.replaceAll("&#x27;", "'")] as [string, string],
    ),
  );
const sheet = (bytes: string): FormData => {
  const form = new FormData();
  form.set("shape", "programme");
  form.set("version", "0");
  form.set("file", new Blob([bytes]), "programme.csv");
  return form;
};

/** The field that is chosen for a heading. */
const chosen = (html: string, heading: string): string | undefined => {
  const [, column = ""] =
    new RegExp(`name="heading-\\d+" value="${heading}">(.*?)</select>`, "s").exec(html) ?? [];
  return /value="(\w*)" selected/.exec(column)?.[1];
};

for (const engine of ENGINES)
  describe(`a buyer's year over ${engine}`, () => {
    let running: RunningService;
    let officer: Headers;
    const year = `/api/v1/buyers/${SOME_BUYER}/years/2026`;

    before(async () => {
      running = await startService(engine, true);
      officer = await running.as("officer");
    });
    after(async () => {
      expect(running.faults).to.deep.equal([]);
      await running.stop();
    });

    const put = (document: unknown, headers: Headers, path = year): Promise<Response> =>
      fetch(`${running.url}${path}`, {
        method: "PUT",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(document),
      });

    it("is kept once, replaced at its version, and judged", async () => {
      expect((await fetch(`${running.url}${year}`, { headers: officer })).status).to.equal(404);
      const first = await put(DOCUMENT, officer);
      expect(first.status).to.equal(201);
      expect((await put(DOCUMENT, officer)).status).to.equal(412);
      const etag = first.headers.get("etag") ?? "";
      expect((await put({ ...DOCUMENT, closed: true }, { ...officer, "if-match": etag })).status).to.equal(
        200,
      );
      expect((await put(DOCUMENT, { ...officer, "if-match": etag })).status).to.equal(412);
      const reserve = await fetch(`${running.url}${year}/reserve`, { headers: officer });
      expect(await reserve.json()).to.have.nested.property(
        "reserve.withoutPurchaseOrders.forecast",
        6_600_000,
      );
    });

    it("is not there for another buyer, nor for another year's address", async () => {
      const other = await running.as("officer", "01.051.01.01");
      expect((await fetch(`${running.url}${year}`, { headers: other })).status).to.equal(404);
      expect((await put(DOCUMENT, other)).status).to.equal(404);
      expect((await put(DOCUMENT, officer, year.replace("2026", "2025"))).status).to.equal(400);
      expect((await put({ ...DOCUMENT, entires: [] }, officer)).status).to.equal(400);
    });
  });

describe("the page of a buyer's year", () => {
  let running: RunningService;
  let cookie: string;

  before(async () => {
    running = await startService("sqlite", true);
    await running.loadDemo();
    const response = await fetch(`${running.url}/login/demo`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ role: "officer" }),
    });
    cookie = (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  });
  after(async () => {
    expect(running.faults).to.deep.equal([]);
    await running.stop();
  });

  const send = (path: string, body?: URLSearchParams | FormData): Promise<Response> =>
    fetch(`${running.url}${path}`, {
      redirect: "manual",
      headers: { cookie, accept: "text/html" },
      ...(body === undefined ? {} : { method: "POST", body }),
    });
  const address = async (): Promise<string> => (await send("/year")).headers.get("location") ?? "";
  const text = async (path: string, body?: URLSearchParams | FormData): Promise<string> =>
    (await send(path, body)).text();
  it("shows the gauge, what is missing, the calls proposed and orders near the ceiling", async () => {
    const html = await text(`${await address()}?lang=fr`);
    expect(html).to.match(/Il manque de [^<]*480[^<]*à [^<]*1.080.000,00/u);
    expect(html.match(/★/g)).to.have.length(1);
    expect(html).to.include("proche du plafond").and.include("Réception de la fête du Trône (2)");
    expect(await text(`${await address()}?lang=fr&reserve-1=1`)).to.include("La part est atteinte");
  });

  it("marks calls as reserved, once, and not over what somebody else kept", async () => {
    const here = await address();
    const stale = new URLSearchParams({ version: "1", "reserve-1": "1" });
    expect((await send(`${here}/reserve`, stale)).status).to.equal(303);
    expect((await send(`${here}/reserve`, stale)).status).to.equal(303);
    const facts = { version: "1", closed: "yes", programmePublishedOn: "2026-01-05" };
    const late = await send(`${here}?lang=fr`, new URLSearchParams(facts));
    expect(late.status).to.equal(409);
    const html = await late.text();
    expect(html)
      .to.include('value="2026-01-05"')
      .and.match(/name="version" value="2"/);
  });

  it("reads a sheet before keeping it: columns to confirm, a reason for each cell", async () => {
    const here = (await address()).replace(/\d{4}$/, "2031");
    const bad = await send(`${here}/file?lang=fr`, sheet(SHEET));
    expect(bad.status).to.equal(400);
    const html = await bad.text();
    expect(html).to.include("Zone bleue").and.include("n&#x27;est pas un montant");
    expect(html).to.not.include('value="keep"');
    const good = await text(`${here}/file?lang=fr`, sheet(SHEET.replace("abc", "3000")));
    const form = hidden(good);
    for (const [index, field] of ["reference", "title", "amount", "reserved"].entries())
      form.set(`field-${index}`, field);
    form.set("do", "keep");
    expect((await send(`${here}/import`, form)).status).to.equal(303);
    const kept = await text(`${here}?lang=fr`);
    expect(kept)
      .to.include("Fête")
      .and.match(/25,00\u00A0%|25\u00A0%/);
  });

  it("remembers what was said of the columns for the buyer's next sheet, unless told not to", async () => {
    const here = (await address()).replace(/\d{4}$/, "2033");
    const odd = SHEET.replace("abc", "3000").replace("Réf;Objet du marché", "Zz1;Zz2");
    const first = await text(`${here}/file?lang=fr`, sheet(odd));
    expect(chosen(first, "Zz1")).to.equal("");
    expect(first).to.not.include("comme la dernière fois");
    const form = hidden(first);
    for (const [index, field] of ["reference", "title", "amount", "reserved"].entries())
      form.set(`field-${index}`, field);
    form.set("do", "keep");
    expect((await send(`${here}/import`, form)).status).to.equal(303);
    expect(chosen(await text(`${here}/file?lang=fr`, sheet(odd)), "Zz1")).to.equal("");
    form.set("remember", "1");
    form.set("version", "1");
    expect((await send(`${here}/import`, form)).status).to.equal(303);
    const next = await text(`${here}/file?lang=fr`, sheet(odd));
    expect(next).to.include("comme la dernière fois");
    expect(["Zz1", "Zz2", "Zone bleue"].map((heading) => chosen(next, heading))).to.deep.equal([
      "reference",
      "title",
      "reserved",
    ]);
    const again = hidden(next);
    again.set("do", "guess");
    const guessed = await text(`${here}/import?lang=fr`, again);
    expect(chosen(guessed, "Zz1")).to.equal("");
  });

  it("keeps nothing of a sheet when somebody else was faster, and shows the sheet again", async () => {
    const here = (await address()).replace(/\d{4}$/, "2032");
    const form = hidden(await text(`${here}/file?lang=fr`, sheet(SHEET.replace("abc", "3000"))));
    form.set("do", "keep");
    await send(here, new URLSearchParams({ version: "0", closed: "no" }));
    const late = await send(`${here}/import?lang=fr`, form);
    expect(late.status).to.equal(409);
    const again = hidden(await late.text());
    expect(again.get("version")).to.equal("1");
    again.set("do", "keep");
    expect((await send(`${here}/import`, again)).status).to.equal(303);
  });

  it("says when no file was chosen and when a day is none", async () => {
    const here = await address();
    const none = new FormData();
    none.set("shape", "programme");
    expect((await send(`${here}/file`, none)).status).to.equal(400);
    const wrong = new URLSearchParams({ version: "2", programmePublishedOn: "2026-02-31" });
    const response = await send(`${here}?lang=fr`, wrong);
    expect(response.status).to.equal(400);
    expect(await response.text()).to.include('value="2026-02-31"');
  });
});
