import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { assess } from "../../../src/domain/assess.ts";
import { raiseRedFlags } from "../../../src/domain/red-flags/raise-red-flags.ts";
import { RED_FLAGS } from "../../../src/domain/red-flags/red-flag.ts";
import { projectRoot } from "../../../src/paths.ts";
import { rulebook, tenderIn } from "../../support/fixtures.ts";

const OUTCOMES = ["raised", "clear", "cantTell"];
const fixturesOf = (flag: string): readonly string[] =>
  readdirSync(join(projectRoot, "fixtures/red-flags", flag)).filter((name) => name.endsWith(".json"));

describe("a red flag", () => {
  for (const flag of RED_FLAGS) {
    for (const name of fixturesOf(flag))
      it(`${flag} says what its fixture's name says: ${name}`, () => {
        const said = raiseRedFlags(tenderIn(`red-flags/${flag}/${name}`)).find((each) => each.flag === flag);
        expect(said?.outcome).to.equal(name.split("-")[0]);
        expect((said?.missing.length ?? 0) > 0).to.equal(said?.outcome === "cantTell");
        if (said?.outcome === "raised") expect(said.evidence).to.not.deep.equal([]);
      });

    it(`${flag} has a fixture for each outcome, a page, and words in three languages`, () => {
      const outcomes = new Set(fixturesOf(flag).map((name) => name.split("-")[0]));
      expect([...outcomes]).to.include.members(OUTCOMES);
      expect(existsSync(join(projectRoot, `docs/red-flags/${flag}.md`))).to.equal(true);
      for (const language of ["ar", "fr", "en"]) {
        const words = JSON.parse(
          readFileSync(join(projectRoot, `templates/locales/data-${language}.json`), "utf8"),
        ) as Record<string, string>;
        expect(words[`${flag}.title`]?.length).to.be.greaterThan(3);
        expect(words[`${flag}.definition`]?.length).to.be.greaterThan(10);
      }
    });
  }

  it("looks at each lot apart", () => {
    const tender = tenderIn("red-flags/R018/clear-two.json");
    const inLots = {
      ...tender,
      lots: [{ id: "1" }, { id: "2" }],
      offers: (tender.offers ?? []).map((offer, index) => ({ ...offer, lot: String(index + 1) })),
    };
    const flags = raiseRedFlags(inLots).filter(({ flag }) => flag === "R018");
    expect(flags.map(({ lot, outcome }) => [lot, outcome])).to.deep.equal([
      ["1", "raised"],
      ["2", "raised"],
    ]);
    expect(raiseRedFlags(inLots).filter(({ flag }) => flag === "R003").length).to.equal(1);
  });

  it("takes another threshold than Cardinal's", () => {
    const tender = tenderIn("red-flags/R003/raised-short.json");
    const [flag] = raiseRedFlags(tender, { shortPeriodDays: 14 });
    expect(flag?.outcome).to.equal("clear");
  });

  it("changes nothing in the assessment", () => {
    const judged = JSON.stringify(assess(tenderIn("red-flags/R018/raised-one.json"), rulebook, null));
    expect(RED_FLAGS.filter((flag) => judged.includes(flag))).to.deep.equal([]);
  });
});
