import { expect } from "chai";
import { type Browser, launchBrowser, type Page } from "../../support/browser.ts";
import { type RunningService, startService } from "../../support/running-service.ts";

for (const [device, viewport] of [
  ["a desktop", { width: 1280, height: 900 }],
  ["a phone", { width: 390, height: 844 }],
] as const)
  describe(`an auditor's visit, in Arabic, on ${device}`, () => {
    let running: RunningService;
    let browser: Browser;
    let page: Page;
    let report: Buffer;

    before(async () => {
      running = await startService("sqlite", true);
      await running.loadDemo();
      browser = await launchBrowser();
      page = await (
        await browser.newContext({ javaScriptEnabled: true, locale: "ar-MA", viewport })
      ).newPage();
    });
    after(async () => {
      expect(running.faults).to.deep.equal([]);
      await browser.close();
      await running.stop();
    });

    const signIn = async (role: string): Promise<void> => {
      await page.context().clearCookies();
      await page.goto(`${running.url}/login?lang=ar`);
      await page.locator(`form[action='/login/demo'] button[value='${role}']`).click();
    };
    const verify = async (buffer: Buffer): Promise<string> => {
      await page.goto(`${running.url}/verify?lang=ar`);
      await page.locator("#report").setInputFiles({ name: "r.pdf", mimeType: "application/pdf", buffer });
      await page.locator("main form button.primary").click();
      return page.locator("#result-title").innerText();
    };
    const fits = (): Promise<unknown> =>
      page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth");
    const drawn = async (): Promise<readonly string[]> => {
      await page.goto(`${running.url}/register?lang=ar&seed=2026&size=2&by=risk`);
      return page.locator("table.list tbody tr").allInnerTexts();
    };

    it("finds in the register what an officer issued", async () => {
      await signIn("officer");
      const { request } = page.context();
      const headers = { origin: running.url };
      const tenders = (await (await request.get(`${running.url}/api/v1/tenders`)).json()) as {
        items: readonly { id: string }[];
      };
      for (const { id } of tenders.items.slice(0, 3)) {
        const assessed = await request.post(`${running.url}/api/v1/tenders/${id}/assessments`, { headers });
        const assessment = (await assessed.json()) as { id: string };
        const issued = await request.get(
          `${running.url}/api/v1/assessments/${assessment.id}/report.pdf?lang=ar`,
        );
        report = await issued.body();
      }
      await signIn("auditor");
      await page.goto(`${running.url}/register?lang=ar`);
      expect(await page.locator("html[dir=rtl][lang=ar]").count()).to.equal(1);
      expect(await page.locator("table.list tbody tr").count()).to.be.at.least(1);
      expect(await page.locator(".menu a[aria-current]").getAttribute("href")).to.equal("/register");
      expect(await fits()).to.equal(true);
    });

    it("draws a sample by a seed, twice the same", async () => {
      expect(await drawn()).to.deep.equal(await drawn());
    });

    it("has today's log proved to continue the last visit's", async () => {
      await page.goto(`${running.url}/register?lang=ar`);
      const head = await page.locator("pre[dir=ltr]").innerText();
      await page.locator("#head").fill(head);
      await page.locator("form[action='/register/visit'] button").click();
      expect(await page.locator("[role=status]").innerText()).to.match(/^نعم/);
    });

    it("is told that a report is authentic, and that a touched one is not", async () => {
      expect(await verify(report)).to.match(/^التقرير صحيح/);
      expect(await page.locator(".said.yes").count()).to.equal(5);
      expect(await fits()).to.equal(true);
      const touched = Buffer.from(report);
      touched[5000] = (touched[5000] ?? 0) ^ 1;
      expect(await verify(touched)).to.match(/^لا تعتمدوا/);
    });
  });
