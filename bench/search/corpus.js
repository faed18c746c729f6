// @ts-check
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compileVocabulary, conceptsIn, tokensIn } from "../../dist/src/domain/search/vocabulary.js";
import { NO_FILTER } from "../../dist/src/domain/search/call.js";
import { projectRoot } from "../../dist/src/paths.js";

// Synthetic calls: invented titles × the communes of Morocco, the same in every run. None of them was ever issued.

const read = (/** @type {string} */ path) => JSON.parse(readFileSync(join(projectRoot, path), "utf8"));

/** A generator of numbers below 1 with a fixed seed: call `index` is the same whatever was asked before. */
const randomAt = (/** @type {number} */ index) => {
  let state = (index * 2654435761 + 12345) >>> 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
};

export const vocabularyFile = read("vocabulary/search.json");
export const vocabulary = compileVocabulary(vocabularyFile);
const places = read("territory/places.json");
const byCode = new Map(places.map((/** @type {any} */ place) => [place.code, place]));
const communes = places.filter(
  (/** @type {any} */ place) => place.kind === "commune" || place.kind === "arrondissement",
);
const chainOf = (/** @type {any} */ place) =>
  place === undefined ? [] : [place, ...chainOf(byCode.get(place.within))];

const SECTORS = ["catering", "events", "services", "other"];
const sectorOf = (/** @type {string} */ id) =>
  ({ cat: "catering", ev: "events", sv: "services" })[id.replace(/\d+/, "")] ?? "other";

const tokens = (/** @type {string} */ text, /** @type {any} */ sector) => {
  const list = tokensIn(text, vocabulary);
  return [
    ...list.map(({ token }) => token),
    ...new Set(conceptsIn(list, vocabulary, sector).map(({ concept }) => concept)),
  ];
};

const objects = read("fixtures/relevance/calls.json").calls.map((/** @type {any} */ call) => {
  const sector = sectorOf(call.id);
  return {
    title: call.title,
    sector,
    tokens: Object.values(call.title).flatMap((text) => tokens(text, sector)),
  };
});
const towns = communes.map((/** @type {any} */ place) => {
  const chain = chainOf(place);
  return {
    place,
    commune: place.code,
    province: chain.find((each) => each.kind === "province" || each.kind === "prefecture")?.code ?? null,
    region: chain.find((each) => each.kind === "region")?.code ?? null,
    tokens: chain.flatMap((each) => Object.values(each.name)).flatMap((text) => tokens(text, "other")),
  };
});
const BUYER = tokens("commune جماعة", "other");
const PROCEDURES = ["open", "open", "open", "simplifiedOpen", "purchaseOrder", null];
const DAY_MS = 86_400_000;
export const NOW = Date.parse("2026-11-25T09:00:00Z");
const dayOf = (/** @type {number} */ ms) => new Date(ms).toISOString().slice(0, 10);

/** Call number `index`; the first `open` of them still take offers. */
export const callAt = (/** @type {number} */ index, /** @type {number} */ open) => {
  const random = randomAt(index + 1);
  // A few kinds of objects make most of the notices.
  const object = objects[Math.floor(objects.length * random() ** 2)];
  const town = towns[Math.floor(towns.length * random())];
  const closesAt = index < open ? NOW + (1 + random() * 60) * DAY_MS : NOW - (1 + random() * 3650) * DAY_MS;
  const amount = random() < 0.75 ? Math.round(10_000 + random() ** 3 * 5_000_000) * 100 : null;
  const suffix = `${town.place.name.fr} ${index % 997}/${dayOf(closesAt).slice(0, 4)}`;
  const title = Object.fromEntries(
    Object.entries(object.title).map(([language, text]) => [
      language,
      `${text} — ${language === "ar" ? town.place.name.ar : town.place.name.fr}`,
    ]),
  );
  return {
    number: index + 1,
    title,
    facts: {
      sector: object.sector,
      region: town.region,
      province: town.province,
      commune: town.commune,
      procedure: PROCEDURES[Math.floor(PROCEDURES.length * random())],
      reserved: random() < 0.5 ? null : random() < 0.4,
      estimate: amount,
      smallestLot: amount,
      publishedOn: dayOf(closesAt - 30 * DAY_MS),
      deadlineDay: dayOf(closesAt),
      closesAt: Math.round(closesAt),
    },
    titleTokens: [...object.tokens, ...town.tokens.slice(0, 2)],
    otherTokens: [...BUYER, ...town.tokens, String(index % 997), dayOf(closesAt).slice(0, 4)],
    reference: suffix,
  };
};

// Rare and common, Arabic and French, with places, synonyms and slips; common words match a tenth of all calls or more.
const TEXTS = [
  "",
  "",
  "traiteur",
  "الإطعام",
  "restauration collective",
  "pause café",
  "المطعمة المدرسية",
  "festival",
  "مهرجان",
  "location de tentes",
  "كراء الخيام",
  "gardiennage",
  "حراسة",
  "nettoyage",
  "النظافة",
  "espaces verts",
  "بستنة",
  "formation",
  "transport scolaire",
  "commune",
  "جماعة",
  "prestations",
  "خدمات",
  "organisation",
  "تنظيم",
  "travaux",
  "أشغال",
  "réception",
  "sonorisation",
  "cadeaux",
  "هدايا",
  "restauration Casablanca",
  "الإطعام مراكش",
  "gardienage",
  "hébergement",
  "traiteur Agadir 2026",
  "festival -moussem",
  '"pauses-café"',
  "coopératives",
  "تعاونيات",
];

const pickOf = (/** @type {() => number} */ random) => (/** @type {readonly any[]} */ list) =>
  list[Math.floor(random() * list.length)];

/** The fixed mix of searches: texts × facets, filters and orders. */
export const searches = (/** @type {number} */ count) => {
  const random = randomAt(424242);
  const pick = pickOf(random);
  return Array.from({ length: count }, (_, index) => {
    const text = TEXTS[index % TEXTS.length] ?? "";
    const filter = {
      ...NO_FILTER,
      sectors: random() < 0.4 ? [pick(SECTORS)] : [],
      regions: random() < 0.4 ? [pick(["01", "04", "06", "07", "09"])] : [],
      reserved: random() < 0.3 ? [true, null] : [],
      procedures: random() < 0.2 ? ["open"] : [],
      amountMax: random() < 0.3 ? 50_000_000 : null,
      deadlineFrom: random() < 0.3 ? "2026-01-01" : null,
    };
    const sort =
      text === "" ? "deadline" : random() < 0.2 ? pick(["deadline", "amount", "newest"]) : "relevance";
    return { text, filter, sort, limit: 20, after: null };
  });
};
