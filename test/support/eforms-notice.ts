import { readEformsFile } from "../../src/intake/eforms/read-eforms.ts";
import type { Imported } from "../../src/intake/readers.ts";
import type { TenderDocument } from "../../src/intake/schema/tender-schema.ts";
import { bytesSource } from "../../src/intake/source/source.ts";
import { collect } from "./collect.ts";

export const read = async (xml: string | Uint8Array): Promise<Imported> => {
  const [imported] = await collect(readEformsFile(bytesSource("notice.xml", Buffer.from(xml))));
  if (imported === undefined) throw new Error("nothing was read");
  return imported;
};

export const documentOf = ({ read: tender }: Imported): TenderDocument => {
  if (!tender.ok) throw new Error(JSON.stringify(tender.errors));
  return tender.document;
};

export const codeOf = async (xml: string | Uint8Array): Promise<string | undefined> => {
  const { read: tender } = await read(xml);
  return tender.ok ? undefined : tender.errors[0]?.code;
};

export const lot = (id: string, project: string, terms = "", process = ""): string =>
  `<cac:ProcurementProjectLot><cbc:ID>${id}</cbc:ID><cac:TenderingTerms>${terms}</cac:TenderingTerms>
   <cac:TenderingProcess>${process}</cac:TenderingProcess><cac:ProcurementProject>${project}</cac:ProcurementProject></cac:ProcurementProjectLot>`;

interface NoticeParts {
  readonly root?: string;
  readonly type?: string;
  /** What stands in the extension beside the organisations. */
  readonly extension?: string;
  readonly organisations?: string;
  readonly buyer?: string;
}

export const organisation = (id: string, name: string, more = ""): string =>
  `<efac:Organization><efac:Company><cac:PartyIdentification><cbc:ID>${id}</cbc:ID></cac:PartyIdentification>
  <cac:PartyName><cbc:Name languageID="FRA">${name}</cbc:Name></cac:PartyName></efac:Company>${more}</efac:Organization>`;

/** A notice of a fictitious commune with these lots. */
export const notice = (
  lots: string,
  {
    root = "ContractNotice",
    type = "competition",
    extension = "",
    organisations = organisation("ORG-1", "Commune fictive"),
    buyer = "ORG-1",
  }: NoticeParts = {},
): string => `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="x" xmlns:cac="a" xmlns:cbc="b" xmlns:ext="e" xmlns:efext="f" xmlns:efac="g">
 <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>${extension}<efac:Organizations>${organisations}</efac:Organizations></efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
 <cbc:ContractFolderID>folder-1</cbc:ContractFolderID><cbc:IssueDate>2026-01-20+01:00</cbc:IssueDate><cbc:NoticeTypeCode listName="${type}">x</cbc:NoticeTypeCode><cbc:NoticeLanguageCode>FRA</cbc:NoticeLanguageCode>
 <cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>${buyer}</cbc:ID></cac:PartyIdentification></cac:Party></cac:ContractingParty>
 <cac:TenderingProcess><cbc:ProcedureCode>open</cbc:ProcedureCode></cac:TenderingProcess>
 <cac:ProcurementProject><cbc:Name languageID="FRA">Restauration</cbc:Name><cbc:Name languageID="ARA">الإطعام</cbc:Name>
  <cac:RequestedTenderTotal><cbc:EstimatedOverallContractAmount currencyID="MAD">90000.50</cbc:EstimatedOverallContractAmount></cac:RequestedTenderTotal>
  <cac:MainCommodityClassification><cbc:ItemClassificationCode listName="cpv">55520000</cbc:ItemClassificationCode></cac:MainCommodityClassification>
 </cac:ProcurementProject>${lots}</${root}>`;

export const reserved = (code: string): string =>
  `<cac:TendererQualificationRequest><cac:SpecificTendererRequirement><cbc:TendererRequirementTypeCode listName="reserved-procurement">${code}</cbc:TendererRequirementTypeCode></cac:SpecificTendererRequirement></cac:TendererQualificationRequest>`;
export const execution = (code: string): string =>
  `<cac:ContractExecutionRequirement><cbc:ExecutionRequirementCode listName="reserved-execution">${code}</cbc:ExecutionRequirementCode></cac:ContractExecutionRequirement>`;
export const deadline = (day: string): string =>
  `<cac:TenderSubmissionDeadlinePeriod><cbc:EndDate>${day}+01:00</cbc:EndDate><cbc:EndTime>10:00:00+01:00</cbc:EndTime></cac:TenderSubmissionDeadlinePeriod>`;
