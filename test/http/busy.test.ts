import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { PROBLEMS } from "../../src/http/problem.ts";
import { projectRoot } from "../../src/paths.ts";
import { type RunningService, startService } from "../support/running-service.ts";

const LANGUAGES = ["ar", "fr", "en"] as const;
const NOTICE = "Avis d'appel d'offres ouvert n° 3/2026/FICTIF";

/** What a page says, without its markup. */
const headingOf = (html: string): string => /<h1>([^<]*)<\/h1>/.exec(html)?.[1] ?? "";

describe("a service that is asked for more than it gives", () => {
  let running: RunningService;

  const ask = (accept: string): Promise<Response> =>
    fetch(`${running.url}/verify`, { headers: { accept, "accept-language": "ar" } });
  const send = (): Promise<Response> => {
    const body = new FormData();
    body.set("file", new Blob([NOTICE]), "avis.txt");
    return fetch(`${running.url}/notice/file`, { method: "POST", body, headers: { accept: "text/html" } });
  };

  beforeEach(async () => {
    running = await startService();
  });

  afterEach(async () => {
    expect(running.faults).to.deep.equal([]);
    await running.stop();
  });

  for (const language of LANGUAGES)
    it(`has words for a person who must come back: ${language}`, () => {
      const file = join(projectRoot, `templates/locales/pages-${language}.json`);
      const words = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
      const missing = Object.entries(PROBLEMS)
        .filter(
          ([code, [status]]) => (status === 429 || status >= 500) && words[`error_${code}`] === undefined,
        )
        .map(([code]) => code);
      expect(missing).to.deep.equal([]);
    });

  it("tells a person in their language, and a program by a problem, that too many requests came", async () => {
    let response = await ask("text/html");
    for (let count = 0; count < 200 && response.status !== 429; count += 1) response = await ask("text/html");
    expect(response.status).to.equal(429);
    expect(Number(response.headers.get("retry-after"))).to.be.greaterThan(0);
    expect(await response.text()).to.match(/lang="ar" dir="rtl"[\s\S]*طلبات كثيرة/);
    const program = await ask("application/json");
    expect(program.headers.get("content-type")).to.match(/^application\/problem\+json/);
    expect(((await program.json()) as { code: string }).code).to.equal("TOO_MANY_REQUESTS");
  });

  it("tells a person whose file must wait, when to come back", async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, send));
    const refused = answers.find(({ status }) => status === 503);
    expect(refused?.headers.get("retry-after")).to.equal("5");
    expect(headingOf((await refused?.text()) ?? "")).to.match(/^Trop de fichiers/);
    expect(answers.filter(({ status }) => status === 200)).to.have.lengthOf(18);
  });
});
