import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { pathToFileURL } from "node:url";

// A corpus of synthetic OCDS processes for benchmarks: as many compiled releases as asked for, about 4 kB each, one
// a line, always the same bytes. Every buyer and tenderer is invented and says so.
//
//   npm run build && node dist/bench/batch/corpus.js 100000 corpus.jsonl

/** Numbers that look like chance and are always the same (mulberry32). */
const dice = (seed: number) => {
  let state = seed >>> 0;
  return (sides: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
};

type Dice = ReturnType<typeof dice>;
const one = <T>(roll: Dice, of: readonly T[]): T => of[roll(of.length)] as T;

const PLACES = ["Ain Amal", "Tizi Amane", "Oued Safi", "Beni Salhane", "Aït Ouzzine", "Oum Rbia"];
const OBJECTS: readonly (readonly [string, string, string, string])[] = [
  ["Prestations de restauration et de réception", "خدمات الإطعام والاستقبال", "55520000", "services"],
  ["Organisation du festival annuel", "تنظيم المهرجان السنوي", "79952100", "services"],
  ["Location de tentes et sonorisation", "كراء الخيام ومعدات الصوت", "39522530", "services"],
  ["Gardiennage des bâtiments communaux", "حراسة البنايات الجماعية", "79713000", "services"],
  ["Nettoyage des locaux administratifs", "تنظيف المقرات الإدارية", "90919200", "services"],
  ["Achat de fournitures de bureau", "اقتناء لوازم المكتب", "30192000", "goods"],
  ["Aménagement de pistes rurales", "تهيئة المسالك القروية", "45233120", "works"],
];
const PROCEDURES: readonly (readonly [string, string, string])[] = [
  ["open", "open", "Appel d'offres ouvert"],
  ["simplifiedOpen", "open", "Appel d'offres ouvert simplifié"],
  ["purchaseOrder", "limited", "Bon de commande"],
];
const FORMS = ["company", "cooperative", "cooperativeUnion", "selfEntrepreneur", "smallMediumEnterprise"];
const MENTION =
  "Réservé aux très petites, petites et moyennes entreprises, aux coopératives, aux unions de coopératives et aux auto-entrepreneurs.";
const PAPERS = [
  "powers",
  "swornStatement",
  "cooperativeRegister",
  "taxCertificate",
  "socialSecurityCertificate",
];

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 8, 9);
const instant = (day: number, hour = 9): string =>
  new Date(START + day * DAY + (hour - 9) * 3_600_000).toISOString().replace(".000Z", "Z");
const midnight = (day: number): string => `${instant(day).slice(0, 10)}T00:00:00Z`;
const dirhams = (amount: number) => ({ amount, currency: "MAD", taxIncluded: true });

const tendererOf = (roll: Dice, number: number) => {
  const form = one(roll, FORMS);
  const name = `${form === "company" ? "Société" : "Coopérative"} fictive ${one(roll, PLACES)} ${number}`;
  return {
    id: `tenderer-${number}`,
    name,
    roles: ["tenderer"],
    details: { classifications: [{ scheme: "MA-LEGAL-FORM", id: form }] },
    address: { locality: one(roll, PLACES), countryName: "Maroc" },
  };
};

const lotsOf = (roll: Dice, estimate: number, title: string) => {
  const count = 1 + roll(4);
  if (count === 1) return {};
  const lots = Array.from({ length: count }, (_, index) => ({
    id: String(index + 1),
    title: `Lot ${index + 1} : ${title.toLowerCase()}`,
    value: dirhams(Math.round(estimate / count)),
    provisionalGuarantee: dirhams(Math.round((estimate / count) * 0.015)),
  }));
  return { lots, lotDetails: { maximumLotsAwardedPerSupplier: 1 } };
};

const tenderOf = (roll: Dice, number: number, opened: number, launched: number) => {
  const [title, titleAr, cpv, category] = one(roll, OBJECTS);
  const [procedure, method, details] = one(roll, PROCEDURES);
  const estimate = 60_000 + roll(2_400) * 1_000;
  const isReserved = roll(3) === 0;
  return {
    id: `${number}/2024/FICTIF`,
    title: `${title} au profit de la commune fictive`,
    title_ar: `${titleAr} لفائدة الجماعة (وهمية)`,
    description: `${title}. Données synthétiques, produites pour mesurer : aucun acheteur, aucun concurrent n'existe. ${"Le titulaire exécute les prestations selon le cahier des charges. ".repeat(3 + roll(4))}`,
    status: "complete",
    mainProcurementCategory: category,
    procedure,
    procurementMethod: method,
    procurementMethodDetails: details,
    awardCriteria: one(roll, ["referencePrice", "referencePrice", "lowestPrice", "ratedCriteria"]),
    items: [
      { id: "1", description: title, classification: { scheme: "CPV", id: cpv }, quantity: 1 + roll(9) },
    ],
    value: dirhams(estimate),
    provisionalGuarantee: dirhams(Math.round(estimate * (roll(4) / 100))),
    tenderPeriod: { startDate: instant(launched), endDate: instant(opened, 10) },
    bidOpening: { date: instant(opened, 10) },
    launchDate: midnight(launched),
    publications: [
      { medium: "portal", date: instant(launched) },
      { medium: "newspaper", name: "Journal fictif", language: "ar", date: midnight(launched + 1) },
      { medium: "newspaper", name: "Quotidien fictif", language: "fr", date: midnight(launched + roll(3)) },
    ],
    ...(roll(5) === 0
      ? { amendments: [{ id: "1", date: midnight(launched + 3), noticeDate: midnight(launched + 4) }] }
      : { statedEmpty: ["amendments"] }),
    reservation: isReserved ? { isReserved, portalFlag: true, noticeText: MENTION } : { isReserved },
    participationRequirements: {
      legalForms: ["all"],
      completionDays: 5 + roll(5),
      papers: PAPERS.map((kind) => ({ kind, phase: roll(4) === 0 ? "bid" : "award", appliesTo: ["all"] })),
      siteVisit: one(roll, ["none", "optional", "mandatory"]),
      brands: [],
    },
    submissionTerms: { languages: ["ar", "fr"], bidValidityPeriod: { durationInDays: 60 } },
    contractClauses: {
      paymentDays: one(roll, [30, 60, 90]),
      finalGuaranteeShare: 0.03,
      retentionShare: 0.07,
    },
    ...lotsOf(roll, estimate, title),
  };
};

/** One process of the corpus: the same for the same number. */
export const ocdsProcess = (number: number): unknown => {
  const roll = dice(number + 1);
  const launched = roll(700);
  const opened = launched + 8 + roll(30);
  const place = one(roll, PLACES);
  const tender = tenderOf(roll, number, opened, launched);
  const tenderers = Array.from({ length: 1 + roll(5) }, (_, index) => tendererOf(roll, index + 1));
  const related = "lots" in tender && tender.lots !== undefined ? { relatedLots: ["1"] } : {};
  const details = tenderers.map(({ id, name }, index) => ({
    id: `bid-${index + 1}`,
    status: roll(6) === 0 ? "disqualified" : "valid",
    tenderers: [{ id, name }],
    value: dirhams(Math.round(tender.value.amount * (0.7 + roll(50) / 100))),
    ...related,
  }));
  const winner = roll(details.length);
  return {
    ocid: `ocds-synthetic-${number}`,
    id: `ocds-synthetic-${number}-${midnight(opened + 5)}`,
    date: midnight(opened + 5),
    tag: ["compiled"],
    initiationType: "tender",
    language: "fr",
    parties: [
      {
        id: "buyer",
        name: `Commune fictive de ${place}`,
        name_ar: "جماعة (وهمية)",
        roles: ["buyer"],
        details: { classifications: [{ scheme: "MA-BUYER-KIND", id: "commune" }] },
      },
      ...tenderers,
    ],
    buyer: { id: "buyer", name: `Commune fictive de ${place}` },
    tender,
    bids: { details },
    awards: [
      {
        id: "1",
        status: "active",
        date: midnight(opened + 1),
        suppliers: details[winner]?.tenderers,
        value: details[winner]?.value,
        relatedBid: details[winner]?.id,
        winnerInformedDate: midnight(opened + 1 + roll(4)),
        minutesDate: instant(opened + 1 + roll(2), 12),
        approvalDate: midnight(opened + 17),
        ...related,
      },
    ],
  };
};

/** Writes `count` processes as JSON Lines. */
export const writeCorpus = async (count: number, path: string): Promise<void> => {
  const file = createWriteStream(path);
  for (let number = 0; number < count; number += 1)
    if (!file.write(`${JSON.stringify(ocdsProcess(number))}\n`)) await once(file, "drain");
  file.end();
  await once(file, "close");
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [, , count = "100000", path = "corpus.jsonl"] = process.argv;
  await writeCorpus(Number(count), path);
}
