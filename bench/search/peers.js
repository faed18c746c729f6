// @ts-check
import { count, create, insertMultiple, search as searchOrama } from "@orama/orama";
import MiniSearch from "minisearch";
import { callAt, NOW } from "./corpus.js";

// The peers get our tokens, so that only the engines differ: same words, filters, order and facet counts.

const toDoc = (/** @type {ReturnType<typeof callAt>} */ { number, facts, titleTokens, otherTokens }) => ({
  id: String(number),
  title: titleTokens.join(" "),
  other: otherTokens.join(" "),
  sector: facts.sector,
  region: facts.region ?? "unknown",
  procedure: facts.procedure ?? "unknown",
  reserved: facts.reserved === null ? "unknown" : facts.reserved ? "yes" : "no",
  estimate: facts.estimate ?? -1,
  deadlineDay: facts.deadlineDay,
  closesAt: facts.closesAt,
});

const passes = (/** @type {any} */ doc, /** @type {any} */ { filter }, /** @type {boolean} */ isOpen) =>
  (!isOpen || doc.closesAt > NOW) &&
  (filter.sectors.length === 0 || filter.sectors.includes(doc.sector)) &&
  (filter.regions.length === 0 || filter.regions.includes(doc.region)) &&
  (filter.procedures.length === 0 || filter.procedures.includes(doc.procedure)) &&
  (filter.reserved.length === 0 || doc.reserved !== "no") &&
  (filter.amountMax === null || (doc.estimate >= 0 && doc.estimate <= filter.amountMax)) &&
  (filter.deadlineFrom === null || doc.deadlineDay >= filter.deadlineFrom);

const FACETS = ["sector", "region", "procedure", "reserved"];

/** MiniSearch, filtered by a function and counted after. */
export const miniSearch = (/** @type {number} */ size, /** @type {number} */ open) => {
  const stored = [...FACETS, "estimate", "deadlineDay", "closesAt"];
  const mini = new MiniSearch({
    fields: ["title", "other"],
    storeFields: stored,
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
  });
  for (let from = 0; from < size; from += 5000)
    mini.addAll(
      Array.from({ length: Math.min(5000, size - from) }, (_, index) => toDoc(callAt(from + index, open))),
    );
  return (/** @type {any} */ search, /** @type {any} */ query) => {
    const queries = query.groups.map((/** @type {any[]} */ group) => ({
      combineWith: "OR",
      queries: group.map(({ token }) => token),
    }));
    const found = mini.search(queries.length === 0 ? MiniSearch.wildcard : { combineWith: "AND", queries }, {
      boost: { title: 3 },
      filter: (doc) => passes(doc, search, search.scope === "open"),
    });
    const counts = FACETS.map(() => new Map());
    for (const doc of found)
      FACETS.forEach((facet, at) => counts[at]?.set(doc[facet], (counts[at]?.get(doc[facet]) ?? 0) + 1));
    return found.slice(0, 20).length + found.length;
  };
};

/** Orama with its own filters and facets. */
export const orama = async (/** @type {number} */ size, /** @type {number} */ open) => {
  const db = create({
    schema: {
      title: "string",
      other: "string",
      sector: "enum",
      region: "enum",
      procedure: "enum",
      reserved: "enum",
      estimate: "number",
      closesAt: "number",
    },
    components: {
      tokenizer: {
        language: "english",
        normalizationCache: new Map(),
        tokenize: (/** @type {string} */ text) => text.split(" "),
      },
    },
  });
  for (let from = 0; from < size; from += 5000)
    await insertMultiple(
      db,
      Array.from({ length: Math.min(5000, size - from) }, (_, index) => toDoc(callAt(from + index, open))),
      5000,
    );
  if (count(db) !== size) throw new Error("Orama lost calls");
  return async (/** @type {any} */ { filter, scope }, /** @type {any} */ query) => {
    const where = {
      ...(scope === "open" ? { closesAt: { gt: NOW } } : {}),
      ...(filter.sectors.length > 0 ? { sector: { in: filter.sectors } } : {}),
      ...(filter.regions.length > 0 ? { region: { in: filter.regions } } : {}),
      ...(filter.amountMax === null ? {} : { estimate: { between: [0, filter.amountMax] } }),
    };
    const term = query.groups.map((/** @type {any[]} */ [first]) => first.token).join(" ");
    const found = await searchOrama(
      db,
      /** @type {any} */ ({
        term,
        where,
        limit: 20,
        boost: { title: 3 },
        facets: { sector: {}, region: {}, procedure: {}, reserved: {} },
      }),
    );
    return found.count;
  };
};
