import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { unzipSync } from "fflate";
import { SERVICE } from "../../src/domain/actor.ts";
import { migrate, openDatabase } from "../../src/store/open-database.ts";
import { yearStore } from "../../src/store/year-store.ts";
import { awlawiya, awlawiyaWith } from "../support/awlawiya.ts";
import { fixture } from "../support/pack-content.ts";
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

  it("writes the pack of a year that is kept", async () => {
    const file = join(folder.path, "kept.sqlite");
    const database = openDatabase({ engine: "sqlite", file });
    await migrate(database);
    const document = fixture("programmes/ain-sahel-2026.json");
    await yearStore(database, () => new Date()).put(SERVICE, "12.066.03.05", 2026, null, document);
    await database.close();
    const path = join(folder.path, "kept.zip");
    const environment = { DATABASE_URL: `sqlite:${file}` };
    const { code, err } = await awlawiyaWith(environment, "pack", "12.066.03.05", "2026", "-o", path);
    expect(err).to.include(path);
    expect(code).to.equal(0);
    expect(Object.keys(unzipSync(readFileSync(path)))).to.include("awlawiya-12.066.03.05-2026-ar.pdf");
  });

  it("refuses the pack of what is no year, or of one that is not kept: exit 2, and nothing is written", async () => {
    const environment = { DATABASE_URL: `sqlite:${join(folder.path, "none.sqlite")}` };
    const path = join(folder.path, "pack.zip");
    const wrong = await awlawiya("pack", "12.066.03.05", "26", "-o", path);
    expect(wrong.code).to.equal(2);
    expect(wrong.err).to.include("expected four figures");
    const absent = await awlawiyaWith(environment, "pack", "12.066.03.05", "2026", "-o", path);
    expect(absent.code).to.equal(2);
    expect(absent.err).to.include("nothing is kept of the year 2026");
    expect(existsSync(path)).to.equal(false);
  });

  it("refuses what is not a year: exit 2, where and what", async () => {
    const { code, out, err } = await awlawiya("year", "fixtures/tenders/road-works.json");
    expect(code).to.equal(2);
    expect(out).to.equal("");
    expect(err).to.match(/road-works\.json: \/ lacks "buyer"|road-works\.json: \/ lacks "year"/);
  });
});
