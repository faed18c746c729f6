import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { simpleParser } from "mailparser";
import { SERVICE } from "../../src/domain/actor.ts";
import { ENGINES } from "../support/engines.ts";
import { type RunningService, startService } from "../support/running-service.ts";

const LATER = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);

const tender = (reference: string, change: object = {}) => ({
  reference,
  buyer: {
    name: { fr: "Commune fictive de Dakhla", ar: "جماعة الداخلة (وهمية)" },
    kind: "commune",
    code: "12.391.01.01",
  },
  title: { fr: "Prestations de restauration", ar: "خدمات الإطعام" },
  category: "services",
  procedure: "open",
  stage: "published",
  launchedOn: "2026-11-01",
  publications: [{ medium: "portal", publishedAt: "2026-11-01" }],
  submissionDeadline: `${LATER}T10:00:00+01:00`,
  requirements: {
    legalForms: ["all"],
    papers: [{ kind: "commercialRegister", phase: "bid", appliesTo: ["all"] }],
  },
  ...change,
});

/** The buyer of the demo's officer, which is no place of the territory. */
const OF_NO_PLACE = { buyer: { name: { fr: "Acheteur fictif" }, kind: "commune" }, places: ["12.391.01.01"] };

for (const engine of ENGINES)
  describe(`the pages of calls and cooperatives on ${engine}`, () => {
    let running: RunningService;
    let callId: string;
    let cookie: string;
    let draftId: string;

    const get = (path: string, headers: Record<string, string> = {}) =>
      fetch(`${running.url}${path}`, { headers, redirect: "manual" });
    const text = async (path: string, headers: Record<string, string> = {}): Promise<string> =>
      (await get(path, headers)).text();
    const post = (
      path: string,
      fields: Record<string, string | string[]>,
      headers: Record<string, string> = {},
    ) => {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields))
        for (const each of [value].flat()) body.append(name, each);
      return fetch(`${running.url}${path}`, { method: "POST", body, headers, redirect: "manual" });
    };
    const mailsIn = () => {
      const folder = running.mailFolder;
      return Promise.all(
        readdirSync(folder)
          .filter((name) => name.endsWith(".eml"))
          .map((name) => simpleParser(readFileSync(join(folder, name)))),
      );
    };

    before(async () => {
      running = await startService(engine, true);
      const officer = await running.as("officer", "12.391.01.01");
      const response = await fetch(`${running.url}/api/v1/tenders`, {
        method: "POST",
        headers: { ...officer, "content-type": "application/json" },
        body: JSON.stringify(tender("1/2026")),
      });
      callId = ((await response.json()) as { id: string }).id;
      await running.service.accounts.prepareDemo([
        { code: "demo-1", name: { fr: "Fictif" }, kind: "commune", isDemo: true },
      ]);
      draftId = (
        await running.service.storeTender(
          SERVICE,
          tender("D/2026", {
            ...OF_NO_PLACE,
            stage: "draft",
            requirements: { legalForms: ["company"], papers: [] },
          }),
          "demo-1",
        )
      ).id;
      const signedIn = await post("/login/demo", { role: "cooperative", next: "/cooperative" });
      cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    });

    after(async () => {
      await running.stop();
      expect(running.faults).to.deep.equal([]);
    });

    it("show a search in three languages, with what was found marked", async () => {
      for (const [language, word] of [
        ["ar", "الإطعام"],
        ["fr", "restauration"],
        ["en", "restauration"],
      ] as const) {
        const page = await text(`/calls?lang=${language}&q=traiteur`);
        expect(page)
          .to.contain(`<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">`)
          .and.match(new RegExp(`<mark>${word}</mark>`));
        expect(page).not.to.match(/\{\w+\}|undefined|\[object/);
      }
    });

    it("say what is wrong in a search, and keep what was typed", async () => {
      const response = await get("/calls?q=%3Cb%3E&amountMax=lots");
      expect(response.status).to.equal(400);
      expect(await text("/calls?lang=ar&amountMax=lots&sector=food&q=" + "a".repeat(600)))
        .to.contain("يجب تصحيح ما يلي")
        .and.contain("500 حرف على الأكثر")
        .and.contain('href="#amountMax"')
        .and.not.contain("expected");
      expect(await response.text())
        .to.contain("amountMax")
        .and.contain("&lt;b&gt;")
        .and.not.contain("<b>");
    });

    it("show a call with what shuts a cooperative out, the article and the finding", async () => {
      const page = await text(`/calls/${callId}?lang=ar`);
      expect(page)
        .to.contain("مخالف للقانون")
        .and.contain("السجل التجاري")
        .and.contain(`/calls/${callId}/findings#cooperative-file`);
      expect(await text(`/calls/${callId}/findings?lang=fr`)).to.contain('id="cooperative-file"');
      expect((await get("/calls/none")).status).to.equal(404);
    });

    it("answer hostile addresses and forms, never with a 500", async () => {
      const hostile = [
        "%00%01",
        "%E2%80%AEabc",
        "'%3B%20drop%20table%20call%3B%20--",
        "%22",
        "a".repeat(5000),
      ];
      let visitor = 0;
      for (const each of hostile) {
        for (const path of [`/calls/${each}`, `/calls/${each}/deadline.ics`, `/alerts/${each}`])
          expect((await get(path)).status, path).to.equal(404);
        for (const path of ["/calls", "/calls.csv", "/calls.atom", "/calls.ics"])
          for (const name of ["q", "near", "cursor", "sector", "__proto__"])
            expect(
              (await get(`${path}?${name}=${each}`, { "x-forwarded-for": `10.9.0.${(visitor += 1)}` }))
                .status,
              `${path} ${name}`,
            ).to.be.oneOf([200, 400]);
      }
      const written = { search: "\u0000", email: "a\u0000", rhythm: "\u202E" };
      expect((await post("/alerts", written)).status).to.equal(400);
      expect((await post("/login", { login: "a\u0000b", password: "\u0000" })).status).to.be.lessThan(500);
    });

    it("give any search as CSV, Atom and iCalendar", async () => {
      const csv = await text("/calls.csv?q=traiteur");
      const bytes = new Uint8Array(await (await get("/calls.csv")).arrayBuffer());
      expect(Array.from(bytes.slice(0, 3))).to.deep.equal([0xef, 0xbb, 0xbf]);
      expect(csv.startsWith('"tenderId"')).to.equal(true);
      expect(csv).to.contain('"1/2026"').and.contain("خدمات الإطعام");
      const atom = await text("/calls.atom?q=traiteur&lang=ar");
      expect(atom)
        .to.contain('<feed xmlns="http://www.w3.org/2005/Atom">')
        .and.contain(`urn:awlawiya:call:${callId}`);
      for (const path of ["/calls.ics?q=traiteur", `/calls/${callId}/deadline.ics?lang=ar`]) {
        const calendar = (await text(path)).replaceAll("\r\n ", "");
        expect(calendar)
          .to.contain("BEGIN:VEVENT")
          .and.contain(`UID:${callId}@awlawiya`)
          .and.contain("BEGIN:VALARM");
        expect(calendar).to.contain(`DTSTART:${LATER.replaceAll("-", "")}T090000Z`);
      }
      expect((await get("/calls.csv?sector=none")).status).to.equal(400);
      // Calls with some of the words are shown to who searches, and not told to who subscribed.
      const some = "q=traiteur%20xylophone";
      expect(await text(`/calls?${some}`)).to.contain(callId);
      expect(await text(`/calls.csv?${some}`)).to.contain(callId);
      expect(await text(`/calls.atom?${some}`)).not.to.contain(callId);
      expect(await text(`/calls.ics?${some}`)).not.to.contain(callId);
    });

    it("keep a profile by its form, beside which each error stands", async () => {
      const typed = {
        nameAr: "تعاونية الأمل (وهمية)",
        legalForm: "cooperative",
        sectors: ["catering"],
        places: "Dakhla\nNowhere-at-all",
        largestContract: "400 000,00 DH",
        ice: "12",
      };
      const wrong = await post("/cooperative/profile", { ...typed, version: "" }, { cookie });
      expect(wrong.status).to.equal(400);
      const shown = await wrong.text();
      expect(shown).to.contain("Nowhere-at-all").and.contain("تعاونية الأمل").and.contain("aria-invalid");
      const { ice: _ice, ...rest } = typed;
      const right = { ...rest, places: "Dakhla-Oued Ed-Dahab (12)", version: "" };
      expect((await post("/cooperative/profile", right, { cookie })).status).to.equal(303);
      const space = await text("/cooperative?lang=ar", { cookie });
      expect(space).to.contain("تعاونية الأمل");
      const conflict = await post("/cooperative/profile", right, { cookie });
      expect(conflict.status).to.equal(400);
      const data = JSON.parse(await text("/cooperative/export.json", { cookie })) as {
        profile: { document: { largestContract: object } };
      };
      expect(data.profile.document.largestContract).to.deep.equal({ amount: 400_000 });
    });

    it("show the officer and the auditor whom the demands shut out", async () => {
      for (const role of ["officer", "auditor"]) {
        const signedIn = await post("/login/demo", { role, next: "/tenders" });
        const own = (signedIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
        const page = await text(`/tenders/${draftId}?lang=ar`, { cookie: own });
        expect(page, role)
          .to.contain("من تُقصيه الشروط")
          .and.contain("تُقصي منها الشروط مجتمعة: 1")
          .and.contain("المُقصاة: 1 من 1")
          .and.contain("مخالف للقانون");
      }
      const other = await get(`/tenders/${draftId}`, { cookie });
      expect(other.status).to.equal(403);
    });

    it("send no alert before the address is confirmed, then one digest, and stop with one click", async () => {
      const asked = await post("/alerts?lang=ar", {
        search: `q=traiteur&near=${encodeURIComponent("الداخلة")}`,
        email: "Reader@Example.org",
        rhythm: "daily",
      });
      expect(asked.status).to.equal(200);
      await running.runAlerts();
      const [confirmation] = await mailsIn();
      const [link = ""] = /\/alerts\/[\w-]+/.exec(confirmation?.text ?? "") ?? [];
      expect((await mailsIn()).length).to.equal(1);
      expect(await text(link)).to.contain(`${link}/confirm`);
      expect((await post(`${link}/confirm`, {})).status).to.equal(200);
      await running.runAlerts();
      await running.runAlerts();
      const mails = await mailsIn();
      expect(mails.length).to.equal(2);
      const digest = mails.find(({ text: body }) => body?.includes(callId) === true);
      expect(digest?.subject).to.contain("طلبات عروض جديدة");
      expect(digest?.text).to.contain("خدمات الإطعام").and.contain(link);
      expect((await post(`${link}/stop`, {})).status).to.equal(200);
      expect((await get(link)).status).to.equal(404);
      expect((await post("/alerts", { search: "", email: "no address", rhythm: "daily" })).status).to.equal(
        400,
      );
      expect(
        (await post("/alerts", { search: "sector=none", email: "a@example.org", rhythm: "daily" })).status,
      ).to.equal(400);
    });

    it("tell every call that a search finds, however many there are", async () => {
      const { service } = running;
      for (let index = 0; index < 230; index += 1)
        await service.storeTender(
          SERVICE,
          tender(`M${index}/2026`, { ...OF_NO_PLACE, title: { fr: "Xylophones" } }),
          "demo-1",
        );
      // Each search reads some of what waits.
      while (!(await text("/calls?lang=fr&q=xylophones")).includes("230 ")) continue;
      await post("/alerts?lang=fr", { search: "q=xylophones", email: "many@example.org", rhythm: "daily" });
      await running.runAlerts();
      const confirmation = (await mailsIn()).find(({ text: body }) => body?.includes("xylophones") === true);
      const [link = ""] = /\/alerts\/[\w-]+/.exec(confirmation?.text ?? "") ?? [];
      await post(`${link}/confirm`, {});
      await running.runAlerts();
      const digest = (await mailsIn()).find(({ subject }) => subject?.includes("230") === true);
      expect(digest?.text).to.contain("/calls?q=xylophones&sort=newest");
      await post(`${link}/stop`, {});
    });

    it("erase a profile only when it was meant", async () => {
      expect((await post("/cooperative/erase", {}, { cookie })).status).to.equal(303);
      expect(await text("/cooperative", { cookie })).to.contain("/cooperative/export.json");
      await post("/cooperative/erase", { sure: "1" }, { cookie });
      expect(await text("/cooperative", { cookie })).not.to.contain("/cooperative/export.json");
    });
  });
