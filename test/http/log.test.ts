import { expect } from "chai";
import { fromBase64 } from "../../src/ledger/base64.ts";
import { openCheckpoint } from "../../src/ledger/checkpoint.ts";
import { leafHash } from "../../src/ledger/digest.ts";
import { readVerifier } from "../../src/ledger/keys.ts";
import { EMPTY_TREE, grow, rootOf } from "../../src/ledger/tree.ts";
import { isConsistent } from "../../src/ledger/verify-proof.ts";
import { httpLog } from "../../src/mirror/http-log.ts";
import { ENGINES } from "../support/engines.ts";
import { type RunningService, startService } from "../support/running-service.ts";

const TENDER = {
  reference: "1/2026",
  buyer: { name: { fr: "Commune fictive" } },
  title: { fr: "Gardiennage" },
};

for (const engine of ENGINES)
  describe(`the public log on ${engine}`, () => {
    let running: RunningService;
    const at = (path: string): string => `${running.url}/log${path}`;
    const text = async (path: string): Promise<string> => (await fetch(at(path))).text();
    const bytes = async (path: string): Promise<Buffer> =>
      Buffer.from(await (await fetch(at(path))).arrayBuffer());
    const head = async () => {
      const key = readVerifier((await text("/keys")).trim());
      const opened = key === null ? null : openCheckpoint(await text("/checkpoint"), key);
      if (opened === null) throw new Error("no head");
      return opened;
    };
    const assess = async (): Promise<void> => {
      const headers = { "content-type": "application/json", ...(await running.as("officer")) };
      const url = `${running.url}/api/v1/tenders`;
      const stored = await fetch(url, { method: "POST", headers, body: JSON.stringify(TENDER) });
      const { id } = (await stored.json()) as { id: string };
      await fetch(`${url}/${id}/assessments`, { method: "POST", headers });
    };

    before(async () => {
      running = await startService(engine);
      await assess();
    });
    after(async () => {
      expect(running.faults).to.deep.equal([]);
      await running.stop();
    });

    it("can be mirrored by its tiles and by its export, and both lead to the signed root", async () => {
      const { size, root } = await head();
      const tile = await bytes(`/tile/0/000.p/${size}`);
      const bundle = await bytes(`/tile/entries/000.p/${size}`);
      let [tree, offset] = [EMPTY_TREE, 0];
      for (let index = 0; index < size; index += 1) {
        const length = bundle.readUInt16BE(offset);
        const leaf = leafHash(bundle.subarray(offset + 2, offset + 2 + length));
        expect(tile.subarray(index * 32, index * 32 + 32).equals(leaf)).to.equal(true);
        tree = grow(tree, leaf).frontier;
        offset += 2 + length;
      }
      expect(rootOf(tree).equals(root)).to.equal(true);
      const [, ...leaves] = (await text("/export.jsonl")).trim().split("\n");
      expect(
        rootOf(leaves.reduce((grown, leaf) => grow(grown, leafHash(leaf)).frontier, EMPTY_TREE)).equals(root),
      ).to.equal(true);
    });

    it("proves between two visits that nothing before was changed", async () => {
      const earlier = await head();
      await assess();
      const later = await head();
      const proof = (await text(`/consistency/${earlier.size}/${later.size}`))
        .trim()
        .split("\n")
        .map(fromBase64);
      expect(proof).to.not.include(null);
      expect(isConsistent({ earlier, later, proof: proof as Buffer[] })).to.equal(true);
      expect(await httpLog(at("")).continues(earlier, later)).to.equal(true);
      expect(await httpLog(at("")).continues({ size: earlier.size, root: leafHash("fork") }, later)).to.equal(
        false,
      );
    });

    it("says what is not there, and takes no cosignature of a stranger", async () => {
      for (const path of ["/consistency/0/1", "/consistency/2/1", "/consistency/1/999", "/consistency/a/1"])
        expect((await fetch(at(path))).status, path).to.equal(404);
      for (const path of [
        "/tile/0/000",
        "/tile/9/000.p/1",
        "/tile/0/x000/1",
        "/tile/entries/001.p/1",
        "/tile/0/000.p/0",
      ])
        expect((await fetch(at(path))).status, path).to.equal(404);
      const headers = { "content-type": "text/plain" };
      const body = await text("/checkpoint");
      expect((await fetch(at("/cosignatures"), { method: "POST", headers, body })).status).to.equal(422);
      expect((await fetch(at("/cosignatures"), { method: "POST", headers, body: "hello" })).status).to.equal(
        422,
      );
    });
  });
