import { once } from "node:events";
import { expect } from "chai";
import { strToU8, zipSync } from "fflate";
import PdfKit from "pdfkit";
import { noticeText } from "../../src/intake/notice/notice-text.ts";
import { readNotice } from "../../src/intake/notice/read-notice.ts";

const FRENCH = `ROYAUME DU MAROC
COMMUNE FICTIVE D'AIN SAHEL
AVIS D'APPEL D'OFFRES OUVERT NATIONAL N° 07/2026
Le mardi 24 mars 2026 à 10 heures, il sera procédé, dans les bureaux de la commune, en séance publique,
à l'ouverture des plis relatifs à l'appel d'offres sur offres de prix ayant pour objet : Prestations de
restauration et de réception au profit de la commune.
Le cautionnement provisoire est fixé à la somme de : 20 000,00 DH (vingt mille dirhams).
L'estimation des coûts des prestations établie par le maître d'ouvrage est fixée à la somme de 1 999 800,00 DH TTC.
Le présent appel d'offres est réservé aux coopératives, unions de coopératives, auto-entrepreneurs et PME.
La visite des lieux est facultative. Le délai de validité des offres est de soixante (60) jours... soit 60 jours.`;

const ARABIC = `المملكة المغربية
جماعة عين الساحل (وهمية)
إعلان عن طلب عروض مفتوح وطني رقم : 07/2026
في يوم 24 مارس 2026 على الساعة العاشرة صباحا سيتم بمقر الجماعة فتح الأظرفة المتعلقة بطلب العروض من أجل توفير خدمات الإطعام لفائدة ضيوف الجماعة
الضمان المؤقت محدد في مبلغ 20.000,00 درهم
كلفة تقدير الأعمال محددة في مبلغ 1.999.800,00 درهم مع احتساب الرسوم
طلب العروض مخصص للتعاونيات واتحاداتها والمقاولين الذاتيين`;

const facts = (text: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(readNotice(text).map(({ pointer, value }) => [pointer, value]));

const french = (hour: string): unknown => facts(FRENCH.replace("à 10 heures", hour))["/openingAt"];
const arabic = (hour: string): unknown => facts(ARABIC.replace("العاشرة صباحا", hour))["/openingAt"];

describe("the text of a notice", () => {
  it("gives the facts of a French avis", () => {
    const found = facts(FRENCH);
    expect(found).to.include({
      "/reference": "07/2026",
      "/procedure": "open",
      "/scope": "national",
      "/openingAt": "2026-03-24T10:00:00+01:00",
      "/provisionalGuarantee/amount": 20_000,
      "/estimate/amount": 1_999_800,
      "/estimate/taxIncluded": true,
      "/reservation/reserved": true,
      "/requirements/siteVisit": "optional",
    });
    expect(found["/title/fr"]).to.match(/^Prestations de restauration et de réception/);
  });

  it("takes a buyer's name out of its sentence", () => {
    for (const [sentence, name] of [
      ["سيتم بمقر مقاطعة عين الساحل فتح الأظرفة المتعلقة بطلب العروض", "مقاطعة عين الساحل"],
      ["تعلن جماعة واد الحناء أنها ستجري، بمقرها، طلب عروض", "جماعة واد الحناء"],
      ["بقاعة الاجتماعات بمقر المجلس الإقليمي لعين أمل على الساعة العاشرة", "المجلس الإقليمي لعين أمل"],
      ["جماعة عين الساحل (وهمية)\nإعلان", "جماعة عين الساحل (وهمية)"],
      ["في مكتب رئيس جماعة عين الساحل بتاريخ 24 مارس 2026", "جماعة عين الساحل"],
    ] as const)
      expect(facts(sentence)["/buyer/name/ar"], sentence).to.equal(name);
    for (const [sentence, name] of [
      ["dans les bureaux de la commune d'Aïn Sahel il sera procédé à l'ouverture", "commune d'Aïn Sahel"],
      ["La commune urbaine d'Oued Fictif lance un appel d'offres", "commune urbaine d'Oued Fictif"],
      ["salle de réunion de la province d'Aïn-Amal à 10 heures", "province d'Aïn-Amal"],
      ["Commune de Sidi Fictif, province d'Aïn-Amal", "Commune de Sidi Fictif"],
    ] as const)
      expect(facts(sentence)["/buyer/name/fr"], sentence).to.equal(name);
  });

  it("passes over the centimes with which a sum in letters ends", () => {
    const sums = `Le cautionnement provisoire est fixé à : quatre mille dirhams et 00 cts (4.000,00 DH).
L'estimation des coûts est fixée à : deux cent mille dirhams, 00 centimes (200.000,00 dhs TTC).`;
    expect(facts(sums)).to.deep.include({
      "/provisionalGuarantee/amount": 4000,
      "/estimate/amount": 200_000,
      "/estimate/taxIncluded": true,
    });
    const letters = `L'estimation des coûts est fixée à : deux cent mille dirhams et 00 cts.
Le dossier est à retirer au 12, avenue Fictive.`;
    expect(facts(letters)).to.not.have.property("/estimate/amount");
  });

  it("reads an hour in Arabic words with its figures beside it, before or after the half of the day", () => {
    for (const hour of [
      "الحادية عشرة صباحا",
      "الحادية عشرة صباحا (11:00)",
      "الحادية عشرة (11) صباحا",
      "الحادية عشرة صباحا (11س00)",
    ])
      expect(arabic(hour), hour).to.equal("2026-03-24T11:00:00+01:00");
    expect(arabic("الحادية عشرة صباحا (10:00)"), "figures that differ").to.equal("2026-03-24");
  });

  it("gives the facts of a notice of purchase", () => {
    const notice = `AVIS D'ACHAT SUR BON DE COMMANDE N° 12/2026
Le président de la commune d'Aïn Sahel lance un avis d'achat pour : location de tentes et de chaises.
Les devis sont déposés au portail des marchés publics avant le 10 avril 2026 à 12h30.`;
    expect(facts(notice)).to.deep.include({
      "/procedure": "purchaseOrder",
      "/title/fr": "location de tentes et de chaises",
      "/submissionDeadline": "2026-04-10T12:30:00+01:00",
    });
  });

  it("knows the other names of the same facts", () => {
    const inFrench = `appel d'offres ouvert, sur offres de prix, pour l'organisation du festival communal.
Caution provisoire : 10.000 dhs
Le coût estimatif des prestations est fixé à 750.000,00 dhs toutes taxes comprises
Date d'ouverture : 12-05-2026 10:00`;
    expect(facts(inFrench)).to.deep.include({
      "/title/fr": "l'organisation du festival communal",
      "/provisionalGuarantee/amount": 10_000,
      "/estimate/amount": 750_000,
      "/estimate/taxIncluded": true,
      "/openingAt": "2026-05-12T10:00:00+01:00",
    });
    const inArabic = `فتح أظرفة العروض المتعلقة بتموين المطعم الجماعي
الثمن التقديري : 180.000,00 درهم شاملة للرسوم`;
    expect(facts(inArabic)).to.deep.include({
      "/title/ar": "تموين المطعم الجماعي",
      "/estimate/amount": 180_000,
      "/estimate/taxIncluded": true,
    });
  });

  it("takes the arrondissement that buys, not the prefecture above it", () => {
    const notice = "عمالة مقاطعات عين أمل\nيتم في مكتب السيد رئيس مقاطعة عين الساحل فتح الأظرفة";
    expect(facts(notice)["/buyer/name/ar"]).to.equal("مقاطعة عين الساحل");
  });

  it("gives the facts of an Arabic one", () => {
    const found = facts(ARABIC);
    expect(found).to.include({
      "/reference": "07/2026",
      "/procedure": "open",
      "/scope": "national",
      "/provisionalGuarantee/amount": 20_000,
      "/estimate/amount": 1_999_800,
      "/estimate/taxIncluded": true,
      "/reservation/reserved": true,
    });
    expect(found["/title/ar"]).to.match(/توفير خدمات الإطعام/);
    expect(found["/openingAt"]).to.equal("2026-03-24T10:00:00+01:00");
  });

  it("reads hours that are written out, and the day alone where the hour is not sure", () => {
    expect(french("à dix heures")).to.equal("2026-03-24T10:00:00+01:00");
    expect(french("à dix heures trente minutes (10h30)")).to.equal("2026-03-24T10:30:00+01:00");
    expect(french("à quinze (15) heures")).to.equal("2026-03-24T15:00:00+01:00");
    expect(french("à dix heures (11h00)")).to.equal("2026-03-24");
    expect(arabic("العاشرة والنصف صباحا")).to.equal("2026-03-24T10:30:00+01:00");
    expect(arabic("الثالثة بعد الزوال")).to.equal("2026-03-24T15:00:00+01:00");
    expect(arabic("الثالثة")).to.equal("2026-03-24");
    expect(arabic("10:00 صباحا")).to.equal("2026-03-24T10:00:00+01:00");
  });

  it("is read with the heading, the capitals and the bare lines of real ones", () => {
    const found = facts(`ROYAUME DU MAROC
PROVINCE D'ESSAOUIRA
COMMUNE FICTIVE DE HAD FAHS
AVIS D’APPEL D’OFFRES OUVERT NATIONAL SIMPLIFIE
N° 07/HF/2024
RESERVE AUX PETITES ET MOYENNES ENTREPRISES, COOPERATIVES, UNIONS DE COOPERATIVES ET AUTO-ENTREPRENEURS
Le vendredi 24 mai 2024 à 10h30mn, ouverture des plis relatifs à l’appel d’offres sur offres de prix pour : FRAIS DE RESTAURATION (LOT UNIQUE).
Il n'est pas exigé de cautionnement provisoire.
L’estimation des prestations est fixée à 420.000,00 Dhs TTC`);
    expect(found).to.include({
      "/reference": "07/HF/2024",
      "/buyer/name/fr": "COMMUNE FICTIVE DE HAD FAHS",
      "/procedure": "simplifiedOpen",
      "/title/fr": "FRAIS DE RESTAURATION",
      "/provisionalGuarantee/amount": 0,
      "/estimate/amount": 420_000,
      "/reservation/reserved": true,
    });
    const inArabic = facts(
      "إعلان عن طلب عروض مفتوح وطني مبسط رقم ١٢/٢٠٢٦\nفتح الأظرفة المتعلقة بطلب العروض الذي يخص كراء الخيام في حصة فريدة",
    );
    expect(inArabic).to.include({
      "/reference": "١٢/٢٠٢٦",
      "/procedure": "simplifiedOpen",
      "/title/ar": "كراء الخيام",
    });
  });

  it("leaves the sums of lots to the person", () => {
    const found = facts(
      "Appel d'offres ouvert\nLot n°1 : Traiteur ; estimation 250 000,00 DH TTC\nLot n°2 : Tentes ; estimation 150 000,00 DH TTC",
    );
    expect(found).to.deep.equal({ "/procedure": "open" });
  });

  it("shows the words that each fact was read from", () => {
    for (const { quote } of readNotice(FRENCH))
      expect(FRENCH.replaceAll(/\s+/g, " ")).to.include(quote.replaceAll(/\s+/g, " "));
  });

  it("claims nothing that it does not find", () => {
    expect(readNotice("Bonjour, la réunion est à 10 heures.")).to.deep.equal([]);
    expect(facts(FRENCH)).to.not.have.property("/submissionDeadline");
  });

  it("reads that a call is not reserved, and no reservation into it", () => {
    for (const text of [
      "Le présent appel d'offres n'est pas réservé aux coopératives.",
      "طلب العروض هذا غير مخصص للتعاونيات",
    ])
      expect(facts(text), text).to.deep.equal({ "/reservation/reserved": false });
  });

  it("is found in any text within bounded time", () => {
    const hostile = `${"réservé ".repeat(5000)}\n${"appel d'offres ouvert ".repeat(5000)}${"1 ".repeat(20_000)}`;
    expect(readNotice(hostile).map(({ pointer }) => pointer)).to.include("/procedure");
    const parts = [
      "objet:\n\t",
      "avisnoc",
      "RESERVE AUX COOPERATIV",
      "\ncommune de la ",
      "cautionnement provisoire estimation ",
      "طلب عروض يخص ",
      "réservée coopér",
      "مخصص تعاون",
      "validité des offres0(",
      "délai\nde paiement 9 (",
    ];
    for (const part of parts) readNotice(`objet:${part.repeat(200_000 / part.length)}`);
    readNotice(`objet:${"\n\t".repeat(100_000)}`);
    readNotice(`estimation 1${"., ".repeat(60_000)}1`);
    readNotice(`avis n° A1${".".repeat(190_000)}x`);
  });
});

/** A PDF with this text on its only page; none: an empty page, as a scanner's are to a reader of text. */
const pdfOf = async (text: string | null): Promise<Uint8Array> => {
  const document = new PdfKit();
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  if (text === null) document.rect(50, 50, 400, 600).fill("#cccccc");
  else document.text(text);
  document.end();
  await once(document, "end");
  return Buffer.concat(chunks);
};

describe("the file of a notice", () => {
  it("as PDF is read as text, and a scanned one is told", async () => {
    const read = await noticeText("avis.pdf", await pdfOf(FRENCH));
    expect(read.ok && facts(read.text)).to.include({
      "/reference": "07/2026",
      "/estimate/amount": 1_999_800,
    });
    expect(await noticeText("scan.pdf", await pdfOf(null))).to.deep.equal({ ok: false, problem: "scanned" });
  });

  it("as DOCX is read paragraph by paragraph", async () => {
    const paragraphs = ARABIC.split("\n").map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`);
    const body = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.join("")}</w:body></w:document>`;
    const read = await noticeText("avis.docx", zipSync({ "word/document.xml": strToU8(body) }));
    expect(read.ok && facts(read.text)).to.include({ "/estimate/amount": 1_999_800, "/procedure": "open" });
  });

  it("that holds no text says so", async () => {
    expect(await noticeText("a.bin", Uint8Array.of(0xff, 0xfe, 0xfd))).to.deep.equal({
      ok: false,
      problem: "unknown",
    });
    const broken = new TextEncoder().encode("%PDF-1.7\nnot really");
    expect((await noticeText("a.pdf", broken)).ok).to.equal(false);
  });
});
