import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "chai";
import { projectRoot } from "../../src/paths.ts";
import { type RunningService, SOME_BUYER, startService } from "../support/running-service.ts";

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
}

const TENDER = readFileSync(join(projectRoot, "fixtures/tenders/catering-tents-gifts-bundled.json"), "utf8");

describe("the OpenAPI document", () => {
  let running: RunningService;
  let document: OpenApi;
  let officer: Readonly<Record<string, string>>;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });

  before(async () => {
    running = await startService();
    officer = await running.as("officer");
    document = (await (await fetch(`${running.url}/api/v1/openapi.json`)).json()) as OpenApi;
  });

  after(() => running.stop());

  /** Calls an address and holds the answer against what the document says of it. */
  const answersAsSaid = async (
    template: string,
    path: string,
    method = "GET",
    body?: string | Uint8Array,
    headers: Record<string, string> = {},
  ) => {
    const type = body === undefined ? {} : { "content-type": "application/json" };
    const response = await fetch(`${running.url}/api/v1${path}`, {
      method,
      headers: { ...type, ...officer, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const said = document.paths[template]?.[method.toLowerCase()]?.responses[response.status];
    expect(said, `${method} ${template} answers ${response.status}`).to.not.equal(undefined);
    const media = (response.headers.get("content-type") ?? "").split(";")[0] ?? "";
    if (said?.content === undefined) return response;
    expect(Object.keys(said.content)).to.include(media);
    if (media === "application/pdf" || media === "text/html") return response;
    if (!media.endsWith("json")) return response;
    const schema = said.content[media]?.schema ?? {};
    const value: unknown = await response.clone().json();
    const validate = ajv.compile({ ...schema, components: document.components });
    expect(validate(value), JSON.stringify(validate.errors?.slice(0, 3))).to.equal(true);
    return response;
  };

  it("is valid OpenAPI 3.1", async () => {
    const result = await new Validator().validate(
      JSON.parse(JSON.stringify(document)) as Record<string, unknown>,
    );
    expect(result.valid, JSON.stringify(result.errors)).to.equal(true);
  });

  it("is kept by every route, when all is well and when it is not", async () => {
    await answersAsSaid("/checks", "/checks", "POST", TENDER);
    await answersAsSaid("/checks", "/checks?lang=ar", "POST", TENDER);
    await answersAsSaid("/checks", "/checks", "POST", "{}");
    await answersAsSaid("/checks", "/checks", "POST", "x".repeat(300_000));
    await answersAsSaid("/checks/report.pdf", "/checks/report.pdf?lang=en", "POST", TENDER);
    const created = await answersAsSaid("/tenders", "/tenders", "POST", TENDER);
    const { id } = (await created.json()) as { id: string };
    await answersAsSaid("/tenders", "/tenders");
    await answersAsSaid("/tenders", "/tenders?limit=x");
    await answersAsSaid("/tenders", "/tenders", "GET", undefined, { authorization: "Bearer awl_none" });
    await answersAsSaid("/tenders", "/tenders", "POST", TENDER, await running.as("auditor"));
    await answersAsSaid("/tenders/{id}", `/tenders/${id}`);
    await answersAsSaid("/tenders/{id}", "/tenders/none");
    await answersAsSaid("/tenders/{id}", `/tenders/${id}`, "PUT", TENDER);
    await answersAsSaid("/tenders/{id}", `/tenders/${id}`, "PUT", TENDER, { "if-match": '"7"' });
    await answersAsSaid("/tenders/{id}", `/tenders/${id}`, "PUT", TENDER, { "if-match": '"1"' });
    const assessed = await answersAsSaid(
      "/tenders/{id}/assessments",
      `/tenders/${id}/assessments?lang=fr`,
      "POST",
    );
    const { id: assessment } = (await assessed.json()) as { id: string };
    await answersAsSaid("/tenders/{id}/assessments", "/tenders/none/assessments", "POST");
    await answersAsSaid("/assessments/{id}", `/assessments/${assessment}`);
    await answersAsSaid("/assessments/{id}", "/assessments/none");
    await answersAsSaid("/assessments/{id}/report.pdf", `/assessments/${assessment}/report.pdf`);
    await answersAsSaid("/assessments/{id}/report.pdf", `/assessments/${assessment}/report.pdf?lang=xx`);
    const page = "/assessments/{id}/report.html";
    await answersAsSaid(page, `/assessments/${assessment}/report.html?variant=summary`);
    await answersAsSaid(page, `/assessments/${assessment}/report.html?variant=long`);
    const comparison = "/assessments/{id}/comparison.pdf";
    await answersAsSaid(comparison, `/assessments/${assessment}/comparison.pdf?with=${assessment}`);
    await answersAsSaid(comparison, `/assessments/${assessment}/comparison.pdf`);
    const pdf = { "content-type": "application/pdf" };
    const report = await fetch(`${running.url}/api/v1/assessments/${assessment}/report.pdf?lang=en`, {
      headers: officer,
    });
    const file = new Uint8Array(await report.arrayBuffer());
    const verified = await answersAsSaid("/verify", "/verify", "POST", file, pdf);
    const { identity } = (await verified.json()) as { identity: { reportId: string } };
    await answersAsSaid("/verify", "/verify", "POST", "x", pdf);
    await answersAsSaid("/verify", "/verify", "POST", "{}");
    await answersAsSaid("/verify/{reportId}", `/verify/${identity.reportId}`);
    await answersAsSaid("/verify/{reportId}", "/verify/none");
    const responses = "/reports/{reportId}/responses";
    const note = { "content-type": "text/plain" };
    await answersAsSaid(responses, `/reports/${identity.reportId}/responses`);
    await answersAsSaid(responses, `/reports/${identity.reportId}/responses`, "POST", "hello", note);
    await answersAsSaid(responses, "/reports/none/responses", "POST", "hello", note);
    const decisions = "/assessments/{id}/decisions";
    const step = JSON.stringify({ kind: "proposed" });
    await answersAsSaid(decisions, `/assessments/${assessment}/decisions`, "POST", step);
    await answersAsSaid(decisions, `/assessments/${assessment}/decisions`, "POST", step);
    await answersAsSaid(decisions, `/assessments/${assessment}/decisions`, "POST", "{}");
    await answersAsSaid(decisions, `/assessments/${assessment}/decisions`);
    const administrator = await running.as("administrator");
    const asked = JSON.stringify({ isAsked: true });
    await answersAsSaid("/buyers/{code}/four-eyes", "/buyers/none/four-eyes", "PUT", asked, administrator);
    await answersAsSaid("/reports", "/reports?q=&limit=5");
    await answersAsSaid("/reports", "/reports?year=x");
    await answersAsSaid("/reports/sample", "/reports/sample?seed=2026&by=risk");
    await answersAsSaid("/reports/sample", "/reports/sample");
    await answersAsSaid("/reports/archive.zip", "/reports/archive.zip?verdict=none");
    await answersAsSaid("/reports/{reportId}/file.pdf", `/reports/${identity.reportId}/file.pdf`);
    await answersAsSaid("/reports/{reportId}/file.pdf", "/reports/none/file.pdf");
    await answersAsSaid("/confirmations", "/confirmations");
    const auditor = await running.as("auditor");
    await answersAsSaid("/confirmations", "/confirmations", "POST", "{}");
    await answersAsSaid("/confirmations", "/confirmations", "POST", "{}", auditor);
    await answersAsSaid("/rules", "/rules");
    await answersAsSaid("/rules/{id}", "/rules/allotment");
    await answersAsSaid("/rules/{id}", "/rules/none");
    await answersAsSaid("/tenders/{id}/eligibility", `/tenders/${id}/eligibility?lang=ar`);
    await answersAsSaid("/tenders/{id}/eligibility", "/tenders/none/eligibility");
    await answersAsSaid("/tenders/{id}/exclusion", `/tenders/${id}/exclusion`);
    const year = "/buyers/{code}/years/{year}";
    const [own, body] = [
      `/buyers/${SOME_BUYER}/years/2026`,
      '{"buyer":{"name":{"fr":"Commune"}},"year":2026}',
    ];
    await answersAsSaid(year, own);
    await answersAsSaid(year, own, "PUT", "{}");
    await answersAsSaid(year, own, "PUT", body);
    await answersAsSaid(year, own, "PUT", body);
    await answersAsSaid(year, own);
    await answersAsSaid(`${year}/reserve`, `${own}/reserve`);
    await answersAsSaid(`${year}/reserve`, `${own}/reserve?on=never`);
    await answersAsSaid(`${year}/pack.zip`, `${own}/pack.zip`);
    await answersAsSaid(`${year}/pack.zip`, `${own}/pack.zip?lang=fr`);
    await answersAsSaid(`${year}/pack.zip`, "/buyers/none/years/2026/pack.zip");
    await answersAsSaid("/calls", "/calls?q=traiteur&scope=all");
    await answersAsSaid("/calls", "/calls?sector=none");
    const speaker = await running.as("cooperative");
    const mine = (await running.service.accounts.listAccounts()).find(
      ({ role }) => role === "cooperative",
    )?.id;
    const profile = JSON.stringify({ name: { fr: "Coopérative fictive" }, legalForm: "cooperative" });
    await answersAsSaid("/cooperatives/{id}", `/cooperatives/${mine}`, "GET", undefined, speaker);
    await answersAsSaid("/cooperatives/{id}", `/cooperatives/${mine}`, "PUT", "{}", speaker);
    await answersAsSaid("/cooperatives/{id}", `/cooperatives/${mine}`, "PUT", profile, speaker);
    await answersAsSaid("/cooperatives/{id}", `/cooperatives/${mine}`, "PUT", profile, speaker);
    await answersAsSaid("/cooperatives/{id}", `/cooperatives/${mine}`, "GET", undefined, speaker);
    await answersAsSaid(
      "/cooperatives/{id}/matches",
      `/cooperatives/${mine}/matches`,
      "GET",
      undefined,
      speaker,
    );
    await answersAsSaid("/cooperatives/{id}", `/cooperatives/${mine}`, "DELETE", undefined, speaker);
    await answersAsSaid("/openapi.json", "/openapi.json");
  });

  it("is kept by red flags", async () => {
    await answersAsSaid("/checks/red-flags", "/checks/red-flags", "POST", TENDER);
    await answersAsSaid("/checks/red-flags", "/checks/red-flags", "POST", "{}");
  });

  it("is kept by imports and profiles", async () => {
    const profile = JSON.stringify({ shape: "tender", columns: { A: "reference" } });
    await answersAsSaid("/profiles/{name}", "/profiles/a", "PUT", profile);
    await answersAsSaid("/profiles/{name}", "/profiles/a", "PUT", "{}");
    await answersAsSaid("/profiles/{name}", "/profiles/a");
    await answersAsSaid("/profiles", "/profiles");
    await answersAsSaid("/profiles/{name}", "/profiles/a", "DELETE");
    await answersAsSaid("/imports", "/imports?as=nothing", "POST", "a");
    const started = await answersAsSaid("/imports", "/imports?as=csv", "POST", "a;b");
    const { id } = (await started.json()) as { id: string };
    await answersAsSaid("/jobs", "/jobs");
    await answersAsSaid("/jobs/{id}", `/jobs/${id}`);
    await answersAsSaid("/jobs/{id}", "/jobs/01K");
    await answersAsSaid("/jobs/{id}/problems.csv", `/jobs/${id}/problems.csv`);
    await answersAsSaid("/jobs/{id}/cancel", `/jobs/${id}/cancel`, "POST");
    await answersAsSaid("/jobs/{id}/resume", `/jobs/${id}/resume`, "POST");
  });

  it("names every route that the tests above call", () => {
    expect(Object.keys(document.paths).toSorted()).to.deep.equal([
      "/assessments/{id}",
      "/assessments/{id}/comparison.pdf",
      "/assessments/{id}/decisions",
      "/assessments/{id}/report.html",
      "/assessments/{id}/report.pdf",
      "/buyers/{code}/four-eyes",
      "/buyers/{code}/years/{year}",
      "/buyers/{code}/years/{year}/pack.zip",
      "/buyers/{code}/years/{year}/reserve",
      "/calls",
      "/checks",
      "/checks/red-flags",
      "/checks/report.pdf",
      "/confirmations",
      "/cooperatives/{id}",
      "/cooperatives/{id}/matches",
      "/imports",
      "/jobs",
      "/jobs/{id}",
      "/jobs/{id}/cancel",
      "/jobs/{id}/problems.csv",
      "/jobs/{id}/resume",
      "/openapi.json",
      "/profiles",
      "/profiles/{name}",
      "/reports",
      "/reports/archive.zip",
      "/reports/sample",
      "/reports/{reportId}/file.pdf",
      "/reports/{reportId}/responses",
      "/rules",
      "/rules/{id}",
      "/tenders",
      "/tenders/{id}",
      "/tenders/{id}/assessments",
      "/tenders/{id}/eligibility",
      "/tenders/{id}/exclusion",
      "/verify",
      "/verify/{reportId}",
    ]);
  });
});
