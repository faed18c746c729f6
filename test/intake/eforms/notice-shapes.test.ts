import { expect } from "chai";
import {
  deadline,
  documentOf,
  lot,
  notice,
  organisation,
  read,
  reserved,
} from "../../support/eforms-notice.ts";
import type { Imported } from "../../../src/intake/readers.ts";

const told = ({ unmapped }: Imported): string[] => unmapped.map(({ code }) => code);

const PARTIES = [
  organisation("ORG-1", "Commune fictive"),
  organisation("ORG-2", "Coopérative fictive"),
  organisation("ORG-3", "Société fictive"),
].join("");

const party = (id: string, ...members: readonly string[]): string =>
  `<efac:TenderingParty><cbc:ID>${id}</cbc:ID>${members
    .map((member) => `<efac:Tenderer><cbc:ID>${member}</cbc:ID></efac:Tenderer>`)
    .join("")}</efac:TenderingParty>`;

const tender = (id: string, by: string, amount: string, rank = "", of = "LOT-1"): string =>
  `<efac:LotTender><cbc:ID>${id}</cbc:ID>${rank === "" ? "" : `<cbc:RankCode>${rank}</cbc:RankCode>`}
   <cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="MAD">${amount}</cbc:PayableAmount></cac:LegalMonetaryTotal>
   <efac:TenderingParty><cbc:ID>${by}</cbc:ID></efac:TenderingParty><efac:TenderLot><cbc:ID>${of}</cbc:ID></efac:TenderLot></efac:LotTender>`;

const result = (status: string, ...tenders: readonly string[]): string =>
  `<efac:LotResult><cbc:TenderResultCode>${status}</cbc:TenderResultCode>${tenders
    .map((id) => `<efac:LotTender><cbc:ID>${id}</cbc:ID></efac:LotTender>`)
    .join("")}</efac:LotResult>`;

const contract = (id: string): string =>
  `<efac:SettledContract><cbc:ID>CON-1</cbc:ID><cbc:AwardDate>2026-03-01+01:00</cbc:AwardDate>
   <efac:LotTender><cbc:ID>${id}</cbc:ID></efac:LotTender></efac:SettledContract>`;

const resultNotice = (outcome: string): string =>
  notice(lot("LOT-1", ""), {
    root: "ContractAwardNotice",
    type: "result",
    organisations: PARTIES,
    extension: `<efac:NoticeResult>${outcome}${party("TPA-1", "ORG-2")}${party("TPA-2", "ORG-3")}</efac:NoticeResult>`,
  });

describe("reading the lots of an eForms notice", () => {
  it("keeps the reservation of each lot apart", async () => {
    const imported = await read(
      notice(lot("A", "", reserved("none")) + lot("B", "", reserved("res-ws")) + lot("C", "")),
    );
    expect(documentOf(imported).lots).to.deep.equal([
      { id: "A", reservation: { reserved: false } },
      { id: "B" },
      { id: "C" },
    ]);
    expect(told(imported)).to.deep.equal(["RESERVED_TO_OTHERS"]);
  });

  it("takes no group of lots for a lot", async () => {
    const group = lot("GLO-1", "").replace("<cbc:ID>", '<cbc:ID schemeName="LotsGroup">');
    const imported = await read(notice(group + lot("LOT-1", "", "", deadline("2026-02-24"))));
    expect(documentOf(imported).lots?.map(({ id }) => id)).to.deep.equal(["LOT-1"]);
    expect(documentOf(imported).submissionDeadline).to.equal("2026-02-24T10:00:00+01:00");
    expect(told(imported)).to.deep.equal(["LOTS_GROUP"]);
  });

  it("takes the most lots a tenderer may win, the languages of offers and their validity", async () => {
    const terms = `<cac:TenderValidityPeriod><cbc:DurationMeasure unitCode="DAY">60</cbc:DurationMeasure></cac:TenderValidityPeriod>
      <cac:Language><cbc:ID>FRA</cbc:ID></cac:Language><cac:Language><cbc:ID>ARA</cbc:ID></cac:Language>`;
    const most =
      "<cac:TenderingTerms><cac:LotDistribution><cbc:MaximumLotsAwardedNumeric>1</cbc:MaximumLotsAwardedNumeric></cac:LotDistribution></cac:TenderingTerms>";
    expect(documentOf(await read(notice(lot("A", "", terms) + lot("B", "", terms) + most)))).to.deep.include({
      maxLotsPerTenderer: 1,
      requirements: { languages: ["ar", "fr"] },
      terms: { offerValidityDays: 60 },
    });
  });
});

describe("reading the days of an eForms notice", () => {
  it("tells a day that the calendar does not have", async () => {
    const imported = await read(notice(lot("A", "", "", deadline("2026-02-30"))));
    expect(documentOf(imported)).to.not.have.property("submissionDeadline");
    expect(told(imported)).to.include("DATE");
  });

  it("reads the day alone of an hour without its zone", async () => {
    const imported = await read(notice(lot("A", "", "", deadline("2026-02-24").replaceAll("+01:00", ""))));
    expect(documentOf(imported).submissionDeadline).to.equal("2026-02-24");
    expect(told(imported)).to.deep.equal(["TIME"]);
  });

  it("knows no launch by the day of a change", async () => {
    const imported = await read(notice(lot("A", ""), { extension: "<efac:Changes/>" }));
    expect(documentOf(imported)).to.not.have.property("launchedOn");
    expect(told(imported)).to.deep.equal(["CHANGED_NOTICE"]);
  });

  it("takes a plan for a draft", async () => {
    const document = documentOf(await read(notice("", { root: "PriorInformationNotice", type: "planning" })));
    expect(document.stage).to.equal("draft");
    expect(document).to.not.have.property("launchedOn");
  });
});

describe("reading who stands in an eForms notice", () => {
  it("finds the buyer among touch points", async () => {
    const point =
      '<efac:TouchPoint><cac:PartyIdentification><cbc:ID>TPO-1</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name languageID="FRA">Service fictif</cbc:Name></cac:PartyName></efac:TouchPoint>';
    const organisations = organisation("ORG-1", "Commune fictive", point);
    const document = documentOf(await read(notice("", { organisations, buyer: "TPO-1" })));
    expect(document.buyer.name).to.deep.equal({ fr: "Service fictif" });
  });

  it("tells a text whose language is called like a property of every object", async () => {
    const odd = notice("").replace('<cbc:Name languageID="ARA">', '<cbc:Name languageID="constructor">');
    const imported = await read(odd);
    expect(documentOf(imported).title).to.deep.equal({ fr: "Restauration" });
    expect(told(imported)).to.deep.equal(["LANGUAGE"]);
  });

  it("tells a text in a language beside ours", async () => {
    const german = notice("").replace(
      '<cbc:Name languageID="FRA">Restauration</cbc:Name>',
      '<cbc:Name languageID="DEU">Verpflegung</cbc:Name><cbc:Name languageID="FRA">Restauration</cbc:Name>',
    );
    const imported = await read(german);
    expect(documentOf(imported).title.fr).to.equal("Restauration");
    expect(told(imported)).to.deep.equal(["LANGUAGE"]);
  });

  it("takes only the tenders of contracts for awards", async () => {
    const offers = tender("TEN-1", "TPA-1", "1000", "1") + tender("TEN-2", "TPA-2", "900", "2");
    const imported = await read(resultNotice(result("selec-w", "TEN-1") + offers + contract("TEN-1")));
    expect(documentOf(imported).award).to.deep.equal({
      tenderer: { name: "Coopérative fictive" },
      lot: "LOT-1",
      amount: 1000,
      decidedOn: "2026-03-01",
    });
    expect(told(imported)).to.include("NO_WINNER");
  });

  it("takes the first of the chosen where no contract is settled", async () => {
    const offers = tender("TEN-1", "TPA-1", "1000", "1") + tender("TEN-2", "TPA-2", "900", "2");
    const document = documentOf(await read(resultNotice(result("selec-w", "TEN-1", "TEN-2") + offers)));
    expect(document.award?.tenderer?.name).to.equal("Coopérative fictive");
  });

  it("takes no award of a lot whose chosen tenders have neither contract nor rank", async () => {
    const offers = tender("TEN-1", "TPA-1", "1000") + tender("TEN-2", "TPA-2", "900");
    const imported = await read(resultNotice(result("selec-w", "TEN-1", "TEN-2") + offers));
    expect(documentOf(imported)).to.not.have.any.keys("award", "awards");
    expect(told(imported).filter((code) => code === "NO_WINNER")).to.have.length(2);
  });

  it("takes the winner of each lot, one by its contract, one as the only chosen", async () => {
    const offers = tender("TEN-1", "TPA-1", "1000") + tender("TEN-2", "TPA-2", "900", "", "LOT-2");
    const outcome = result("selec-w", "TEN-1") + result("selec-w", "TEN-2") + offers + contract("TEN-1");
    const lots = lot("LOT-1", "") + lot("LOT-2", "");
    const imported = await read(resultNotice(outcome).replace(lot("LOT-1", ""), lots));
    expect(documentOf(imported).awards?.map((award) => [award.lot, award.tenderer?.name])).to.deep.equal([
      ["LOT-1", "Coopérative fictive"],
      ["LOT-2", "Société fictive"],
    ]);
  });

  it("tells a lot without a winner", async () => {
    const imported = await read(resultNotice(result("clos-nw")));
    expect(documentOf(imported)).to.not.have.any.keys("award", "awards");
    expect(told(imported)).to.include("NO_WINNER");
  });

  for (const amount of ["-1", "0x10", "1000.125", "1e3", "1000000000001"])
    it(`reads the award and tells the amount ${amount}`, async () => {
      const imported = await read(resultNotice(tender("TEN-1", "TPA-1", amount) + contract("TEN-1")));
      expect(documentOf(imported).award).to.deep.equal({
        tenderer: { name: "Coopérative fictive" },
        lot: "LOT-1",
        decidedOn: "2026-03-01",
      });
      expect(told(imported)).to.include("NUMBER");
    });
});
