import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { unzipSync } from "fflate";
import { projectRoot } from "../../../src/paths.ts";
import { type Browser, launchBrowser, type Page } from "../../support/browser.ts";
import { type RunningService, startService } from "../../support/running-service.ts";

const AWARDED = readFileSync(join(projectRoot, "fixtures/tenders/tie-cooperative-passed-over.json"));

const NOTICE = {
  fr: `COMMUNE FICTIVE D'AIN SAHEL
AVIS D'APPEL D'OFFRES OUVERT NATIONAL N° 07/2026
Le mardi 24 mars 2026 à 10 heures, il sera procédé en séance publique à l'ouverture des plis
relatifs à l'appel d'offres ayant pour objet : Restauration et réception des invités de la commune.
Le cautionnement provisoire est fixé à la somme de : 20 000,00 DH.
L'estimation des coûts des prestations est fixée à la somme de 1 999 800,00 DH TTC.`,
  ar: `جماعة عين الساحل (وهمية)
إعلان عن طلب عروض مفتوح وطني رقم : 07/2026
في يوم 24 مارس 2026 على الساعة العاشرة صباحا سيتم فتح الأظرفة المتعلقة بطلب العروض من أجل توفير خدمات الإطعام لفائدة ضيوف الجماعة
الضمان المؤقت محدد في مبلغ 20.000,00 درهم
كلفة تقدير الأعمال محددة في مبلغ 1.999.800,00 درهم مع احتساب الرسوم`,
} as const;

/** Most inputs from the first page to a downloaded report. */
const MOST_INPUTS = 12;

for (const language of ["ar", "fr"] as const)
  for (const javaScriptEnabled of [true, false])
    describe(`the workspace in ${language}, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
      let running: RunningService;
      let browser: Browser;
      let page: Page;
      let inputs = 0;
      const strangers: string[] = [];
      const broken: unknown[] = [];

      before(async () => {
        running = await startService("sqlite", true);
        await running.loadDemo();
        browser = await launchBrowser();
        const locale = language === "ar" ? "ar-MA" : "fr-MA";
        const viewport = { width: 1200, height: 900 };
        const context = await browser.newContext({ javaScriptEnabled, locale, viewport });
        page = await context.newPage();
        page.on("request", (request) => {
          if (!request.url().startsWith(running.url)) strangers.push(request.url());
        });
        page.on("pageerror", (error) => broken.push(error));
      });
      after(async () => {
        await browser.close();
        await running.stop();
      });

      const click = async (selector: string): Promise<void> => {
        inputs += 1;
        await page.locator(selector).first().click();
      };
      const fill = async (selector: string, text: string): Promise<void> => {
        inputs += 1;
        await page.locator(selector).first().fill(text);
      };
      const text = (selector: string): Promise<string> => page.locator(selector).first().innerText();
      const go = (path: string): Promise<unknown> =>
        page.goto(`${running.url}${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
      const signInAs = async (role: string): Promise<void> => {
        await click("form[action='/logout'] button, a[href='/login']");
        await go("/login");
        await click(`form[action='/login/demo'] button[value='${role}']`);
      };
      const downloaded = async (selector: string): Promise<Buffer> => {
        const [download] = await Promise.all([page.waitForEvent("download"), click(selector)]);
        return readFileSync(await download.path());
      };

      it("an officer before publication: from the first page to a report in a handful of inputs", async () => {
        await go("/");
        inputs = 0;
        await click("nav.menu a[href='/notice']");
        await fill("#text", NOTICE[language]);
        await click("#notice button.primary");
        await page.locator(".found li").first().waitFor();
        expect(await page.locator(".found li").count()).to.be.at.least(6);
        await click("form[action='/notice/confirm'] button.primary");
        expect(await page.locator("#f-reference").first().inputValue()).to.equal("07/2026");
        await click("#check .act button.primary");
        expect(await text("#result")).to.contain("07/2026");
        const pdf = await downloaded(`button[formaction="/report.pdf?lang=${language}"]`);
        expect(pdf.subarray(0, 5).toString()).to.equal("%PDF-");
        expect(inputs, "inputs from the first page to the report").to.be.at.most(MOST_INPUTS);
        console.log(`      ${inputs} inputs from the first page to the report`);
      });

      it("and what is mended is shown against the check before", async () => {
        await page.locator("#f-provisionalGuarantee-amount").first().fill("0");
        await page.locator("#check .act button.primary").first().click();
        expect(await page.locator(".changes tbody tr").count()).to.be.at.least(1);
      });

      it("an officer after award: from a file to a stored tender with its duties", async () => {
        await signInAs("officer");
        await go("/");
        const file = { name: "appel.json", mimeType: "application/json", buffer: AWARDED };
        if (javaScriptEnabled) {
          await Promise.all([page.waitForURL(/\/file/), page.locator("#file").first().setInputFiles(file)]);
        } else {
          await page.locator("#file").first().setInputFiles(file);
          await page.locator("#drop button").first().click();
        }
        expect(await page.locator(".group.breach article").count()).to.be.at.least(1);
        await page.locator("#check button[formaction='/tenders']").first().click();
        expect(page.url()).to.match(/\/tenders\/[0-9A-Z]{26}/);
        expect(await page.locator("table.list tbody tr").count()).to.be.at.least(1);
        const calendar = await downloaded("a[href$='/calendar.ics']");
        expect(calendar.toString()).to.match(/^BEGIN:VCALENDAR/);
      });

      it("the year: the gauge, the plan tried and kept", async () => {
        await page.locator("nav.menu a[href='/year']").first().click();
        expect(await page.locator(".gap").count()).to.be.at.least(1);
        await page.locator("a[href^='?reserve-']").first().click();
        expect(await page.locator(".done .reached").count()).to.equal(1);
        await page.locator("button[formaction$='/reserve']").first().click();
        expect(page.url()).to.contain("kept=1");
        expect(await page.locator(".pair .reached").count()).to.equal(1);
      });

      it("and its pack in one click, whose checksums hold", async () => {
        const files = unzipSync(new Uint8Array(await downloaded("a[href$='/pack.zip']")));
        const sums = Buffer.from(files["SHA256SUMS"] ?? [])
          .toString()
          .trimEnd()
          .split("\n");
        expect(sums.length).to.equal(Object.keys(files).length - 1);
        for (const [sum = "", name = ""] of sums.map((line) => line.split("  ")))
          expect(
            createHash("sha256")
              .update(files[name] ?? "")
              .digest("hex"),
            name,
          ).to.equal(sum);
      });

      it("an auditor reads tenders and the register, and may change nothing", async () => {
        await signInAs("auditor");
        await page.locator("nav.menu a[href='/tenders']").first().click();
        await page.locator("table.list tbody a").first().click();
        expect(
          await page.locator("#check button[formaction='/tenders'], #check button[value='save']").count(),
        ).to.equal(0);
        await go("/register");
        expect(await page.locator("h1").count()).to.equal(1);
      });

      it("a cooperative reads its matches", async () => {
        await signInAs("cooperative");
        await go("/cooperative");
        await page.locator(".call h3 a").first().click();
        expect(await page.locator("dl.facts").count()).to.equal(1);
      });

      it("asks nobody else, and breaks nothing", () => {
        expect(strangers).to.deep.equal([]);
        expect(broken).to.deep.equal([]);
        expect(running.faults).to.deep.equal([]);
      });
    });

describe("the form of a check, by keyboard alone", () => {
  let running: RunningService;
  let browser: Browser;

  before(async () => {
    running = await startService("sqlite", true);
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await running.stop();
  });

  it("is reached, filled and sent, field after field, and shows where one is", async () => {
    const viewport = { width: 1200, height: 900 };
    const context = await browser.newContext({ javaScriptEnabled: true, locale: "fr-MA", viewport });
    const page = await context.newPage();
    await page.goto(`${running.url}/?lang=fr`);
    const WANTED = "/reference,/buyer/name/fr,/title/fr".split(",");
    const passed = new Set<string>();
    const hidden: string[] = [];
    for (let step = 0; step < 200; step += 1) {
      await page.keyboard.press("Tab");
      // Within a date the browser itself marks the day, the month or the year.
      const [name, isPrimary, isSeen] = await page.evaluate<[string, boolean, boolean]>(
        "(() => { const e = document.activeElement; const s = getComputedStyle(e); return [e.name ?? '', e.matches('#check .act button.primary'), s.outlineStyle !== 'none' || s.boxShadow !== 'none' || e.type === 'date'] })()",
      );
      if (!isSeen) hidden.push(name);
      if (WANTED.includes(name)) await page.keyboard.type("Restauration");
      passed.add(name);
      if (isPrimary) break;
    }
    expect([...passed]).to.include.members([...WANTED, "/procedure", "/estimate/amount"]);
    expect(hidden).to.deep.equal([]);
    await page.keyboard.press("Enter");
    await page.locator("#result").waitFor();
  });
});
