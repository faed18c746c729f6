import { expect } from "chai";
import { unzipSync } from "fflate";
import { ENGINES } from "../support/engines.ts";
import { awardedTender, fixture } from "../support/pack-content.ts";
import { type RunningService, SOME_BUYER, startService } from "../support/running-service.ts";

const OTHER_BUYER = "01.051.01.01";
const YEAR = fixture("programmes/ain-sahel-2026.json");
const AWARDED = awardedTender("07/2026", {
  tenderer: { name: "Coopérative fictive", legalForm: "cooperative" },
  amount: 900,
  decidedOn: "2026-03-10",
});

type Headers = Readonly<Record<string, string>>;

for (const engine of ENGINES)
  describe(`the pack of a buyer's year over ${engine}`, function packs() {
    this.timeout(60_000);
    let running: RunningService;
    let officer: Headers;
    const path = `/api/v1/buyers/${SOME_BUYER}/years/2026`;

    before(async () => {
      running = await startService(engine);
      officer = await running.as("officer");
    });
    after(async () => {
      expect(running.faults).to.deep.equal([]);
      await running.stop();
    });

    const send = (method: string, address: string, headers: Headers, json?: unknown): Promise<Response> =>
      fetch(`${running.url}${address}`, {
        method,
        headers: { "content-type": "application/json", ...headers },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      });
    const pack = (headers: Headers, year = path): Promise<Response> =>
      send("GET", `${year}/pack.zip`, headers);

    it("says what is unknown before anything is kept, to the buyer's own people alone", async () => {
      const response = await pack(officer);
      expect(response.status).to.equal(200);
      expect(response.headers.get("content-disposition")).to.include(`awlawiya-${SOME_BUYER}-2026.zip`);
      const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
      const said: unknown = JSON.parse(
        Buffer.from(files[`awlawiya-${SOME_BUYER}-2026.json`] ?? []).toString(),
      );
      expect(said).to.deep.include({ document: null, orders: null });
      expect((await pack(await running.as("auditor"))).status).to.equal(404);
    });

    it("holds the year and the contracts awarded in it, the same bytes for the same data", async () => {
      expect((await send("PUT", path, officer, YEAR)).status).to.equal(201);
      expect((await send("POST", "/api/v1/tenders", officer, AWARDED)).status).to.equal(201);
      const first = await pack(officer);
      const bytes = Buffer.from(await first.arrayBuffer());
      // Made again, it has the same hash.
      const etag = first.headers.get("etag") ?? "";
      expect((await pack({ ...officer, "if-none-match": etag })).status).to.equal(304);
      const said = JSON.parse(
        Buffer.from(unzipSync(new Uint8Array(bytes))[`awlawiya-${SOME_BUYER}-2026.json`] ?? []).toString(),
      ) as { readonly contracts: Readonly<Record<string, readonly unknown[]>> };
      expect(said.contracts["cooperatives"]).to.have.length(1);
    });

    it("is there for the buyer's approver and for auditors, and for nobody else", async () => {
      for (const own of [
        await running.as("approver"),
        await running.as("auditor"),
        await running.as("auditor", SOME_BUYER),
      ])
        expect((await pack(own)).status).to.equal(200);
      expect((await pack({})).status).to.equal(401);
      expect((await pack(await running.as("cooperative"))).status).to.equal(403);
      expect((await pack(await running.as("administrator"))).status).to.equal(403);
      for (const role of ["officer", "approver", "auditor"] as const)
        expect((await pack(await running.as(role, OTHER_BUYER))).status, role).to.equal(404);
    });

    it("is refused for what is no year", async () => {
      expect((await pack(officer, path.replace("2026", "26"))).status).to.equal(404);
      expect((await send("GET", `${path}/pack.zip?lang=fr`, officer)).status).to.equal(400);
    });
  });
