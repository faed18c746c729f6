import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { LARGEST_NOTICE } from "../../../src/intake/eforms/xml-tree.ts";
import { guessFormat } from "../../../src/intake/guess-format.ts";
import { bytesSource } from "../../../src/intake/source/source.ts";
import { projectRoot } from "../../../src/paths.ts";
import {
  codeOf,
  deadline,
  documentOf,
  execution,
  lot,
  notice,
  read,
  reserved,
} from "../../support/eforms-notice.ts";

const example = (name: string): string =>
  readFileSync(join(projectRoot, "fixtures/vectors/eforms", `${name}.xml`), "utf8");

describe("reading an official eForms example", () => {
  it("contract notice: lots, codes, deadline, reserved participation and execution", async () => {
    const document = documentOf(await read(example("cn-social_24")));
    expect(document).to.include({
      reference: "0219",
      submissionDeadline: "2020-01-06T12:00:00+01:00",
      launchedOn: "2019-11-25",
    });
    expect(document.lots?.map(({ id, reservation }) => [id, reservation])).to.deep.equal([
      ["LOT-0000", { reserved: false }],
    ]);
    expect(document.cpv?.[0]).to.equal("85311300");
    expect(document.terms).to.deep.equal({ reservedExecution: false });
  });

  it("accelerated negotiation: suitability for small firms", async () => {
    const document = documentOf(await read(example("cn_24_nego_accel")));
    expect(document.procedure).to.equal("negotiatedWithPublicity");
    expect(document.lots?.[0]?.suitableForSmallFirms).to.equal(false);
  });

  it("prior information notice: a reservation to others is told, not taken for ours", async () => {
    const imported = await read(example("pin-cfc-social_24"));
    expect(documentOf(imported).lots?.[0]).to.not.have.property("reservation");
    const told = imported.unmapped.find(({ code }) => code === "RESERVED_TO_OTHERS");
    expect(told?.message).to.include("res-ws");
  });

  it("contract award notice: who won which lot, and no list of offers", async () => {
    const imported = await read(example("can_23_contracts"));
    const document = documentOf(imported);
    expect(document.awards?.map(({ tenderer, decidedOn }) => [tenderer?.name, decidedOn])).to.deep.equal([
      ["Jacobs", "2020-02-19"],
      ["Phoenix commercial collections", "2020-02-19"],
    ]);
    expect(document).to.not.have.property("offers");
    expect(imported.unmapped.map(({ code }) => code)).to.include("CURRENCY");
  });

  it("invalid notice: refused with a reason", async () => {
    expect(await codeOf(example("INVALID_cn_24_empty"))).to.equal("required");
  });

  it("is known by its root", async () => {
    expect(await guessFormat(bytesSource("file", Buffer.from(example("cn-social_24"))))).to.equal("eforms");
  });
});

describe("reading an eForms notice", () => {
  it("takes words in our languages, dirhams, and what its lots agree on", async () => {
    const lots = ["2026-02-24", "2026-02-24"].map((day, index) =>
      lot(
        `LOT-000${index}`,
        "<cbc:SMESuitableIndicator>true</cbc:SMESuitableIndicator>",
        reserved("none") + execution("yes"),
        deadline(day),
      ),
    );
    const document = documentOf(await read(notice(lots.join(""))));
    expect(document).to.deep.include({
      reference: "folder-1",
      title: { fr: "Restauration", ar: "الإطعام" },
      buyer: { name: { fr: "Commune fictive" } },
      estimate: { amount: 90000.5, taxIncluded: false },
      sector: "catering",
      procedure: "open",
      launchedOn: "2026-01-20",
      submissionDeadline: "2026-02-24T10:00:00+01:00",
      terms: { reservedExecution: true },
    });
    expect(document.lots).to.deep.equal([
      { id: "LOT-0000", reservation: { reserved: false }, suitableForSmallFirms: true },
      { id: "LOT-0001", reservation: { reserved: false }, suitableForSmallFirms: true },
    ]);
  });

  it("tells where the lots differ in what the format has once", async () => {
    const imported = await read(
      notice(lot("A", "", "", deadline("2026-02-24")) + lot("B", "", "", deadline("2026-03-24"))),
    );
    expect(documentOf(imported)).to.not.have.property("submissionDeadline");
    expect(imported.unmapped.map(({ code }) => code)).to.include("LOTS_DIFFER");
  });

  it("tells every element that it has no place for", async () => {
    const imported = await read(notice("<cbc:Surprise>1</cbc:Surprise>"));
    expect(imported.unmapped.map(({ pointer }) => pointer)).to.deep.equal(["/ContractNotice/Surprise"]);
  });

  it("refuses document types, entities, depth, size and what is no notice", async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><ContractNotice>&b;</ContractNotice>';
    expect(await codeOf(bomb)).to.equal("DOCTYPE");
    expect(await codeOf('<!DOCTYPE x SYSTEM "file:///etc/passwd"><ContractNotice/>')).to.equal("DOCTYPE");
    expect(await codeOf("<ContractNotice>&nbsp;</ContractNotice>")).to.equal("NOT_XML");
    expect(await codeOf("<ContractNotice><a></ContractNotice>")).to.equal("NOT_XML");
    expect(await codeOf("<a>".repeat(100))).to.equal("TOO_DEEP");
    expect(await codeOf(`<ContractNotice>${"<a/>".repeat(200_001)}</ContractNotice>`)).to.equal("TOO_LARGE");
    expect(await codeOf(Buffer.alloc(LARGEST_NOTICE + 1, 32))).to.equal("TOO_LARGE");
    expect(await codeOf(Buffer.from('<ContractNotice a="é"/>', "latin1"))).to.equal("NOT_UTF8");
    expect(await codeOf("")).to.equal("EMPTY");
    expect(await codeOf("<Invoice/>")).to.equal("NO_NOTICE");
  });
});
