import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../../src/paths.ts";
import { ENGINES } from "../support/engines.ts";
import { type RunningService, startService } from "../support/running-service.ts";

const TENDER = readFileSync(join(projectRoot, "fixtures/tenders/guarding-papers-at-bid.json"), "utf8");

type Json = Record<string, unknown>;

for (const engine of ENGINES)
  describe(`a report over HTTP, on ${engine}`, () => {
    let running: RunningService;
    let file: Uint8Array;
    let officer: Readonly<Record<string, string>>;
    const at = (path: string): string => `${running.url}/api/v1${path}`;
    const send = (bytes: Uint8Array, type = "application/pdf"): Promise<Response> =>
      fetch(at("/verify"), { method: "POST", headers: { "content-type": type }, body: bytes });
    const verified = async (bytes: Uint8Array): Promise<Json> => (await (await send(bytes)).json()) as Json;
    const download = async (id: string, language: string): Promise<Uint8Array> =>
      new Uint8Array(
        await (
          await fetch(at(`/assessments/${id}/report.pdf?lang=${language}`), { headers: officer })
        ).arrayBuffer(),
      );
    const assess = async (): Promise<string> => {
      const headers = { "content-type": "application/json", ...officer };
      const stored = await fetch(at("/tenders"), { method: "POST", headers, body: TENDER });
      const { id } = (await stored.json()) as { id: string };
      const assessed = await fetch(at(`/tenders/${id}/assessments`), { method: "POST", headers: officer });
      return ((await assessed.json()) as { id: string }).id;
    };

    before(async () => {
      running = await startService(engine);
      officer = await running.as("officer");
      file = await download(await assess(), "ar");
    });

    after(async () => {
      expect(running.faults).to.deep.equal([]);
      await running.stop();
    });

    it("proves itself: untouched, signed, logged, by a known rulebook, with the same result today", async () => {
      const { summary, answers, identity } = await verified(file);
      expect(answers).to.deep.equal({
        untouched: { holds: "yes", reason: "untouched" },
        signed: { holds: "yes", reason: "signed" },
        logged: { holds: "yes", reason: "logged" },
        rulebook: { holds: "yes", reason: "rulebookKnown" },
        sameResult: { holds: "yes", reason: "sameResult" },
      });
      expect(summary).to.equal("yes");
      expect(identity).to.include({ language: "ar", reference: "04/2026/GAR" });
    });

    it("is issued once: everyone gets the same bytes, at the same time or later", async () => {
      const id = await assess();
      const files = await Promise.all([1, 2, 3].map(() => download(id, "fr")));
      const later = await download(id, "fr");
      for (const each of files) expect(Buffer.from(each).equals(Buffer.from(later))).to.equal(true);
    });

    it("is found by the id that is printed on it, and no other is", async () => {
      const { identity } = (await verified(file)) as { identity: { reportId: string } };
      const found = (await (await fetch(at(`/verify/${identity.reportId}`))).json()) as Json;
      expect(found).to.include({ id: identity.reportId, language: "ar" });
      expect((await fetch(at(`/verify/${"0".repeat(32)}`))).status).to.equal(404);
      const page = await fetch(`${running.url}/verify/${identity.reportId}?lang=ar`);
      expect(await page.text()).to.include(identity.reportId);
      expect((await fetch(`${running.url}/verify/${"0".repeat(32)}`)).status).to.equal(404);
    });

    it("is refused once it was touched, and what is no report is told apart", async () => {
      const touched = Buffer.from(file);
      touched[5000] = (touched[5000] ?? 0) ^ 1;
      expect((await verified(touched))["summary"]).to.equal("no");
      expect((await send(Buffer.from("hello"))).status).to.equal(400);
      expect((await send(Buffer.from("{}"), "application/json")).status).to.equal(415);
      expect((await send(Buffer.from("%PDF-1.7 nothing"))).status).to.equal(200);
      expect((await send(Buffer.alloc(17 * 1024 * 1024))).status).to.equal(413);
    });

    it("is verified by the page, without JavaScript, in three languages", async () => {
      const summaries = {
        ar: "التقرير صحيح",
        fr: "Ce rapport est authentique",
        en: "This report is genuine",
      };
      for (const [language, summary] of Object.entries(summaries)) {
        const form = new FormData();
        form.append("file", new Blob([new Uint8Array(file)], { type: "application/pdf" }), "report.pdf");
        const page = await fetch(`${running.url}/verify?lang=${language}`, { method: "POST", body: form });
        expect(page.status).to.equal(200);
        expect(await page.text()).to.include(summary);
      }
      const empty = new FormData();
      empty.append("file", new Blob([]), "");
      const page = await fetch(`${running.url}/verify`, { method: "POST", body: empty });
      expect(page.status).to.equal(400);
    });
  });
