import { inputError } from "../input-error.ts";
import { isNothing } from "../printed/plain-text.ts";
import { readYesNo } from "../printed/read-yes-no.ts";
import { acceptBuilt } from "../read-tender.ts";
import type { Imported, Reader } from "../readers.ts";
import type { Source } from "../source/source.ts";
import { type CellProblem, cellProblem } from "../table/cell-problem.ts";
import { type Draft, setAt } from "../table/field.ts";
import { finishTender } from "../table/finish-tender.ts";
import { fieldOf } from "../table/shapes.ts";
import { pageElements } from "./page-text.ts";
import { type Fact, type PageFacts, readFacts } from "./read-facts.ts";

/** Largest saved page, in bytes. */
const LARGEST_PAGE = 8_388_608;
const HEAD = 4096;
const CHARSETS: ReadonlySet<string> = new Set(["utf-8", "windows-1252", "iso-8859-1", "windows-1256"]);

const refuse = (code: string, message: string): Imported => ({
  at: "",
  read: { ok: false, errors: [inputError("", code, message)] },
  unmapped: [],
});

const decode = async (source: Source): Promise<string | null> => {
  const bytes = await source.slice(0, source.size);
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString("latin1");
  const [, said = "utf-8"] = /<meta[^>]+charset=["']?([\w-]+)/i.exec(head) ?? [];
  const charset = CHARSETS.has(said.toLowerCase()) ? said : "utf-8";
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** The natural key of a call on the portal stands in the page's own addresses. */
const keyIn = (html: string): Draft => {
  const consultation = /refConsultation(?:=|%3D|&#61;)([\w-]{1,40})/i.exec(html)?.[1];
  const organisation = /org(?:anisme)?Acronyme(?:=|%3D|&#61;)([\w-]{1,40})/i.exec(html)?.[1];
  if (consultation === undefined || organisation === undefined) return {};
  return { portal: { organisation, consultation } };
};

const flagOf = (value: string): boolean => {
  const read = readYesNo(value);
  // The portal prints the mention itself where a call is reserved.
  return read.ok ? read.value : true;
};

const NO_LOTS = /^(?:non|-|lot unique|sans|غير محصص|لا)$/iu;
const VISITS = /obligatoire|إجبارية|إلزامية/i;

/** Facts that are no column of a table of tenders. */
const putOther = (draft: Draft, { field, value }: Fact): boolean => {
  if (field === "reservedFlag") setAt(draft, ["reservation", "portalFlag"], flagOf(value));
  else if (field === "lot.reservedFlag") setAt(draft, ["lot", "reservation", "portalFlag"], flagOf(value));
  else if (field === "allotment") {
    if (NO_LOTS.test(value.trim())) draft["lots"] = [];
  } else if (field === "visit")
    setAt(draft, ["requirements", "siteVisit"], VISITS.test(value) ? "mandatory" : "optional");
  else return false;
  return true;
};

const draftOf = (facts: readonly Fact[], problems: CellProblem[]): Draft => {
  const draft: Draft = {};
  for (const fact of facts) {
    const { field, label, value } = fact;
    if (isNothing(value) || putOther(draft, fact)) continue;
    const known = fieldOf("tender", field);
    const read = known?.read(value, label);
    if (known === undefined || read === undefined) continue;
    if (read.ok) known.put(draft, read.value);
    else
      problems.push(cellProblem(read.problem, { row: null, column: label, pointer: known.pointer }, value));
  }
  return draft;
};

const isPurchaseOrder = (html: string): boolean =>
  /avis\s+d[’']achat|bon(?:s)? de commande|سند(?:ات)? (?:ال)?طلب/i.test(
    /<title>([^<]*)<\/title>/i.exec(html)?.[1] ?? "",
  ) || /EntrepriseDetails?(?:BonCommande|AvisAchat)/i.test(html);

const documentOf = (facts: PageFacts, html: string, problems: CellProblem[]): Draft => {
  const call = { ...draftOf(facts.call, problems), ...keyIn(html) };
  if (call["procedure"] === undefined && isPurchaseOrder(html)) call["procedure"] = "purchaseOrder";
  const lots = facts.lots.map((lot) => ({ ...call, ...draftOf(lot, problems) }));
  // Its own portal date is not the whole of a call's publications, and no column of the press is here.
  return finishTender(lots.length === 0 ? [call] : lots, false);
};

/**
 * A page of the national portal that the user saved: a consultation with its lots, or a purchase notice with its
 * result. Nothing is fetched. What the page prints and the format has no place for is told as unmapped.
 */
export const readPortalPage: Reader = async function* readPortalPage(source) {
  if (source.size > LARGEST_PAGE) {
    yield refuse("TOO_LARGE", `is larger than ${LARGEST_PAGE} bytes; expected one saved page`);
    return;
  }
  const html = await decode(source);
  if (html === null) yield refuse("NOT_UTF8", "is not in the encoding that it declares");
  else if (/^\s*(?:From:|MIME-Version:)/i.test(html))
    yield refuse("SINGLE_FILE", 'is a page saved as one file (MHTML); save it as "HTML only"');
  else yield importOf(html);
};

const importOf = (html: string): Imported => {
  const facts = readFacts(pageElements(html));
  if (facts.call.length === 0)
    return refuse(
      "NOT_A_PORTAL_PAGE",
      "holds no fact of a consultation; expected a saved page of the national portal",
    );
  const problems: CellProblem[] = [];
  const document = documentOf(facts, html, problems);
  const unmapped = facts.unmapped
    .filter(({ value }) => !isNothing(value))
    .map(({ label, value }) => cellProblem("COLUMN_UNMAPPED", { row: null, column: label }, label, value));
  if (problems.length > 0) return { at: "", read: { ok: false, errors: problems }, unmapped };
  return { at: "", read: acceptBuilt(document), unmapped };
};
