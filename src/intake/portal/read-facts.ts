import { foldText } from "../../domain/text.ts";
import type { PageElement } from "./page-text.ts";
import { LOT_FACTS, PORTAL_FACTS, PORTAL_UNMAPPED, type PortalFact } from "./portal-labels.ts";

/** A fact as the page prints it. */
export interface Fact {
  readonly field: string;
  readonly label: string;
  readonly value: string;
}

/** The facts of a page: of the call, of each lot, and those that have no place in the format. */
export interface PageFacts {
  readonly call: readonly Fact[];
  readonly lots: readonly (readonly Fact[])[];
  readonly unmapped: readonly Fact[];
}

// What begins the telling part of an identifier, and what ends it, is looked for once each; it is of one word.
const ONE_WORD = /^\w+$/;
const OF_A_CALL = /_(?:idEntreprise)?(?:Consultation|AvisAchat|BonCommande)/i;
const SUMMARY = "summary_";
const OF_A_LOT = /_repeaterLots?_ctl(\d+)_/i;

/** `reference` of `ctl0_idEntrepriseConsultationSummary_reference`; null when it is no identifier of a fact. */
const factOf = (id: string): string | null => {
  const at = id.toLowerCase().lastIndexOf(SUMMARY);
  const start = at < 0 ? -1 : id.slice(0, at).search(OF_A_CALL);
  const fact = id.slice(at + SUMMARY.length);
  return start >= 0 && fact !== "" && ONE_WORD.test(id.slice(start)) ? fact : null;
};

/** Number and fact of `ctl0_repeaterLots_ctl1_intitule`. */
const lotFactOf = (id: string): readonly [number: string, fact: string] | null => {
  const [prefix = "", number = ""] = OF_A_LOT.exec(id) ?? [];
  const fact = prefix === "" ? "" : id.slice(id.indexOf(prefix) + prefix.length);
  return ONE_WORD.test(fact) ? [number, fact] : null;
};

const byId = (facts: readonly PortalFact[], id: string): PortalFact | undefined =>
  facts.find(({ ids }) => ids.some((each) => each.toLowerCase() === id.toLowerCase()));

/** Facts by their labels, folded; of two with one label the first. */
const byLabels = (facts: readonly PortalFact[]): ReadonlyMap<string, PortalFact> => {
  const named = facts.flatMap((fact) => fact.labels.map((label) => [foldText(label), fact] as const));
  return new Map(named.toReversed());
};

const LABELLED = byLabels(PORTAL_FACTS);
const LABELLED_UNMAPPED = byLabels(PORTAL_UNMAPPED);

/** `Référence : 01/2026` in one element, or the label here and the value in the next one. */
const labelled = ({ text, next }: PageElement): { readonly label: string; readonly value: string } | null => {
  const [, label = "", value = ""] = /^([^:]{2,160}?)\s*:\s*(.*)$/s.exec(text) ?? [];
  if (label !== "" && value !== "") return { label, value };
  const own = label === "" ? text : label;
  return own === "" || next === null || next.text === "" ? null : { label: own, value: next.text };
};

/** A reader that keeps the first value of each fact: pages repeat themselves in their titles and menus. */
const keeper = () => {
  const facts = new Map<string, Fact>();
  return {
    add: ({ field }: PortalFact, label: string, value: string): void => {
      if (!facts.has(field) && value !== "") facts.set(field, { field, label, value });
    },
    all: (): readonly Fact[] => [...facts.values()],
  };
};

/** Finds what the page says: identifiers first, for they are surer than the labels beside them. */
export const readFacts = (elements: readonly PageElement[]): PageFacts => {
  const call = keeper();
  const unmapped = keeper();
  const lots = new Map<string, ReturnType<typeof keeper>>();
  for (const { id, text } of elements) {
    const [number, ofLot] = lotFactOf(id) ?? [];
    const lotFact = ofLot === undefined ? undefined : byId(LOT_FACTS, ofLot);
    if (number !== undefined && lotFact !== undefined) {
      const lot = lots.get(number) ?? keeper();
      lots.set(number, lot);
      lot.add(lotFact, lotFact.labels[0] ?? lotFact.field, text);
    }
    const summary = factOf(id);
    if (summary === null) continue;
    const fact = byId(PORTAL_FACTS, summary);
    if (fact !== undefined) call.add(fact, fact.labels[0] ?? fact.field, text);
    const other = byId(PORTAL_UNMAPPED, summary);
    if (other !== undefined) unmapped.add(other, other.labels[0] ?? other.field, text);
  }
  for (const element of elements.filter(({ id }) => lotFactOf(id) === null)) {
    const pair = labelled(element);
    if (pair === null) continue;
    const label = foldText(pair.label);
    const fact = LABELLED.get(label);
    if (fact !== undefined) call.add(fact, pair.label, pair.value);
    const other = LABELLED_UNMAPPED.get(label);
    if (other !== undefined) unmapped.add(other, pair.label, pair.value);
  }
  return { call: call.all(), lots: [...lots.values()].map((lot) => lot.all()), unmapped: unmapped.all() };
};
