import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { readPortalPage } from "../../../src/intake/portal/read-portal.ts";
import type { Imported } from "../../../src/intake/readers.ts";
import { bytesSource } from "../../../src/intake/source/source.ts";
import { projectRoot } from "../../../src/paths.ts";

const page = (name: string): string => readFileSync(join(projectRoot, "fixtures/portal", name), "utf8");

const readOne = async (html: string | Uint8Array): Promise<Imported> => {
  for await (const imported of readPortalPage(bytesSource("a.html", Buffer.from(html)))) return imported;
  throw new Error("nothing came");
};
const documentOf = ({ read }: Imported) => (read.ok ? read.document : null);
const codesOf = ({ read }: Imported) => (read.ok ? [] : read.errors.map(({ code }) => code));

describe("a saved page of the portal", () => {
  it("gives a consultation in lots, with its key on the portal", async () => {
    const imported = await readOne(page("consultation-lots.html"));
    expect(documentOf(imported)).to.deep.equal({
      reference: "01/2026/AA",
      title: { fr: "Organisation du festival : tentes & restauration" },
      buyer: { name: { fr: "Commune fictive d'Aïn Amal" } },
      procedure: "open",
      category: "services",
      places: ["AIN AMAL"],
      submissionDeadline: "2026-03-27T10:30:00+01:00",
      estimate: { amount: 1_999_800, taxIncluded: true },
      provisionalGuarantee: { amount: 20_000 },
      reservation: { portalFlag: false },
      portal: { organisation: "x9z", consultation: "912345" },
      launchedOn: "2026-03-02",
      lots: [
        {
          id: "1",
          title: { fr: "Location de tentes" },
          estimate: { amount: 999_800, taxIncluded: true },
          provisionalGuarantee: { amount: 10_000 },
          reservation: { portalFlag: true },
        },
        {
          id: "2",
          title: { fr: "Restauration" },
          estimate: { amount: 1_000_000, taxIncluded: true },
          provisionalGuarantee: { amount: 10_000 },
        },
      ],
    });
    expect(imported.unmapped.map(({ message }) => /"(.*?)"/.exec(message)?.[1])).to.deep.equal([
      "Type d'annonce",
      "Domaines d'activité",
    ]);
  });

  it("gives a purchase notice with its result, by its labels alone", async () => {
    expect(documentOf(await readOne(page("purchase-notice.html")))).to.deep.include({
      reference: "12/2026",
      procedure: "purchaseOrder",
      publications: [{ medium: "portal", publishedAt: "2026-03-02T09:00:00+00:00" }],
      award: { tenderer: { name: "Coopérative fictive Al Amal" }, amount: 48_000 },
    });
  });

  it("is read in Arabic", async () => {
    expect(documentOf(await readOne(page("consultation-ar.html")))).to.deep.include({
      procedure: "simplifiedOpen",
      lots: [],
      estimate: { amount: 600_000, taxIncluded: true },
      submissionDeadline: "2026-04-07T10:00:00+01:00",
    });
  });

  it("takes 0,00 and a dash for not disclosed", async () => {
    const html = page("consultation-lots.html").replace("1 999 800,00", "0,00").replace(">20 000,00<", ">-<");
    const document = documentOf(await readOne(html));
    expect(document?.estimate).to.deep.equal({ amount: 0, taxIncluded: true });
    expect(document?.provisionalGuarantee).to.equal(undefined);
  });

  it("is read in the encoding that it declares", async () => {
    const html = page("consultation-lots.html")
      .replace("charset=utf-8", "charset=iso-8859-1")
      .replace("–", "-");
    expect(documentOf(await readOne(Buffer.from(html, "latin1")))?.buyer.name).to.deep.equal({
      fr: "Commune fictive d'Aïn Amal",
    });
  });

  it("is refused with the reason when it is none, or a fact cannot be read", async () => {
    expect(codesOf(await readOne("<html><body><p>Bonjour</p></body></html>"))).to.deep.equal([
      "NOT_A_PORTAL_PAGE",
    ]);
    expect(codesOf(await readOne("From: <Saved by Blink>\r\nMIME-Version: 1.0"))).to.deep.equal([
      "SINGLE_FILE",
    ]);
    expect(codesOf(await readOne(Uint8Array.of(0xff, 0xfe, 0x41)))).to.deep.equal(["NOT_UTF8"]);
    expect(codesOf(await readOne("x".repeat(9_000_000)))).to.deep.equal(["TOO_LARGE"]);
    const html = page("consultation-lots.html").replace("27/03/2026 10:30", "32/03/2026");
    expect(codesOf(await readOne(html))).to.deep.equal(["DAY_IMPOSSIBLE"]);
  });

  it("is bounded: a page that nests without end is read or refused, not died of", async () => {
    expect(codesOf(await readOne(`${"<div>".repeat(100_000)}x`))).to.deep.equal(["NOT_A_PORTAL_PAGE"]);
  });

  it("is bounded: long identifiers and very many elements are passed over in time", async () => {
    for (const body of [
      `<span id="${"_AVISACHATSUMMARY_U".repeat(50_000)}-">x</span>`,
      `<span id="${"_REPEATERLOT_CTL0__".repeat(50_000)}-">x</span>`,
      `<span id="${"_AVISACHAT".repeat(19)}Summary_-">x</span>`.repeat(30_000),
      "<p>a b</p>".repeat(200_000),
      "<i id='a'>".repeat(20_000),
    ])
      expect(codesOf(await readOne(body))).to.deep.equal(["NOT_A_PORTAL_PAGE"]);
  });
});
