import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../../../src/paths.ts";
import { ACCESS } from "../../../src/http/access/access-table.ts";
import { type Browser, launchBrowser, type Page } from "../../support/browser.ts";
import { type RunningService, startService } from "../../support/running-service.ts";
import { demoSessionOf, sessionOf } from "../../support/signed-in.ts";

const AXE = readFileSync(join(projectRoot, "node_modules/axe-core/axe.min.js"), "utf8");
const LANGUAGES = ["ar", "fr", "en"] as const;

type Who = "visitor" | "officer" | "approver" | "auditor" | "cooperative" | "administrator";

/** Addresses that give a file, go on to another page, or are seen by no eye. */
const NO_PAGE =
  /\.(?:ics|csv|atom|json|pdf|zip)$|^GET \/(?:healthz|readyz|metrics|login\/provider|log\/|api\/|year$|register\/compare)/;

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

const violations = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(AXE);
  const found = await page.evaluate<readonly Violation[]>(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) })))",
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary}`);
};

describe("the pages, to every eye and ear", () => {
  let running: RunningService;
  let browser: Browser;
  const places: Record<string, string> = {};
  const seen = new Set<string>();

  before(async () => {
    // A provider that is never asked: its link is on the page of the sign-in.
    const oidc = { issuer: "https://id.example.ma", clientId: "fictif", clientSecret: null, name: "Fictif" };
    running = await startService("sqlite", true, undefined, { publicUrl: "http://localhost", oidc });
    await running.loadDemo();
    browser = await launchBrowser();
    const list = (await (await fetch(`${running.url}/api/v1/tenders?limit=200`)).json()) as {
      items: readonly { id: string; tender: { reference: string } }[];
    };
    places["/tenders/:id"] = `/tenders/${list.items[0]?.id}`;
    const calls = (await (await fetch(`${running.url}/api/v1/calls`)).json()) as {
      items: readonly { call: { id: string } }[];
    };
    const html = await (await fetch(`${running.url}/calls`)).text();
    const call = /href="\/calls\/([0-9A-Z]{26})/.exec(html)?.[1] ?? calls.items[0]?.call.id ?? "";
    places["/calls/:id"] = `/calls/${call}`;
    places["/calls/:id/findings"] = `/calls/${call}/findings`;
    places["/years/:code/:year"] = `/years/demo-1/${new Date().getFullYear()}?reserve-1=1`;
    const { secret } = await running.service.accounts.addAccount(
      { accountId: null, role: "service", buyer: null, cooperative: null, isDemo: false },
      { login: "somebody", role: "auditor", buyer: null },
    );
    places["/welcome/:secret"] = `/welcome/${secret}`;
    places["/verify/:reportId"] = "/verify/none";
    places["/alerts/:secret"] = "/alerts/none";
  });

  after(async () => {
    await browser.close();
    expect(running.faults).to.deep.equal([]);
    await running.stop();
  });

  it("keep every column of the calendar and of the year in sight on a phone, in Arabic", async () => {
    const page = await pageFor("officer", "light", 360);
    for (const path of ["/calendar", places["/years/:code/:year"] ?? "", places["/tenders/:id"] ?? ""]) {
      await page.goto(`${running.url}${path}${path.includes("?") ? "&" : "?"}lang=ar`);
      const hidden = await page.evaluate<number>(
        "[...document.querySelectorAll('.scroll')].filter((each) => each.scrollWidth > each.clientWidth).length",
      );
      expect(hidden, path).to.equal(0);
    }
    await page.context().close();
  });

  const sessionFor = (who: Who) =>
    who === "administrator" ? sessionOf(running, "administrator", null) : demoSessionOf(running, who);

  const pageFor = async (who: Who, colorScheme: "light" | "dark", width: number): Promise<Page> => {
    const context = await browser.newContext({
      javaScriptEnabled: true,
      locale: "fr-FR",
      viewport: { width, height: 900 },
      colorScheme,
      bypassCSP: true,
    });
    if (who !== "visitor") await context.addCookies([{ ...(await sessionFor(who)), url: running.url }]);
    return context.newPage();
  };

  /** Pages that a role may open, at an address where there is something to see. */
  const pagesOf = (who: Who): readonly string[] =>
    Object.entries(ACCESS)
      .filter(([name]) => name.startsWith("GET /") && !NO_PAGE.test(name))
      .filter(([, { roles, visitors }]) => (who === "visitor" ? visitors !== "never" : roles.includes(who)))
      .map(([name]) => name.replace("GET ", ""))
      .filter((path) => !seen.has(path) || who === "officer")
      .map((path) => {
        seen.add(path);
        const address = places[path] ?? path;
        expect(address, "a page without an address to look at").to.not.match(/:/);
        return address;
      });

  for (const who of ["visitor", "officer", "auditor", "cooperative", "administrator"] as const)
    it(`have nothing against them for ${who}: three languages, light and dark`, async () => {
      const paths = [
        ...pagesOf(who),
        ...(who === "visitor" ? ["/?example=catering-tents-gifts-bundled"] : []),
      ];
      const found: string[] = [];
      for (const [scheme, width] of [
        ["light", 1200],
        ["dark", 390],
      ] as const) {
        const page = await pageFor(who, scheme, width);
        for (const path of paths)
          for (const language of LANGUAGES) {
            await page.goto(`${running.url}${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
            const direction = await page.evaluate<string>("document.documentElement.dir");
            expect(direction, path).to.equal(language === "ar" ? "rtl" : "ltr");
            const spill = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
            if (spill > 0) found.push(`${path} ${language} ${scheme}: ${spill}px wider than the screen`);
            found.push(...(await violations(page)).map((each) => `${path} ${language} ${scheme} ${each}`));
          }
      }
      expect(found).to.deep.equal([]);
    });

  it("leave no page unseen", () => {
    const all = Object.keys(ACCESS).filter((name) => name.startsWith("GET /") && !NO_PAGE.test(name));
    expect(all.filter((name) => !seen.has(name.replace("GET ", "")))).to.deep.equal([]);
  });
});
