import { createServer, request as forward, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { SERVICE } from "../../../src/domain/actor.ts";
import { type Browser, launchBrowser, type Page } from "../../support/browser.ts";
import { type RunningProvider, startProvider } from "../../support/openid-provider.ts";
import { type RunningService, SOME_BUYER, startService } from "../../support/running-service.ts";

/** The proxy before the service, whose address is known before the service starts. */
const proxyTo = (target: () => string): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer((incoming, outgoing) => {
      const { method = "GET", url = "/", headers } = incoming;
      incoming.pipe(
        forward(`${target()}${url}`, { method, headers }, (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        }),
      );
    }).listen(0, "127.0.0.1", () => resolve(server));
  });

for (const language of ["ar", "fr"] as const)
  for (const javaScriptEnabled of [true, false])
    describe(`a sign-in by an OpenID provider in ${language}, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
      let provider: RunningProvider;
      let running: RunningService;
      let proxy: Server;
      let browser: Browser;
      let page: Page;
      let url = "";

      before(async () => {
        proxy = await proxyTo(() => running.url);
        url = `http://localhost:${(proxy.address() as AddressInfo).port}`;
        provider = await startProvider("awlawiya", "un secret fictif", `${url}/login/provider/callback`);
        const { issuer } = provider;
        running = await startService("sqlite", false, undefined, {
          publicUrl: url,
          oidc: { issuer, clientId: "awlawiya", clientSecret: "un secret fictif", name: "Identité fictive" },
        });
        await running.service.accounts.addAccount(SERVICE, {
          login: "nadia@commune.example",
          role: "officer",
          buyer: SOME_BUYER,
        });
        browser = await launchBrowser();
        const context = await browser.newContext({
          javaScriptEnabled,
          locale: `${language}-MA`,
          viewport: { width: 1000, height: 900 },
        });
        page = await context.newPage();
      });
      after(async () => {
        await browser.close();
        expect(running.faults).to.deep.equal([]);
        await running.stop();
        await provider.stop();
        proxy.closeAllConnections();
        proxy.close();
      });

      it("goes to the provider and comes back to the page that was asked for", async () => {
        await page.goto(`${url}/calendar?lang=${language}`);
        await page.locator("a[href^='/login/provider']").first().click();
        await page.locator("input[name=login]").first().fill("nadia@commune.example");
        await page.locator("input[name=password]").first().fill("fictif");
        await page.locator("button[type=submit]").first().click();
        await page.waitForURL(/interaction/);
        await page.locator("button[type=submit]").first().click();
        await page.waitForURL(/\/calendar/);
        expect(await page.locator("a.own").first().innerText()).to.contain("nadia@commune.example");
        expect(await page.locator(`html[lang=${language}]`).count()).to.equal(1);
      });
    });
