import { readFileSync } from "node:fs";
import { expect } from "chai";
import { type Browser, launchBrowser, type Page } from "../../support/browser.ts";
import { type RunningService, startService } from "../../support/running-service.ts";

const ARABIC = /[\u0600-\u06FF]/;

for (const javaScriptEnabled of [true, false])
  describe(`a cooperative's way from the search to its calendar, in Arabic, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    let running: RunningService;
    let browser: Browser;
    let page: Page;
    const strangers: string[] = [];
    const broken: unknown[] = [];

    before(async () => {
      running = await startService("sqlite", true);
      await running.loadDemo();
      browser = await launchBrowser();
      const context = await browser.newContext({
        javaScriptEnabled,
        locale: "ar-MA",
        viewport: { width: 390, height: 844 },
      });
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

    const text = (selector: string): Promise<string> => page.locator(selector).first().innerText();

    it("finds a call by an Arabic word and a place, and narrows it down", async () => {
      await page.goto(`${running.url}/calls?lang=ar`);
      expect(await page.locator("html[dir=rtl][lang=ar]").count()).to.equal(1);
      await page.locator("#q").fill("استراحات القهوة سيدي مومن");
      await page.locator(".search button.primary").click();
      expect(await text("#found-title")).to.match(ARABIC);
      expect(await text(".found .call h3")).to.contain("خدمات الإطعام");
      await page.locator(".facets a").first().click();
      expect(await page.locator('.facets a[aria-current="true"]').count()).to.equal(1);
      expect(await page.locator(".found .call").count()).to.be.at.least(1);
    });

    it("reads what is asked of any cooperative, and signs in for its own answer", async () => {
      await page.locator(".found .call h3 a").first().click();
      expect(await text("#can-title")).to.equal("هل يمكننا المشاركة؟");
      await page.locator("section.card a[href='/cooperative']").first().click();
      expect(page.url()).to.contain("/login");
      await page.locator("form[action='/login/demo'] button[value='cooperative']").click();
      expect(page.url()).to.contain("/cooperative");
      expect(await text("h1")).to.contain("تعاونية النور");
    });

    it("sees its matches with reasons, and what to prepare for the best of them", async () => {
      expect(await page.locator(".call").count()).to.be.at.least(1);
      expect(await text(".call .note")).to.match(ARABIC);
      await page.locator(".call h3 a").first().click();
      expect(await text(".reply")).to.match(ARABIC);
      expect(await page.locator(".demands li").count()).to.be.at.least(3);
      expect(await text("dl.facts")).to.match(/\d{1,2}\s+\S+\s+20\d\d/u);
    });

    it("keeps the deadline in its calendar", async () => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator("a.action[href*='deadline.ics']").click(),
      ]);
      const calendar = readFileSync(await download.path(), "utf8").replaceAll("\r\n ", "");
      expect(download.suggestedFilename()).to.match(/\.ics$/);
      expect(calendar).to.contain("BEGIN:VEVENT").and.contain("BEGIN:VALARM");
      expect(calendar).to.match(/SUMMARY:[^\r\n]*[\u0600-\u06FF]/);
      expect(calendar).to.match(/DTSTART:20\d{6}T\d{6}Z/);
    });

    it("asks nobody else, and breaks nothing", () => {
      expect(strangers).to.deep.equal([]);
      expect(broken).to.deep.equal([]);
      expect(running.faults).to.deep.equal([]);
    });
  });
