import { expect } from "chai";
import * as fc from "fast-check";
import { type RunningService, startService } from "../support/running-service.ts";
import { ENGINES } from "../support/engines.ts";

type Json = Record<string, unknown> & { items: Record<string, unknown>[] };

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
  estimate: { amount: 300_000, taxIncluded: true },
  publications: [{ medium: "portal", publishedAt: "2026-11-01" }],
  submissionDeadline: `${LATER}T10:00:00+01:00`,
  requirements: { legalForms: ["all"], papers: [] },
  ...change,
});

const PROFILE = {
  name: { ar: "تعاونية الأمل (وهمية)" },
  legalForm: "cooperative",
  sectors: ["catering"],
  places: ["12"],
  largestContract: { amount: 400_000 },
};

for (const engine of ENGINES)
  describe(`the search and the space of cooperatives on ${engine}`, () => {
    let running: RunningService;
    let officer: Record<string, string>;
    let cooperative: Record<string, string>;
    let profileId: string;

    const send = (path: string, method = "GET", headers: Record<string, string> = {}, body?: unknown) =>
      fetch(`${running.url}${path}`, {
        method,
        headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const read = async (path: string, headers: Record<string, string> = {}): Promise<Json> =>
      (await (await send(path, "GET", headers)).json()) as Json;
    const store = async (body: unknown): Promise<string> => {
      const response = await send("/api/v1/tenders", "POST", officer, body);
      expect(response.status, await response.clone().text()).to.equal(201);
      return ((await response.json()) as { id: string }).id;
    };

    before(async () => {
      running = await startService(engine);
      officer = { ...(await running.as("officer", "12.391.01.01")) };
      cooperative = { ...(await running.as("cooperative")) };
      const accounts = await running.service.accounts.listAccounts();
      profileId = accounts.find(({ role }) => role === "cooperative")?.id ?? "";
    });

    after(async () => {
      await running.stop();
      expect(running.faults).to.deep.equal([]);
    });

    it("finds a call at once, by a synonym in the other language, by its place, with facet counts", async () => {
      const id = await store(tender("1/2026"));
      const found = await read(
        `/api/v1/calls?q=${encodeURIComponent("traiteur الداخلة")}&sector=catering,events`,
      );
      expect(found.items.map(({ tenderId }) => tenderId)).to.deep.equal([id]);
      expect(found.items[0]).to.deep.include({
        region: "12",
        province: "12.391",
        amount: 300_000,
        reserved: "unknown",
      });
      expect(found["facets"]).to.deep.include({ sector: { catering: 1 } });
      expect(found["next"]).to.equal(null);
    });

    it("shows neither drafts nor what became one", async () => {
      const hidden = "Zanzibar";
      await store(tender("2/2026", { stage: "draft", title: { fr: hidden } }));
      expect((await read(`/api/v1/calls?q=${hidden}&scope=all`))["total"]).to.equal(0);
    });

    it("tells every parameter that is wrong", async () => {
      const response = await send(
        "/api/v1/calls?sector=food&region=99&deadlineFrom=2026-02-30&amountMax=much&cursor=abc&limit=0",
      );
      expect(response.status).to.equal(400);
      const { errors } = (await response.json()) as { errors: { pointer: string }[] };
      expect(errors.map(({ pointer }) => pointer).toSorted()).to.deep.equal(
        ["amountMax", "cursor", "deadlineFrom", "limit", "region", "sector"].map((name) => `/query/${name}`),
      );
      expect((await send(`/api/v1/calls?q=${"a".repeat(501)}`)).status).to.equal(400);
    });

    it("answers hostile queries, never with a 500", async () => {
      const hostile = [
        "ً".repeat(20),
        '"',
        'a" OR "b',
        "NEAR(a b)",
        "'; drop table call; --",
        "a* AND",
        "\u0000\u0001",
        "\u202Eabc\u2066",
        "* : ^ ( )",
        "-",
        "-- -a",
        "%' or 1=1",
        "\uFFFF",
        "c0catering",
        "& | !",
        "\\'",
      ];
      const random = fc.sample(fc.string({ unit: "binary", maxLength: 40 }), 60);
      for (const text of [...hostile, ...random.filter((each) => each.isWellFormed())])
        for (const scope of ["open", "all"]) {
          const response = await send(`/api/v1/calls?scope=${scope}&q=${encodeURIComponent(text)}`);
          expect(response.status, JSON.stringify(text)).to.equal(200);
          await response.arrayBuffer();
        }
      expect((await send(`/api/v1/calls?q=${"%20x".repeat(3000)}`)).status).to.be.oneOf([400, 431]);
      expect((await send("/api/v1/calls?q=%ff%fe")).status).to.be.lessThan(500);
    });

    it("keeps one's own profile and nobody else's", async () => {
      const path = `/api/v1/cooperatives/${profileId}`;
      expect((await send(path, "GET", cooperative)).status).to.equal(404);
      expect((await send(path, "PUT", cooperative, PROFILE)).status).to.equal(201);
      expect((await send(path, "PUT", cooperative, PROFILE)).status).to.equal(412);
      const changed = await send(
        path,
        "PUT",
        { ...cooperative, "if-match": '"1"' },
        { ...PROFILE, members: 9 },
      );
      expect(changed.headers.get("etag")).to.equal('"2"');
      const other = await running.as("cooperative");
      for (const [method, body] of [
        ["GET", undefined],
        ["PUT", PROFILE],
        ["DELETE", undefined],
      ] as const)
        expect((await send(path, method, { ...other }, body)).status, method).to.equal(404);
      expect((await send(path, "GET", officer)).status).to.equal(403);
      expect((await send(path)).status).to.equal(401);
    });

    it("refuses a profile that is not as expected, with its places", async () => {
      const bad = {
        ...PROFILE,
        ice: "001561191000065",
        places: ["nowhere"],
        taxCertificate: { issuedOn: "2026-02-01", validUntil: "2026-01-01" },
      };
      const response = await send(
        `/api/v1/cooperatives/${profileId}`,
        "PUT",
        { ...cooperative, "if-match": '"2"' },
        bad,
      );
      expect(response.status).to.equal(400);
      const { errors } = (await response.json()) as { errors: { pointer: string }[] };
      expect(errors.map(({ pointer }) => pointer)).to.deep.equal([
        "/ice",
        "/places/0",
        "/taxCertificate/validUntil",
      ]);
    });

    it("tells the eligibility with the finding of the officer's check, in words", async () => {
      const papers = [{ kind: "commercialRegister", phase: "bid", appliesTo: ["all"] }];
      const id = await store(tender("3/2026", { requirements: { legalForms: ["all"], papers } }));
      const answer = await read(
        `/api/v1/tenders/${id}/eligibility?cooperative=${profileId}&lang=ar`,
        cooperative,
      );
      expect(answer).to.deep.include({ outcome: "notEligible", cooperative: profileId });
      const [lot] = answer["lots"] as { demands: Record<string, unknown>[] }[];
      const demand = lot?.demands.find(({ kind }) => kind === "commercialRegister");
      expect(demand).to.deep.include({ answer: "unmet", pointer: "/requirements/papers/0" });
      expect(JSON.stringify(demand)).to.contain("cooperative-file").and.to.contain("السجل التجاري");
      expect((await read(`/api/v1/tenders/${id}/eligibility`, officer))["outcome"]).to.equal("notEligible");
      expect((await send(`/api/v1/tenders/${id}/eligibility`)).status).to.equal(401);
      expect(
        (await send(`/api/v1/tenders/${id}/eligibility?cooperative=${profileId}`, "GET", officer)).status,
      ).to.equal(404);
    });

    it("finds the matches of a profile, with reasons", async () => {
      const matches = await read(`/api/v1/cooperatives/${profileId}/matches`, cooperative);
      const first = matches.items[0] as { call: { reference: string }; reasons: string[] };
      expect(first.call.reference).to.equal("1/2026");
      expect(first.reasons).to.include.members(["sector", "sameRegion", "withinCapacity"]);
      expect(JSON.stringify(matches)).not.to.contain("3/2026");
    });

    it("shows the officer whom each demand shuts out, also in a draft", async () => {
      const requirements = { legalForms: ["company"], papers: [] };
      const id = await store(tender("4/2026", { stage: "draft", requirements }));
      const power = await read(`/api/v1/tenders/${id}/exclusion?lang=fr`, officer);
      expect(power.items[0]).to.deep.include({ kind: "legalForm", excluded: 1, of: 1 });
      expect(power["together"]).to.deep.equal({ excluded: 1, of: 1 });
      expect((await send(`/api/v1/tenders/${id}/exclusion`, "GET", cooperative)).status).to.equal(403);
      expect((await send(`/api/v1/tenders/${id}/eligibility`, "GET", cooperative)).status).to.equal(404);
    });

    it("erases a profile for good", async () => {
      const path = `/api/v1/cooperatives/${profileId}`;
      expect((await send(path, "DELETE", cooperative)).status).to.equal(204);
      expect((await send(path, "GET", cooperative)).status).to.equal(404);
    });
  });
