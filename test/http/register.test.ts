import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../../src/paths.ts";
import { ENGINES } from "../support/engines.ts";
import { type RunningService, startService } from "../support/running-service.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { filesIn } from "../support/zip-files.ts";

const TENDERS = [
  "guarding-papers-at-bid",
  "catering-guests-open",
  "road-works",
  "catering-tents-gifts-bundled",
];

type Json = Record<string, unknown>;
type List = { readonly items: readonly Json[]; readonly next?: string | null };

const ids = ({ items }: List): readonly unknown[] => items.map(({ id }) => id);

for (const engine of ENGINES)
  describe(`the auditor's room on ${engine}`, function () {
    this.timeout(60_000);
    let running: RunningService;
    let officer: Readonly<Record<string, string>>;
    let auditor: Readonly<Record<string, string>>;
    const get = (path: string, headers = auditor): Promise<Response> =>
      fetch(`${running.url}${path}`, { headers });
    const list = async (query: string, headers = auditor): Promise<List> =>
      (await (await get(`/api/v1/reports${query}`, headers)).json()) as List;

    before(async () => {
      running = await startService(engine);
      officer = await running.as("officer");
      auditor = await running.as("auditor");
      const headers = { "content-type": "application/json", ...officer };
      for (const name of TENDERS) {
        const document = JSON.parse(
          readFileSync(join(projectRoot, "fixtures/tenders", `${name}.json`), "utf8"),
        ) as {
          buyer: Json;
        };
        // The tests' officer belongs to another place than the demo's invented buyers.
        delete document.buyer["code"];
        const url = `${running.url}/api/v1/tenders`;
        const stored = await fetch(url, { method: "POST", headers, body: JSON.stringify(document) });
        const { id } = (await stored.json()) as { id: string };
        const assessed = await fetch(`${url}/${id}/assessments`, { method: "POST", headers });
        const { id: assessment } = (await assessed.json()) as { id: string };
        for (const language of ["ar", "fr"])
          await get(`/api/v1/assessments/${assessment}/report.pdf?lang=${language}&variant=summary`, officer);
      }
    });
    after(async () => {
      expect(running.faults).to.deep.equal([]);
      await running.stop();
    });

    it("lists what was issued page by page, each once, newest first", async () => {
      const all = await list("?limit=200");
      expect(all.items).to.have.length(TENDERS.length * 2);
      const seen: unknown[] = [];
      let next: string | null = "";
      while (next !== null) {
        const page: List = await list(`?limit=3${next === "" ? "" : `&after=${encodeURIComponent(next)}`}`);
        seen.push(...ids(page));
        next = page.next ?? null;
      }
      expect(seen).to.deep.equal(ids(all));
    });

    it("filters by reference, language, verdict and year", async () => {
      expect(
        (await list("?q=gar")).items.every(({ reference }) => String(reference).includes("GAR")),
      ).to.equal(true);
      expect((await list("?language=ar")).items).to.have.length(TENDERS.length);
      expect((await list("?q=%25")).items).to.deep.equal([]);
      expect((await list("?year=1999")).items).to.deep.equal([]);
      const verdict = (await list("?verdict=nonCompliant")).items;
      expect(new Set(verdict.map((each) => each["verdict"]))).to.deep.equal(new Set(["nonCompliant"]));
    });

    it("draws the same sample by the same seed, and another by another", async () => {
      const [first, again, other] = await Promise.all(
        ["a", "a", "b"].map((seed) => list(`/sample?seed=${seed}&size=4&by=risk`)),
      );
      if (first === undefined || again === undefined || other === undefined) throw new Error("no sample");
      expect(ids(first)).to.have.length(4);
      expect(ids(first)).to.deep.equal(ids(again));
      expect(ids(first)).to.not.deep.equal(ids(other));
    });

    it("gives all reports of a filter as a ZIP whose checksums and manifest are right", async () => {
      const bytes = Buffer.from(await (await get("/api/v1/reports/archive.zip?language=fr")).arrayBuffer());
      const files = filesIn(bytes);
      const sums = (files.get("SHA256SUMS") ?? "").toString().trim().split("\n");
      for (const line of sums) {
        const [sha256, name] = line.split("  ");
        expect(
          createHash("sha256")
            .update(files.get(name ?? "") ?? "")
            .digest("hex"),
          name,
        ).to.equal(sha256);
      }
      const manifest = JSON.parse((files.get("manifest.json") ?? "").toString()) as readonly Json[];
      expect(manifest).to.have.length(TENDERS.length);
      expect(sums).to.have.length(TENDERS.length + 3);
      const folder = temporaryFolder();
      writeFileSync(join(folder.path, "reports.zip"), bytes);
      // The system's own reader, where there is one.
      const tested = spawnSync("python3", ["-m", "zipfile", "-t", join(folder.path, "reports.zip")], {
        encoding: "utf8",
      });
      folder.remove();
      if (tested.error === undefined) expect(tested.stdout).to.match(/Done testing/);
    });

    it("proves that the log of today continues the head of an earlier visit", async () => {
      const head = await (await get("/log/checkpoint")).text();
      const { answer } = await running.service.ledger.log.continues(head);
      expect(answer).to.equal("yes");
      expect((await running.service.ledger.log.continues(head.replace(/\n\d+\n/, "\n1\n"))).answer).to.equal(
        "unknown",
      );
    });

    it("shows an officer of another buyer nothing of it", async () => {
      const other = await running.as("officer", "01.151.01.01");
      expect((await list("", other)).items).to.deep.equal([]);
      const [first] = (await list("")).items;
      const path = `/api/v1/reports/${String(first?.["id"])}/file.pdf?variant=summary`;
      expect((await get(path, other)).status).to.equal(404);
      expect((await get(path)).status).to.equal(200);
    });
  });
