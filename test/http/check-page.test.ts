import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../../src/paths.ts";
import { ENGINES } from "../support/engines.ts";
import { type RunningService, startService } from "../support/running-service.ts";

const FIXTURE = readFileSync(join(projectRoot, "fixtures/tenders/catering-tents-gifts-bundled.json"), "utf8");

type Fields = Readonly<Record<string, string>>;

/** What an attribute or a text area says. */
const text = (escaped: string): string =>
  escaped
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&#x3D;", "=")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** Every field of the form of a page with what stands in it, as a browser would send it. */
const fieldsOf = (html: string): Record<string, string> => {
  const form = /<form [^>]*id="check"[\s\S]*?<\/form>/.exec(html)?.[0] ?? "";
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    const isOff = /type="checkbox"/.test(tag) && !/ checked/.test(tag);
    if (name !== undefined && !isOff) fields[name] = text(/value="([^"]*)"/.exec(tag)?.[1] ?? "");
  }
  for (const [, name = "", value = ""] of form.matchAll(
    /<textarea [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g,
  ))
    fields[name] = text(value);
  for (const [, name = "", options = ""] of form.matchAll(
    /<select [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    fields[name] = /<option value="([^"]*)" selected/.exec(options)?.[1] ?? "";
  return fields;
};

const lot = (id: string) => ({
  id,
  estimate: { amount: 100_001, taxIncluded: true },
  provisionalGuarantee: { amount: 9000 },
});

for (const engine of ENGINES)
  describe(`the page of a check over ${engine}`, () => {
    let running: RunningService;

    const send = (path: string, fields: Fields | null, cookie = ""): Promise<Response> =>
      fetch(`${running.url}${path}`, {
        redirect: "manual",
        headers: { accept: "text/html", cookie },
        ...(fields === null ? {} : { method: "POST", body: new URLSearchParams(fields) }),
      });
    const page = async (path: string, fields: Fields | null = null, cookie = ""): Promise<string> =>
      (await send(path, fields, cookie)).text();
    const officer = async (): Promise<string> => {
      await running.service.accounts.prepareDemo([
        { code: "demo-1", name: { fr: "Commune fictive" }, kind: "commune", isDemo: true },
      ]);
      const response = await send("/login/demo", { role: "officer" });
      return (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    };

    before(async () => {
      running = await startService(engine, true);
    });

    after(async () => {
      expect(running.faults).to.deep.equal([]);
      await running.stop();
    });

    it("shows red flags apart from the verdict, where the facts let some be told", async () => {
      const flagged = readFileSync(
        join(projectRoot, "fixtures/red-flags/R036/raised-lowest-out.json"),
        "utf8",
      );
      for (const [language, title] of [
        ["fr", "Offre la plus basse écartée"],
        ["en", "Lowest offer disqualified"],
        ["ar", "إقصاء أقل عرض"],
      ] as const) {
        const shown = await page(`/?lang=${language}`, { do: "json", json: flagged });
        const flags = /<details class="card group flags"[\s\S]*?<\/details>/.exec(shown)?.[0] ?? "";
        expect(flags, language).to.contain(title).and.to.contain("flag-raised");
      }
      expect(await page("/?example=catering-reserved-simplified&lang=fr")).to.not.contain("flag-raised");
      expect(
        await page("/", { do: "json", json: '{"reference":"8/2026","title":{"fr":"Fête"}}' }),
      ).to.not.contain("group flags");
    });

    it("tells once what is alike in several lots, and keeps the order of figures in a user's Arabic", async () => {
      const document = {
        ...(JSON.parse(FIXTURE) as Record<string, unknown>),
        title: { ar: "الإطعام طبقا للمرسوم 2-22-431" },
        lots: [lot("1"), lot("2"), lot("3")],
      };
      const html = await page("/?lang=ar", { do: "json", json: JSON.stringify(document) });
      expect(html).to.include("طبقا للمرسوم \u20662-22-431\u2069</bdi></h1>");
      expect(html).to.include("الحصص \u20681\u2069، \u20682\u2069، \u20683\u2069");
      const points = [...html.matchAll(/النقط: ([\d.,]+) من ([\d.,]+)/g)].flatMap(([, ...each]) => each);
      expect(points).not.to.be.empty;
      for (const each of points) expect(each).to.match(/^\d+(,\d{1,2})?$/);
    });

    it("asks only what the procedure needs, with the article beside it", async () => {
      const open = await page("/?lang=fr", {
        "/procedure": "open",
        "/launchedOn": "2026-02-01",
        do: "fields",
      });
      expect(open)
        .to.include('name="/requirements/papers"')
        .and.match(/art\. 28/);
      const order = await page("/?lang=fr", { "/procedure": "purchaseOrder", do: "fields" });
      expect(order).to.include('name="/purchaseOrder/withoutCompetition"');
      expect(order).to.not.include('name="/requirements/completionDays"');
    });

    it("carries a document through the form to the last character", async () => {
      const first = fieldsOf(await page("/?lang=fr&example=catering-tents-gifts-bundled"));
      const again = fieldsOf(await page("/?lang=fr", first));
      expect(JSON.parse(again["document"] ?? "")).to.deep.equal(JSON.parse(FIXTURE));
    });

    it("shows what changed when it was mended", async () => {
      const first = fieldsOf(await page("/?lang=en&example=catering-tents-gifts-bundled"));
      const mended = await page("/?lang=en", { ...first, "/provisionalGuarantee/amount": "10 000,00" });
      expect(mended).to.include("What changed since the check before");
      expect(JSON.parse(fieldsOf(mended)["document"] ?? "")).to.have.deep.property("provisionalGuarantee", {
        amount: 10_000,
      });
      const unknown = await page("/?lang=en", { ...first, "/provisionalGuarantee/amount": "" });
      expect(JSON.parse(fieldsOf(unknown)["document"] ?? "")).to.not.have.property("provisionalGuarantee");
    });

    it("says beside the field what is wrong, and keeps what was typed", async () => {
      const first = fieldsOf(await page("/?lang=fr&example=catering-tents-gifts-bundled"));
      const response = await send("/?lang=fr", {
        ...first,
        "/estimate/amount": "beaucoup",
        "/reference": "",
      });
      expect(response.status).to.equal(400);
      const html = await response.text();
      expect(html)
        .to.match(/href="#f-estimate-amount"/)
        .and.match(/href="#f-reference"/);
      const kept = fieldsOf(html);
      expect(kept["/estimate/amount"]).to.equal("beaucoup");
      expect(kept["/title/fr"]).to.equal(first["/title/fr"]);
      const right = await page("/?lang=fr", { ...kept, "/estimate/amount": "1 MDH", "/reference": "7/2026" });
      expect(JSON.parse(fieldsOf(right)["document"] ?? "")).to.have.nested.property(
        "estimate.amount",
        1_000_000,
      );
    });

    it("outlives a form that breaks off within its file, or names no boundary", async () => {
      const broken = '--b\r\nContent-Disposition: form-data; name="file"; filename="x.json"\r\n\r\n{"a"';
      for (const type of ["multipart/form-data; boundary=b", "multipart/form-data"]) {
        const sent = { method: "POST", headers: { "content-type": type }, body: broken };
        expect((await fetch(`${running.url}/file`, sent)).status).to.equal(400);
      }
    });

    it("fills the form from a file, and gives the report in three languages", async () => {
      const upload = new FormData();
      upload.set("file", new Blob([FIXTURE]), "appel.json");
      const response = await fetch(`${running.url}/file`, { method: "POST", body: upload });
      const fields = fieldsOf(await response.text());
      expect(JSON.parse(fields["document"] ?? "")).to.deep.equal(JSON.parse(FIXTURE));
      for (const language of ["ar", "fr", "en"]) {
        const report = await send(`/report.pdf?lang=${language}`, fields);
        expect(report.headers.get("content-type")).to.equal("application/pdf");
      }
      upload.set("file", new Blob(["\u0000\u0001"]), "image.png");
      const bad = await fetch(`${running.url}/file`, { method: "POST", body: upload });
      expect(bad.status).to.equal(400);
      const told = await fetch(`${running.url}/file?lang=ar`, { method: "POST", body: upload });
      expect(await told.text()).to.include("<bdi>ليس بصيغة معروفة هنا: \u2066image.png\u2069</bdi>");
    });

    it("changes the language of what is typed, wherever the page came from", async () => {
      const empty = await page("/?lang=fr");
      expect(empty).to.match(/form="check" formaction="\/\?lang=ar" name="do" value="language"/);
      const arabic = await send("/?lang=ar", { ...fieldsOf(empty), "/title/fr": "Repas", do: "language" });
      expect(arabic.status).to.equal(200);
      expect(fieldsOf(await arabic.text())["/title/fr"]).to.equal("Repas");
      const upload = new FormData();
      upload.set("file", new Blob([FIXTURE]), "appel.json");
      const filled = await fetch(`${running.url}/file`, { method: "POST", body: upload });
      expect(await filled.text()).to.match(/form="check" formaction="\/\?lang=ar"/);
    });

    it("stores a form that is sent twice once, and shows a conflict instead of losing an edit", async () => {
      const cookie = await officer();
      const fields = fieldsOf(await page("/?example=catering-tents-gifts-bundled", null, cookie));
      const [one, two] = await Promise.all([
        send("/tenders", fields, cookie),
        send("/tenders", fields, cookie),
      ]);
      const address = (one?.headers.get("location") ?? "").replace("?saved=1", "");
      expect(two?.headers.get("location")).to.equal(one?.headers.get("location"));
      expect(await page("/tenders", null, cookie)).to.include(`href="${address}"`);

      const mine = fieldsOf(await page(address, null, cookie));
      const saved = await send(address, { ...mine, do: "save", "/terms/paymentDays": "30" }, cookie);
      expect(saved.status).to.equal(303);
      const late = await send(address, { ...mine, do: "save", "/terms/paymentDays": "45" }, cookie);
      expect(late.status).to.equal(409);
      const conflict = fieldsOf(await late.text());
      expect(conflict["/terms/paymentDays"]).to.equal("45");
      expect((await send(address, { ...conflict, do: "save" }, cookie)).status).to.equal(303);
      expect(fieldsOf(await page(address, null, cookie))["/terms/paymentDays"]).to.equal("45");
    });

    it("shows what is stored of a call that is sent again, and replaces it when it is saved over it", async () => {
      const cookie = await officer();
      const portal = { organisation: "fictive", consultation: "4711" };
      const filled = async (reference: string): Promise<Fields> => {
        const upload = new FormData();
        const document = { ...(JSON.parse(FIXTURE) as object), portal, reference };
        upload.set("file", new Blob([JSON.stringify(document)]), "appel.json");
        const answer = await fetch(`${running.url}/file?lang=fr`, { method: "POST", body: upload });
        return fieldsOf(await answer.text());
      };
      const first = await send("/tenders?lang=fr", await filled("first"), cookie);
      const address = (first.headers.get("location") ?? "").replace("?saved=1", "");
      const again = await send("/tenders?lang=fr", await filled("second"), cookie);
      expect(again.status).to.equal(409);
      const shown = await again.text();
      expect(shown).to.include("Vous avez déjà enregistré cet appel").and.include(`action="${address}"`);
      expect(fieldsOf(await page(address, null, cookie))["/reference"]).to.equal("first");
      const over = { ...fieldsOf(shown), do: "save" };
      expect((await send(address, over, cookie)).status).to.equal(303);
      expect(fieldsOf(await page(address, null, cookie))["/reference"]).to.equal("second");
    });

    it("gives the duties of a stored tender as iCalendar", async () => {
      const cookie = await officer();
      const calendar = await (await send("/calendar.ics?lang=fr", null, cookie)).text();
      expect(calendar).to.match(/^BEGIN:VCALENDAR\r\n/);
      expect(await page("/calendar?lang=ar", null, cookie)).to.match(/dir="rtl"/);
    });
  });
