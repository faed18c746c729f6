import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../../src/paths.ts";
import type { Job } from "../../src/usecases/imports/ports.ts";
import { ENGINES } from "../support/engines.ts";
import { malformedFiles } from "../support/malformed-ocds.ts";
import { type RunningService, startService } from "../support/running-service.ts";

const CSV = readFileSync(join(projectRoot, "fixtures/tables/appels-2026.csv"));
const published = (title: string): string =>
  JSON.stringify({
    reference: "9/2026",
    ocid: "ocds-fictif-9",
    buyer: { name: { fr: "Commune fictive" } },
    title: { fr: title },
  });

const lineOf = (title: string): string =>
  `${JSON.stringify({ reference: "9/2026", buyer: { name: { fr: "Commune fictive" } }, title: { fr: title }, portal: { organisation: "x1", consultation: "77" } })}\n`;
/** A call by the names that it is given. */
const named = (names: object, title: string): string =>
  JSON.stringify({ ...(JSON.parse(published(title)) as object), ocid: undefined, ...names });

const OVER = new Set(["done", "failed", "cancelled"]);

const release = (id: number) => ({
  ocid: `ocds-fictif-place-${id}`,
  id: String(id),
  date: "2026-07-01T00:00:00Z",
  tag: ["tender"],
  initiationType: "tender",
  buyer: { name: "Commune fictive d'Aïn Amal" },
  tender: {
    id: `${id}/2026`,
    title: "Restauration",
    enquiriesPeriod: { startDate: "2026-07-02T00:00:00Z" },
  },
});

for (const engine of ENGINES)
  describe(`imports over HTTP, on ${engine}`, function () {
    this.timeout(60_000);
    let running: RunningService;
    let officer: Readonly<Record<string, string>>;
    let other: Readonly<Record<string, string>>;
    before(async () => {
      running = await startService(engine);
      officer = await running.as("officer");
      other = await running.as("officer", "01.051.01.01");
    });
    after(async () => {
      await running.stop();
      expect(running.faults).to.deep.equal([]);
    });

    const call = (
      path: string,
      init: Omit<RequestInit, "headers"> & { headers?: Readonly<Record<string, string>> } = {},
      who = officer,
    ) => fetch(`${running.url}/api/v1${path}`, { ...init, headers: { ...who, ...init.headers } });
    const post = (path: string, body: string | Uint8Array | null, who = officer) =>
      call(path, { method: "POST", body }, who);

    const ended = async (id: string): Promise<Job> => {
      for (;;) {
        const job = (await (await call(`/jobs/${id}`)).json()) as Job;
        if (OVER.has(job.state)) return job;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const importAll = async (path: string, body: string | Uint8Array): Promise<Job> => {
      const response = await post(path, body);
      expect(response.status).to.equal(202);
      const job = (await response.json()) as Job;
      expect(response.headers.get("location")).to.equal(`/api/v1/jobs/${job.id}`);
      return ended(job.id);
    };

    it("keep a file, read it in a job, and tell what could not be read", async () => {
      const job = await importAll("/imports?as=csv&name=appels.csv", CSV);
      expect(job).to.include({ state: "done", items: 3, stored: 2, refused: 1, bytes: CSV.length });
      const tenders = (await (await call("/tenders")).json()) as {
        items: readonly { tender: { reference: string } }[];
      };
      expect(tenders.items.map(({ tender }) => tender.reference).toSorted()).to.deep.equal([
        "01/2026/AA",
        "02/2026/AA",
      ]);
      const problems = await (await call(`/jobs/${job.id}/problems.csv?lang=ar`)).text();
      expect(problems.split("\r\n")[0]).to.match(/"الصف","العمود"/);
      expect(problems).to.match(/7,"Estimation \(DH TTC\)","60 00","يمكن/);
      expect(problems, "a column without a place").to.include('"Observations"');
    });

    it("tell once what of a publication has no place, in the language asked for", async () => {
      const lines = [1, 2, 3].map((id) => JSON.stringify(release(id))).join("\n");
      const job = await importAll("/imports?as=ocds", lines);
      expect(job).to.include({ stored: 3, refused: 0 });
      const problems = await (await call(`/jobs/${job.id}/problems.csv?lang=ar`)).text();
      const told = problems.split("\r\n").filter((line) => line.includes("enquiriesPeriod"));
      expect(told).to.have.length(1);
      expect(told[0]).to.include("لا مكان لها");
    });

    for (const { kind, read, bytes } of malformedFiles)
      it(`read what can be read of a malformed publication: ${kind}`, async () => {
        const { id, state, stored, unchanged, replaced, refused } = await importAll(
          "/imports?as=ocds",
          bytes,
        );
        expect({ state, read: stored + unchanged + replaced }).to.deep.equal({ state: "done", read });
        if (read === 0) expect(refused).to.be.greaterThan(0);
        if (refused === 0) return;
        const problems = await (await call(`/jobs/${id}/problems.csv?lang=fr`)).text();
        expect(problems.trim().split("\r\n").length, problems).to.be.greaterThan(1);
      });

    it("store the same file once, and a known call as a new version", async () => {
      expect(await importAll("/imports?as=csv", CSV)).to.include({ stored: 0, unchanged: 2, refused: 1 });
      expect(await importAll("/imports?as=tender", lineOf("Fête"))).to.include({ stored: 1 });
      expect(await importAll("/imports?as=tender", lineOf("Fête et buffet"))).to.include({
        stored: 0,
        replaced: 1,
      });
      expect(await importAll("/imports?as=tender", published("Buffet"))).to.include({ stored: 1 });
      const again = await importAll("/imports?as=tender", published("Buffet et tentes"));
      expect(again).to.include({ stored: 0, replaced: 1 });
    });

    it("know a call that a program stored, and one by any of its names", async () => {
      const portal = { organisation: "x1", consultation: "78" };
      const created = await call("/tenders", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: named({ portal, ocid: "ocds-fictif-10" }, "Repas"),
      });
      expect(created.status).to.equal(201);
      const lines = [named({ portal }, "Repas et tentes"), named({ ocid: "ocds-fictif-10" }, "Repas et eau")];
      const job = await importAll("/imports?as=tender", lines.join("\n"));
      expect(job).to.include({ stored: 0, replaced: 2 });
      const { tender } = (await (
        await fetch(new URL(created.headers.get("location") ?? "", running.url), { headers: officer })
      ).json()) as { tender: unknown };
      expect(tender).to.have.nested.property("title.fr", "Repas et eau");
      // The newest document no longer gives the key on the portal; the call is known by it all the same.
      expect(await importAll("/imports?as=tender", named({ portal }, "Repas et eau"))).to.include({
        stored: 0,
        replaced: 1,
      });
    });

    it("read a sheet by a profile that the buyer keeps", async () => {
      const profile = {
        shape: "tender",
        columns: { Machin: "reference", Truc: "title" },
        constants: { "buyer.name": "Commune fictive" },
      };
      const init = {
        method: "PUT",
        body: JSON.stringify(profile),
        headers: { "content-type": "application/json" },
      };
      expect((await call("/profiles/ma%20feuille", init)).status).to.equal(200);
      const job = await importAll("/imports?as=csv&profile=ma%20feuille", "Machin;Truc\n5/2026;Fête\n");
      expect(job).to.include({ state: "done", stored: 1 });
      expect((await post("/imports?as=csv&profile=autre", "a")).status).to.equal(404);
      expect((await call("/profiles/ma%20feuille", { method: "DELETE" })).status).to.equal(204);
      expect((await call("/profiles/ma%20feuille")).status).to.equal(404);
    });

    it("refuse what they cannot take", async () => {
      expect((await post("/imports", "a")).status).to.equal(400);
      expect((await post("/imports?as=pdf", "a")).status).to.equal(400);
      expect((await post("/imports?as=csv", "")).status).to.equal(400);
      const bad = {
        method: "PUT",
        body: '{"shape":"tender","columns":{"a":"nothing"}}',
        headers: { "content-type": "application/json" },
      };
      expect((await call("/profiles/x", bad)).status).to.equal(400);
      expect((await call("/jobs/01K00000000000000000000000")).status).to.equal(404);
    });

    it("are not there for another buyer", async () => {
      const job = await importAll("/imports?as=csv", CSV);
      for (const path of [`/jobs/${job.id}`, `/jobs/${job.id}/problems.csv`])
        expect((await call(path, {}, other)).status).to.equal(404);
      for (const verb of ["cancel", "resume"])
        expect((await post(`/jobs/${job.id}/${verb}`, null, other)).status).to.equal(404);
      expect(((await (await call("/jobs", {}, other)).json()) as { items: unknown[] }).items).to.deep.equal(
        [],
      );
    });

    it("stop when they are cancelled, and go on when they are resumed", async () => {
      const lines = Array.from({ length: 20_000 }, (_, index) =>
        JSON.stringify({
          reference: `c${index}`,
          buyer: { name: { fr: "Commune fictive" } },
          title: { fr: "Fête" },
        }),
      ).join("\n");
      const { id } = (await (await post("/imports?as=tender", lines)).json()) as Job;
      const cancelled = (await (await post(`/jobs/${id}/cancel`, null)).json()) as Job;
      expect(cancelled.state).to.equal("cancelled");
      expect((await ended(id)).items).to.be.lessThan(20_000);
      await post(`/jobs/${id}/resume`, null);
      expect(await ended(id)).to.include({ state: "done", items: 20_000, stored: 20_000 });
    });
  });
