import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { awlawiya } from "../support/awlawiya.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const OPEN_YEAR = "fixtures/programmes/ain-amal-2026.json";

describe("awlawiya year", function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  const write = (name: string, content: string): string => {
    const path = join(folder.path, name);
    writeFileSync(path, content);
    return path;
  };

  after(() => folder.remove());

  it("shows the reserve in both readings and the gap, in three languages", async () => {
    const { code, out } = await awlawiya("year", OPEN_YEAR, "--lang", "fr");
    expect(code).to.equal(0);
    expect(out)
      .to.match(/Part réservée \(marchés\) : 27,86.%/)
      .and.match(/reste à réserver : 85.940,00.DH/);
    expect((await awlawiya("year", OPEN_YEAR, "--lang", "ar")).out).to.include("الباقي تخصيصه");
    expect((await awlawiya("year", OPEN_YEAR, "--lang", "en")).out).to.include("still to reserve");
  });

  it("finds a breach in a closed year only once a jurist has confirmed the share", async () => {
    const short = write(
      "short.json",
      JSON.stringify({
        buyer: { name: { fr: "Commune fictive" }, kind: "commune" },
        year: 2025,
        closed: true,
        entries: [{ reference: "1", title: { fr: "Repas" }, amount: 1000, reserved: false }],
        purchaseOrders: [],
      }),
    );
    expect((await awlawiya("year", short)).code).to.equal(0);
    const said = { bulletin: "n° 7184", confirmedBy: "a jurist", confirmedOn: "2026-11-01" };
    const share = {
      parameter: "reserve-share",
      value: 0.3,
      text: "decret-2-22-431",
      article: "148",
      ...said,
    };
    const base = {
      parameter: "reserve-includes-purchase-orders",
      value: 0,
      text: "decret-2-22-431",
      article: "148",
      ...said,
    };
    const confirmations = write("confirmations.json", JSON.stringify([share, base]));
    const { code, out } = await awlawiya("year", short, "--confirmations", confirmations, "--format", "json");
    expect(code).to.equal(1);
    expect(JSON.parse(out)).to.have.deep.property("confirmations", [share, base]);
  });

  it("refuses what is not a year: exit 2, where and what", async () => {
    const { code, out, err } = await awlawiya("year", "fixtures/tenders/road-works.json");
    expect(code).to.equal(2);
    expect(out).to.equal("");
    expect(err).to.match(/road-works\.json: \/ lacks "buyer"|road-works\.json: \/ lacks "year"/);
  });
});
