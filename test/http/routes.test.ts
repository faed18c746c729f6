import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../../src/paths.ts";
import { ENGINES } from "../support/engines.ts";
import { type RunningService, startService } from "../support/running-service.ts";

const fixture = (name: string): string => readFileSync(join(projectRoot, "fixtures/tenders", name), "utf8");
const TENDER = fixture("catering-guests-open.json");
type Json = Record<string, unknown>;

let calls = 0;
/** The tender, as a call of its own on the portal. */
const anotherCall = (): string => {
  calls += 1;
  const portal = { organisation: "fictive", consultation: `another-${calls}` };
  return JSON.stringify({ ...(JSON.parse(TENDER) as Json), portal });
};

for (const engine of ENGINES)
  describe(`the HTTP service over ${engine}`, () => {
    let running: RunningService;
    let officer: Readonly<Record<string, string>>;
    const at = (path: string): string => `${running.url}/api/v1${path}`;
    const get = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
      fetch(at(path), { headers: { ...officer, ...headers } });
    const post = (
      path: string,
      body?: string | Uint8Array,
      headers: Readonly<Record<string, string>> = {},
    ): Promise<Response> =>
      fetch(at(path), {
        method: "POST",
        headers: { "content-type": "application/json", ...officer, ...headers },
        ...(body === undefined ? {} : { body }),
      });
    const stored = async (): Promise<Json> => (await (await post("/tenders", anotherCall())).json()) as Json;

    before(async () => {
      running = await startService(engine);
      officer = await running.as("officer");
    });

    after(async () => {
      expect(running.faults).to.deep.equal([]);
      await running.stop();
    });

    it("checks without storing", async () => {
      const response = await post("/checks", TENDER);
      expect(response.status).to.equal(200);
      expect(await response.json()).to.include({ verdict: "undetermined", on: "2026-01-20" });
      const list = (await (await get("/tenders")).json()) as { items: readonly unknown[] };
      expect(list.items).to.deep.equal([]);
    });

    it("adds words in the language that is asked for, and none otherwise", async () => {
      const bare = (await (await post("/checks", TENDER)).json()) as { findings: readonly Json[] };
      expect(bare.findings[0]).to.not.have.property("title");
      const arabic = (await (await post("/checks?lang=ar", TENDER)).json()) as { findings: readonly Json[] };
      expect(String(arabic.findings[0]?.["title"])).to.match(/[\u0600-\u06FF]/);
      const accepted = await fetch(at("/checks"), {
        method: "POST",
        headers: { "content-type": "application/json", "accept-language": "de, en;q=0.8" },
        body: TENDER,
      });
      expect(((await accepted.json()) as { findings: readonly Json[] }).findings[0]).to.have.property(
        "title",
      );
      expect(accepted.headers.get("vary")).to.equal("Accept-Language");
    });

    it("judges by the law of the day that is asked for", async () => {
      const response = await post("/checks?on=2022-06-01", TENDER);
      const { findings } = (await response.json()) as { findings: readonly Json[] };
      expect(findings.find(({ rule }) => rule === "applicable-regime")).to.include({
        reason: "decret-2-12-349",
      });
    });

    it("stores, reads, replaces and lists tenders", async () => {
      const created = await post("/tenders", TENDER);
      expect(created.status).to.equal(201);
      const { id, tender } = (await created.json()) as { id: string; tender: unknown };
      expect(created.headers.get("location")).to.equal(`/api/v1/tenders/${id}`);
      expect(tender).to.deep.equal(JSON.parse(TENDER));

      const read = await get(`/tenders/${id}`);
      const etag = read.headers.get("etag") ?? "";
      const put = (match?: string): Promise<Response> =>
        fetch(at(`/tenders/${id}`), {
          method: "PUT",
          headers: {
            "content-type": "application/json",
            ...officer,
            ...(match === undefined ? {} : { "if-match": match }),
          },
          body: TENDER,
        });
      expect((await put()).status).to.equal(428);
      expect((await put(etag)).status).to.equal(200);
      expect((await put(etag)).status).to.equal(412);
      expect((await put("*")).headers.get("etag")).to.equal('"3"');

      const list = (await (await get("/tenders?limit=1")).json()) as {
        items: readonly Json[];
        next: string | null;
      };
      expect(list.items.length).to.equal(1);
    });

    it("tells where a call is that is stored already, and stores it no second time", async () => {
      const { id } = await stored();
      const { tender } = (await (await get(`/tenders/${String(id)}`)).json()) as { tender: Json };
      const changed = JSON.stringify({ ...tender, reference: "another" });
      const again = await post("/tenders", changed);
      expect(again.status).to.equal(409);
      expect(again.headers.get("location")).to.equal(`/api/v1/tenders/${String(id)}`);
      expect(await again.json()).to.deep.include({
        code: "TENDER_EXISTS",
        errors: [
          {
            pointer: "/portal",
            code: "TENDER_EXISTS",
            message: `names the call of /api/v1/tenders/${String(id)}`,
          },
        ],
      });
      const other = await stored();
      const put = await fetch(at(`/tenders/${String(other["id"])}`), {
        method: "PUT",
        headers: { "content-type": "application/json", ...officer, "if-match": "*" },
        body: changed,
      });
      expect(put.status).to.equal(409);
      expect(put.headers.get("location")).to.equal(`/api/v1/tenders/${String(id)}`);
      expect((await get(`/tenders/${String(other["id"])}`)).headers.get("etag")).to.equal('"1"');
    });

    it("assesses a stored tender once and keeps the assessment", async () => {
      const { id } = await stored();
      const first = await post(`/tenders/${String(id)}/assessments`);
      expect(first.status).to.equal(201);
      const assessment = (await first.json()) as Json;
      const again = (await (await post(`/tenders/${String(id)}/assessments`)).json()) as Json;
      expect(again["id"]).to.equal(assessment["id"]);
      const read = await get(`/assessments/${String(assessment["id"])}`);
      expect(await read.json()).to.deep.equal(assessment);
    });

    it("gives the report as a PDF, the same bytes twice, and nothing when the client holds it", async () => {
      const { id } = await stored();
      const { id: assessmentId } = (await (await post(`/tenders/${String(id)}/assessments`)).json()) as Json;
      const path = `/assessments/${String(assessmentId)}/report.pdf?lang=ar`;
      const first = await get(path);
      const bytes = Buffer.from(await first.arrayBuffer());
      expect(first.headers.get("content-type")).to.equal("application/pdf");
      expect(bytes.subarray(0, 5).toString("latin1")).to.equal("%PDF-");
      expect(Buffer.from(await (await get(path)).arrayBuffer()).equals(bytes)).to.equal(true);
      const held = await get(path, { "if-none-match": first.headers.get("etag") ?? "" });
      expect(held.status).to.equal(304);
    });

    it("gives the summary, the comparison and the web page of stored assessments", async () => {
      const { id } = await stored();
      const assess = async (on: string) =>
        String(((await (await post(`/tenders/${String(id)}/assessments?on=${on}`)).json()) as Json)["id"]);
      const [first, second] = [await assess("2022-06-01"), await assess("2026-03-02")];
      const kindOf = async (path: string) => {
        const answer = await get(`/assessments/${first}/${path}`);
        await answer.arrayBuffer();
        return `${answer.status} ${answer.headers.get("content-type")}`;
      };
      expect(await kindOf("report.pdf?variant=summary")).to.equal("200 application/pdf");
      expect(await kindOf(`comparison.pdf?with=${second}&lang=ar`)).to.equal("200 application/pdf");
      expect(await kindOf("report.html?lang=ar")).to.equal("200 text/html; charset=utf-8");
      expect(await kindOf("report.pdf?variant=long")).to.equal("400 application/problem+json; charset=utf-8");
      expect(await kindOf("comparison.pdf")).to.equal("400 application/problem+json; charset=utf-8");
      expect(await kindOf(`comparison.pdf?with=${"0".repeat(26)}`)).to.equal(
        "404 application/problem+json; charset=utf-8",
      );
    });

    it("shows the rules with their sources", async () => {
      const { rules } = (await (await fetch(at("/rules"))).json()) as { rules: readonly Json[] };
      expect(rules.map(({ id }) => id)).to.include("tie-break-preference");
      expect((await fetch(at("/rules/annual-reserve"))).status).to.equal(200);
      const one = (await (await fetch(at("/rules/publication-period"))).json()) as {
        parameters: readonly Json[];
      };
      expect(one.parameters.map(({ id }) => id)).to.include("publication-days-open");
      expect((await fetch(at("/rules/none"))).status).to.equal(404);
    });

    it("lifts the cap by source when a jurist confirms the number", async () => {
      const late = JSON.stringify({ ...(JSON.parse(TENDER) as Json), openingAt: "2026-01-30" });
      const effectNow = async (): Promise<unknown> => {
        const { findings } = (await (await post("/checks", late)).json()) as { findings: readonly Json[] };
        return findings.find(({ rule }) => rule === "publication-period")?.["effect"];
      };
      expect(await effectNow()).to.equal("warning");
      const confirmation = {
        parameter: "publication-days-open",
        value: 21,
        text: "decret-2-22-431",
        article: "23",
        bulletin: "BO 7184",
        confirmedBy: "Legal department (fictitious)",
        confirmedOn: "2026-05-02",
      };
      const auditor = await running.as("auditor");
      const wrong = await post("/confirmations", JSON.stringify({ ...confirmation, value: 22 }), auditor);
      expect(wrong.status).to.equal(400);
      expect((await post("/confirmations", JSON.stringify(confirmation), auditor)).status).to.equal(201);
      expect(await effectNow()).to.equal("breach");
      const { confirmations } = (await (await post("/checks", late)).json()) as {
        confirmations: readonly Json[];
      };
      expect(confirmations.map(({ parameter }) => parameter)).to.deep.equal(["publication-days-open"]);
    });

    it("is alive and ready", async () => {
      expect((await fetch(`${running.url}/healthz`)).status).to.equal(200);
      expect(await (await fetch(`${running.url}/readyz`)).json()).to.deep.equal({ status: "ready" });
    });
  });
