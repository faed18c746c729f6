import type { Procedure } from "../../domain/tender.ts";
import { type InputError, inputError, type Read } from "../input-error.ts";
import { toMoment } from "../moment.ts";
import { present } from "../ocds/native/fields.ts";
import { sectorOf } from "../ocds/native/objects.ts";
import { acceptBuilt, type ReadTender } from "../read-tender.ts";
import type { Imported, Reader } from "../readers.ts";
import { type Award, awardsOf } from "./notice-awards.ts";
import { cpvOf, estimateOf, lotOf, type NoticeLot } from "./notice-lots.ts";
import { EXTENSION, nameOf, type Organisations, organisationsOf } from "./notice-organisations.ts";
import { momentAt, wholeOf } from "./notice-values.ts";
import { type Words, wordsAt } from "./notice-words.ts";
import type { XmlNode } from "./xml-node.ts";
import { LARGEST_NOTICE, readXml } from "./xml-tree.ts";

/** Notices of a call or of its result. */
const NOTICES = new Set(["ContractNotice", "ContractAwardNotice", "PriorInformationNotice"]);

const CATEGORY = { works: "works", supplies: "supplies", services: "services" } as const;

/** Only those that Moroccan law has too; restricted in European law is by preselection or by invitation in ours. */
const PROCEDURE: Readonly<Record<string, Procedure>> = {
  open: "open",
  "neg-w-call": "negotiatedWithPublicity",
  "neg-wo-call": "negotiated",
  "comp-dial": "competitiveDialogue",
};

const codeAt = <T>(
  node: XmlNode | undefined,
  codes: Readonly<Record<string, T>>,
  notes: InputError[],
): T | undefined => {
  const value = node?.text();
  if (node === undefined || value === undefined) return undefined;
  if (Object.hasOwn(codes, value)) return codes[value];
  notes.push(node.note("CODE", `the code "${value.slice(0, 60)}" has no counterpart in the format`));
  return undefined;
};

/** What all lots say alike; where they differ it is told, for the format has one place for it. */
const shared = <T>(
  lots: readonly NoticeLot[],
  what: string,
  of: (lot: NoticeLot) => T | undefined,
  notes: InputError[],
) => {
  const values = new Set(lots.map(of));
  if (values.size < 2) return [...values][0];
  notes.push(
    inputError(
      "/ProcurementProjectLot",
      "LOTS_DIFFER",
      `the lots differ in their ${what}; the format has one`,
    ),
  );
  return undefined;
};

const buyerOf = (notice: XmlNode, words: Words, organisations: Organisations) => {
  const id = notice.textAt("ContractingParty", "Party", "PartyIdentification", "ID");
  const name = nameOf(organisations.get(id ?? ""), words);
  return name === undefined ? undefined : { name };
};

const outcomeOf = (awards: readonly Award[] | undefined) => {
  const [first] = awards ?? [];
  if (awards === undefined || first === undefined) return {};
  return awards.length === 1 ? { award: first } : { awards: [...awards] };
};

/** The lots of a call, or the parts of a plan; a group of lots (BT-330) is none. */
const lotsOf = (notice: XmlNode, words: Words): readonly NoticeLot[] =>
  notice.all("ProcurementProjectLot").flatMap((node) => {
    if (node.one("ID")?.attribute("schemeName") !== "LotsGroup") return [lotOf(node, words)];
    words.notes.push(node.note("LOTS_GROUP", "is a group of lots; the format has lots alone"));
    return [];
  });

/**
 * The day on which the call was launched: that of its notice. The day of a plan, of a result or of a change (which
 * stands for the whole call anew) is another, and tells nothing of the launch.
 */
const launchedOn = (notice: XmlNode, isPlan: boolean, notes: InputError[]): string | undefined => {
  const issued = momentAt(notice, ["IssueDate", "IssueTime"], notes);
  const change = notice.one(...EXTENSION, "Changes");
  if (change !== undefined)
    notes.push(change.note("CHANGED_NOTICE", "changes an earlier notice; the day of the launch is unknown"));
  const isCall = notice.name !== "ContractAwardNotice" && !isPlan && change === undefined;
  return isCall && issued !== undefined ? toMoment(issued).day : undefined;
};

/** What each lot says for itself and the format has one place for. */
const sharedOf = (lots: readonly NoticeLot[], notes: InputError[]) => {
  const languages = shared(lots, "languages of offers", (lot) => lot.languages, notes);
  return {
    submissionDeadline: shared(lots, "deadlines", ({ deadline }) => deadline, notes),
    openingAt: shared(lots, "openings", ({ opening }) => opening, notes),
    requirements: present({ languages: languages?.split(" ") as ("ar" | "fr" | "en")[] | undefined }),
    terms: present({
      offerValidityDays: shared(lots, "validity of offers", (lot) => lot.validityDays, notes),
      reservedExecution: shared(lots, "reserved execution", (lot) => lot.reservedExecution, notes),
    }),
  };
};

const documentOf = (notice: XmlNode, notes: InputError[]) => {
  const words = { language: notice.textAt("NoticeLanguageCode") ?? "ENG", notes };
  const project = notice.one("ProcurementProject");
  const organisations = organisationsOf(notice);
  const lots = lotsOf(notice, words);
  const cpv = cpvOf(project);
  const isPlan = notice.one("NoticeTypeCode")?.attribute("listName") === "planning";
  const mostLots = notice.one("TenderingTerms", "LotDistribution", "MaximumLotsAwardedNumeric");
  return present({
    reference: (project?.textAt("ID") ?? notice.textAt("ContractFolderID"))?.slice(0, 200),
    buyer: buyerOf(notice, words, organisations),
    title: wordsAt(project?.all("Name") ?? [], words, 2000),
    description: wordsAt(project?.all("Description") ?? [], words, 20_000),
    category: codeAt(project?.one("ProcurementTypeCode"), CATEGORY, notes),
    sector: cpv && sectorOf(cpv),
    cpv,
    procedure: codeAt(notice.one("TenderingProcess", "ProcedureCode"), PROCEDURE, notes),
    stage: isPlan ? "draft" : undefined,
    launchedOn: launchedOn(notice, isPlan, notes),
    estimate: estimateOf(project, notes),
    lots: lots.length === 0 ? undefined : lots.map(({ lot }) => lot),
    maxLotsPerTenderer: wholeOf(mostLots, 1, notes),
    ...sharedOf(lots, notes),
    ...outcomeOf(awardsOf(notice, organisations, words)),
  });
};

const readNotice = (
  root: XmlNode,
): { readonly read: Read<ReadTender>; readonly unmapped: readonly InputError[] } => {
  if (!NOTICES.has(root.name)) {
    const message = `is "${root.name.slice(0, 60)}", not a notice of a call or of its result (${[...NOTICES].join(", ")})`;
    return { read: { ok: false, errors: [inputError("", "NO_NOTICE", message)] }, unmapped: [] };
  }
  const notes: InputError[] = [];
  const document = documentOf(root, notes);
  for (const name of ["ID", "ContractFolderID", "NoticeTypeCode"]) root.one(name)?.text();
  const read = acceptBuilt(document ?? {});
  return { read, unmapped: read.ok ? [...notes, ...root.untaken()] : notes };
};

/** An eForms notice: contract notice, prior information notice, contract award notice. One file is one tender. */
export const readEformsFile: Reader = async function* readEformsFile(source) {
  const xml = readXml(await source.slice(0, LARGEST_NOTICE + 1));
  const imported: Imported = xml.ok
    ? { at: "", ...readNotice(xml.root) }
    : { at: "", read: xml, unmapped: [] };
  yield imported;
};
