import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { encodeSigner, readSigner } from "../../src/ledger/keys.ts";
import { signResponse } from "../../src/ledger/response-note.ts";
import { projectRoot } from "../../src/paths.ts";
import { auditLog } from "../../src/store/audit/audit-log.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { ENGINES } from "../support/engines.ts";
import { rulebookFiles } from "../support/fixtures.ts";
import { type RunningService, SOME_BUYER, startService } from "../support/running-service.ts";

const DOCUMENT = JSON.parse(
  readFileSync(join(projectRoot, "fixtures/tenders/guarding-papers-at-bid.json"), "utf8"),
) as { buyer: Record<string, unknown> };
delete DOCUMENT.buyer["code"];

type Headers = Readonly<Record<string, string>>;

for (const engine of ENGINES)
  describe(`decisions and answers on ${engine}`, function () {
    this.timeout(60_000);
    let running: RunningService;
    let [officer, approver, other]: Headers[] = [{}, {}, {}];
    const api = (path: string): string => `${running.url}/api/v1${path}`;
    const assess = async (): Promise<string> => {
      const headers = { "content-type": "application/json", ...officer };
      const stored = await fetch(api("/tenders"), {
        method: "POST",
        headers,
        body: JSON.stringify(DOCUMENT),
      });
      const { id } = (await stored.json()) as { id: string };
      const assessed = await fetch(api(`/tenders/${id}/assessments`), { method: "POST", headers });
      return ((await assessed.json()) as { id: string }).id;
    };
    const step = async (id: string, kind: string, who: Headers = {}): Promise<number> => {
      const headers = { "content-type": "application/json", ...who };
      return (
        await fetch(api(`/assessments/${id}/decisions`), {
          method: "POST",
          headers,
          body: JSON.stringify({ kind }),
        })
      ).status;
    };
    const report = (id: string, language = "fr"): Promise<Response> =>
      fetch(api(`/assessments/${id}/report.pdf?lang=${language}`), { headers: officer ?? {} });

    before(async () => {
      running = await startService(engine);
      [officer, approver, other] = [
        await running.as("officer"),
        await running.as("approver"),
        await running.as("approver", "01.151.01.01"),
      ];
    });
    after(async () => {
      expect(running.faults).to.deep.equal([]);
      await running.stop();
    });

    it("issue freely where the buyer does not ask for four eyes", async () => {
      expect((await report(await assess())).status).to.equal(200);
    });

    it("issue only what one proposed and another approved, where the buyer asks", async () => {
      await running.service.ledger.askFourEyes(SOME_BUYER, true);
      const id = await assess();
      expect((await report(id)).status).to.equal(409);
      expect(await step(id, "approved", approver)).to.equal(409);
      expect(await step(id, "proposed", approver)).to.equal(201);
      expect(await step(id, "approved", approver), "the same person").to.equal(409);
      expect(await step(id, "approved", officer), "an officer").to.equal(403);
      expect(await step(id, "approved", other), "another buyer's").to.equal(404);
      expect((await report(id)).status).to.equal(409);
      const second = await running.as("approver");
      expect(await step(id, "refused", second)).to.equal(201);
      expect(await step(id, "proposed", officer)).to.equal(201);
      const both = await Promise.all([step(id, "approved", second), step(id, "refused", approver)]);
      expect(new Set(both), "the first of two at once").to.deep.equal(new Set([201, 409]));
      const isApproved = both[0] === 201;
      expect((await report(id)).status).to.equal(isApproved ? 200 : 409);
      await running.service.ledger.askFourEyes(SOME_BUYER, false);
    });

    it("let a buyer answer a report, signed; the answer travels with it and is proved with it", async () => {
      const signer = readSigner(encodeSigner("commune.example", "note", Buffer.alloc(32, 7)));
      const stranger = readSigner(encodeSigner("commune.example", "note", Buffer.alloc(32, 8)));
      if (signer === null || stranger === null) throw new Error("no key");
      const id = await assess();
      await report(id, "ar");
      const { items } = (await (
        await fetch(api("/reports?language=ar"), { headers: officer ?? {} })
      ).json()) as {
        items: readonly { id: string; buyer: string }[];
      };
      const [issued] = items;
      if (issued === undefined) throw new Error("nothing was issued");
      await running.service.ledger.addBuyerKey(issued.buyer, signer.verifierKey);
      const text = "الجماعة توضح أن الوثيقة نُشرت من جديد.\nL'avis a été rectifié.";
      const send = async (note: string): Promise<number> =>
        (
          await fetch(api(`/reports/${issued.id}/responses`), {
            method: "POST",
            headers: { "content-type": "text/plain" },
            body: note,
          })
        ).status;
      expect(await send(signResponse({ reportId: issued.id, text }, stranger))).to.equal(422);
      expect(await send(signResponse({ reportId: "0".repeat(32), text }, signer))).to.equal(422);
      expect(await send(signResponse({ reportId: issued.id, text }, signer))).to.equal(201);
      const file = new Uint8Array(await (await report(id, "ar")).arrayBuffer());
      const headers = { "content-type": "application/pdf" };
      const verify = async (body: Uint8Array) =>
        (await (await fetch(api("/verify"), { method: "POST", headers, body })).json()) as {
          summary: string;
          responses: readonly { text: string }[];
        };
      const verified = await verify(file);
      expect(verified.summary).to.equal("yes");
      expect(verified.responses.map((each) => each.text)).to.deep.equal([text]);
      const first = new Uint8Array(
        await (await fetch(api(`/reports/${issued.id}/file.pdf`), { headers: officer ?? {} })).arrayBuffer(),
      );
      const carried = await verify(first);
      expect(carried.summary).to.equal("yes");
      expect(carried.responses.map((each) => each.text)).to.deep.equal([text]);
      const touched = Buffer.from(first);
      const at = touched.lastIndexOf("response-01");
      touched[at] = (touched[at] ?? 0) ^ 1;
      expect((await verify(touched)).summary).to.equal("no");
      const page = await fetch(`${running.url}/verify/${issued.id}?lang=ar`);
      expect(await page.text()).to.include("الجماعة توضح");
      const html = await fetch(api(`/assessments/${id}/report.html?lang=fr`), { headers: officer ?? {} });
      expect(await html.text(), "in every language")
        .to.include("Droit de réponse")
        .and.to.include("rectifié");
      const listed = await fetch(api("/reports"), { headers: officer ?? {} });
      const { items: rows } = (await listed.json()) as {
        items: readonly { assessmentId: string; answers: number }[];
      };
      const reports = rows.filter((row) => row.assessmentId === id);
      expect(
        reports.map(({ answers }) => answers),
        "the first print, and the reprint",
      ).to.deep.equal([1, 1]);
    });

    it("leave nothing that the audit cannot account for", async () => {
      const database = openDatabase(running.location);
      expect((await auditLog(database, rulebookFiles)).findings).to.deep.equal([]);
      await database.close();
    });
  });
