import type { Procedure } from "../../domain/tender.ts";
import { type InputError, inputError, type Read } from "../input-error.ts";
import { present } from "../ocds/native/fields.ts";
import { sectorOf } from "../ocds/native/objects.ts";
import { acceptTender, type ReadTender } from "../read-tender.ts";
import type { Imported, Reader } from "../readers.ts";
import type { TenderDocument } from "../schema/tender-schema.ts";
import { awardsOf, nameOf, organisationsOf } from "./notice-awards.ts";
import { cpvOf, estimateOf, lotOf, momentAt, type NoticeLot } from "./notice-lots.ts";
import { wordsAt } from "./notice-words.ts";
import type { XmlNode } from "./xml-node.ts";
import { LARGEST_NOTICE, readXml } from "./xml-tree.ts";

/** Notices of a call or of its result; a plan is no call. */
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

const buyerOf = (notice: XmlNode, language: string, organisations: ReadonlyMap<string, XmlNode>) => {
  const id = notice.textAt("ContractingParty", "Party", "PartyIdentification", "ID");
  const name = nameOf(organisations.get(id ?? ""), language);
  return name === undefined ? undefined : { name };
};

const outcomeOf = (awards: readonly NonNullable<TenderDocument["award"]>[] | undefined) => {
  const [first] = awards ?? [];
  if (awards === undefined || first === undefined) return {};
  return awards.length === 1 ? { award: first } : { awards: [...awards] };
};

const documentOf = (notice: XmlNode, notes: InputError[]) => {
  const language = notice.textAt("NoticeLanguageCode") ?? "ENG";
  const project = notice.one("ProcurementProject");
  const organisations = organisationsOf(notice);
  const lots = notice.all("ProcurementProjectLot").map((lot) => lotOf(lot, language, notes));
  const issued = momentAt(notice, ["IssueDate", "IssueTime"]);
  const cpv = cpvOf(project);
  const isResult = notice.name === "ContractAwardNotice";
  return present({
    reference: (project?.textAt("ID") ?? notice.textAt("ContractFolderID"))?.slice(0, 200),
    buyer: buyerOf(notice, language, organisations),
    title: wordsAt(project?.all("Name") ?? [], language, 2000),
    description: wordsAt(project?.all("Description") ?? [], language, 20_000),
    category: codeAt(project?.one("ProcurementTypeCode"), CATEGORY, notes),
    sector: cpv && sectorOf(cpv),
    cpv,
    procedure: codeAt(notice.one("TenderingProcess", "ProcedureCode"), PROCEDURE, notes),
    // The day of a result notice is not that of the call.
    launchedOn: isResult ? undefined : issued?.slice(0, 10),
    estimate: estimateOf(project, notes),
    lots: lots.length === 0 ? undefined : lots.map(({ lot }) => lot),
    submissionDeadline: shared(lots, "deadlines", ({ deadline }) => deadline, notes),
    openingAt: shared(lots, "openings", ({ opening }) => opening, notes),
    terms: present({
      reservedExecution: shared(lots, "reserved execution", (lot) => lot.reservedExecution, notes),
    }),
    ...outcomeOf(awardsOf(notice, organisations, language, notes)),
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
  const read = acceptTender(document ?? {});
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
