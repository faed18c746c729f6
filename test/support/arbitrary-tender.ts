import * as fc from "fast-check";
import type { Tender } from "../../src/domain/tender.ts";
import { acceptTender } from "../../src/intake/read-tender.ts";
import { tenderSchema } from "../../src/intake/schema/tender-schema.ts";
import { type Schema, type Special, valueOf } from "./arbitrary-value.ts";

/** A tender as a user sends it. */
export type Document = Record<string, unknown>;

const TITLES = [
  { fr: "Prestations de restauration et réceptions" },
  { fr: "Location de tentes et sonorisation pour le festival" },
  { fr: "Étude de réception des invités", ar: "خدمات الإطعام" },
  { ar: "تنظيم حفلات استقبال" },
  { fr: "Gardiennage des bâtiments communaux" },
  { fr: "Travaux de restauration des monuments" },
  { fr: "Prestations diverses" },
];
/** A mention that does not tell. */
export const UNCLEAR = "Voir le règlement de consultation";
const MENTIONS = [
  "",
  "Réservé aux PME, coopératives, unions de coopératives et auto-entrepreneurs",
  "Réservé aux petites et moyennes entreprises",
  "Réservé aux coopératives et aux unions de coopératives",
  "N'est pas réservé",
  UNCLEAR,
  "مخصص للمقاولات الصغرى و المتوسطة ، التعاونيات ، اتحاد التعاونيات و المقاول الذاتي",
];

/** Few different amounts, so that offers tie. */
const offered = fc.constantFrom(90_000, 100_000, 100_000, 110_000, 480_000);
const mention = fc.constantFrom(...MENTIONS);
const title = fc.constantFrom(...TITLES);

const SPECIAL: Special = {
  reference: fc.constant("01/2026"),
  buyer: fc.constant({ name: { fr: "Commune fictive" } }),
  lot: fc.constant("1"),
  offerId: fc.constant("1"),
  title,
  description: title,
  noticeText: mention,
  rulesText: mention,
  // A rate beyond the parameter of the law would make its interval of tax untrue.
  vatRate: fc.constantFrom(0, 0.07, 0.1, 0.14, 0.2),
};
const OFFER: Special = { ...SPECIAL, amount: offered };

const schemaOf = (schema: unknown): Schema => schema as Schema;
const at = (schema: Schema, name: string): Schema => schema.properties?.[name] ?? {};
const ROOT = schemaOf(tenderSchema);

const listOf = (value: unknown): Document[] => (Array.isArray(value) ? (value as Document[]) : []);
const awardsOf = ({ award, awards }: Document): Document[] => [
  ...(award === undefined ? [] : [award as Document]),
  ...listOf(awards),
];

/** Points a name at one that the document holds; with none to point at, it goes. What points well stays. */
const refer = (holder: Document, key: string, ids: readonly string[] | null, seed: number): void => {
  if (holder[key] === undefined || ids === null || ids.includes(holder[key] as string)) return;
  const id = ids[seed % Math.max(ids.length, 1)];
  if (id === undefined) delete holder[key];
  else holder[key] = id;
};

/** Makes ids unique and names exist: what a schema cannot say. */
const mend = (document: Document): Document => {
  if (document["award"] !== undefined) delete document["awards"];
  const [lots, offers] = ["lots", "offers"].map((key) => {
    const list = listOf(document[key]);
    for (const [index, each] of list.entries()) each["id"] = `${key}${index + 1}`;
    return document[key] === undefined ? null : list.map(({ id }) => String(id));
  });
  for (const [seed, holder] of [...listOf(document["offers"]), ...awardsOf(document)].entries()) {
    refer(holder, "lot", lots ?? null, seed);
    refer(holder, "offerId", offers ?? null, seed);
  }
  return document;
};

/** Documents that the intake accepts, with lots, ties, days of both decrees and taxes unknown. */
export const documents: fc.Arbitrary<Document> = valueOf(ROOT, {
  ...SPECIAL,
  offers: fc.array(valueOf(at(ROOT, "offers").items ?? {}, OFFER), { maxLength: 4 }),
}).map((value) => mend(value as Document));

/** The tender of a document, by the intake. */
export const accepted = (document: Document): Tender => {
  const read = acceptTender(document);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.tender;
};

/** Valid answers to a question about lots or an estimate say all that the rules may ask of them. */
const whole = (schema: Schema): Schema => ({ ...schema, required: Object.keys(schema.properties ?? {}) });

const lotAnswer = ({ estimate, title: words, id }: Readonly<Record<string, Schema>>): Schema => ({
  properties: { id: id ?? {}, title: words ?? {}, estimate: whole(estimate ?? {}) },
  required: ["id", "title", "estimate"],
});

/** An offer that is told of is told with what ranks it. */
const offersAnswer = (schema: Schema): Schema => ({
  ...schema,
  minItems: 1,
  items: { ...schema.items, required: ["id", "amount", "admitted"] },
});

/** The schema of an answer to the question that a pointer asks. */
const schemaAt = (pointer: string): Schema => {
  const schema = pointer
    .split("/")
    .slice(1)
    .reduce((node, part) => (node.items === undefined ? at(node, part) : node.items), ROOT);
  if (pointer.endsWith("/estimate")) return whole(schema);
  if (pointer === "/offers") return offersAnswer(schema);
  return pointer === "/lots" ? { ...schema, items: lotAnswer(schema.items?.properties ?? {}) } : schema;
};

/** An answer to what a mention says does say something. */
const CLEAR = fc.constantFrom(...MENTIONS.filter((text) => text !== UNCLEAR));

const answerTo = (pointer: string): fc.Arbitrary<unknown> =>
  (/(?:notice|rules)Text$/.test(pointer) ? CLEAR : undefined) ??
  SPECIAL[pointer.split("/").at(-1) ?? ""] ??
  valueOf(schemaAt(pointer), SPECIAL);

const parentOf = (document: Document, parts: readonly string[]): Document =>
  parts.reduce((node, part, index) => {
    const next = parts[index + 1];
    const isList = next !== undefined && /^\d+$/.test(next);
    node[part] ??= isList ? [] : {};
    return node[part] as Document;
  }, document);

/** An answer adds to a list that is there: what was told stays true. */
const put = (document: Document, pointer: string, value: unknown): void => {
  const parts = pointer.split("/").slice(1);
  const [parent, name] = [parentOf(document, parts.slice(0, -1)), parts.at(-1) ?? ""];
  const known = parent[name];
  parent[name] = Array.isArray(known) && Array.isArray(value) ? [...known, ...(value as unknown[])] : value;
};

/** The lots of which no offer may count: those whose offers are asked for. */
const lotsWithoutOffers = ({ lots, offers }: Document): readonly unknown[] => {
  const heard = new Set(listOf(offers).flatMap(({ lot, admitted }) => (admitted === false ? [] : [lot])));
  return listOf(lots).flatMap(({ id }) => (heard.has(id) ? [] : [id]));
};

/** Whoever says who offered and who won speaks of the lots that were asked about, and brings up no others. */
const ofTheLots = (document: Document, pointer: string, value: unknown): unknown => {
  const asked = pointer === "/offers" ? lotsWithoutOffers(document) : [];
  const isBrought = document["lots"] === undefined;
  const placed = (each: Document, index: number): Document => {
    if (asked.length > 0) return { ...each, lot: asked[index % asked.length] };
    const { lot, ...rest } = each;
    return isBrought || lot === undefined ? rest : { ...rest, lot };
  };
  if (pointer === "/offers") return listOf(value).map(placed);
  return pointer === "/award" ? placed(value as Document, 0) : value;
};

const sumOfLots = (document: Document): number | null => {
  const amounts = listOf(document["lots"]).map(
    ({ estimate }) => (estimate as Document | undefined)?.["amount"],
  );
  const isKnown = amounts.length > 0 && amounts.every((amount) => typeof amount === "number" && amount > 0);
  return isKnown ? amounts.reduce<number>((sum, amount) => sum + Math.round(Number(amount) * 100), 0) : null;
};

/** The whole costs what its lots cost. */
const asTheLots = (document: Document, pointer: string, value: unknown): unknown => {
  const sum = pointer === "/estimate" ? sumOfLots(document) : null;
  return sum === null || sum > 1e14 ? value : { ...(value as Document), amount: sum / 100 };
};

/** The document with the given pointers filled in, one valid way or another. */
export const filled = (document: Document, pointers: readonly string[]): fc.Arbitrary<Document> =>
  fc.tuple(...pointers.map(answerTo)).map((values) => {
    const answered = structuredClone(document);
    for (const [index, pointer] of pointers.entries())
      put(answered, pointer, ofTheLots(document, pointer, asTheLots(answered, pointer, values[index])));
    return mend(answered);
  });
