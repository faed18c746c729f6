import type { InputError } from "../input-error.ts";
import { present } from "../ocds/native/fields.ts";
import type { TenderDocument } from "../schema/tender-schema.ts";
import { dirhamsOf, momentAt, wholeOf } from "./notice-values.ts";
import { LANGUAGES, type Words, wordsAt } from "./notice-words.ts";
import type { XmlNode } from "./xml-node.ts";

type Lot = NonNullable<TenderDocument["lots"]>[number];

/** What a lot says that the format keeps on the tender. */
export interface NoticeLot {
  readonly lot: Lot;
  readonly deadline: string | undefined;
  readonly opening: string | undefined;
  readonly reservedExecution: boolean | undefined;
  /** The languages of offers, in order, as one word to compare them by. */
  readonly languages: string | undefined;
  readonly validityDays: number | undefined;
}

const CPV = /^(\d{8})(?:-\d)?$/;
/** BT-262 and BT-263: main code first. */
export const cpvOf = (project: XmlNode | undefined): string[] | undefined => {
  const nodes = [
    ...(project?.all("MainCommodityClassification", "ItemClassificationCode") ?? []),
    ...(project?.all("AdditionalCommodityClassification", "ItemClassificationCode") ?? []),
  ].filter((node) => node.attribute("listName") === "cpv");
  const codes = nodes.flatMap((node) => CPV.exec(node.text() ?? "")?.[1] ?? []);
  return codes.length === 0 ? undefined : [...new Set(codes)].slice(0, 100);
};

/** BT-27: without value-added tax. */
export const estimateOf = (project: XmlNode | undefined, notes: InputError[]): Lot["estimate"] => {
  const amount = dirhamsOf(project?.one("RequestedTenderTotal", "EstimatedOverallContractAmount"), notes);
  return amount === undefined ? undefined : { amount, taxIncluded: false };
};

/** BT-71. Reserved to others than the group of the law is told: to call it reserved would say another thing. */
const reservationOf = (terms: XmlNode | undefined, notes: InputError[]): Lot["reservation"] => {
  const codes = (
    terms?.all(
      "TendererQualificationRequest",
      "SpecificTendererRequirement",
      "TendererRequirementTypeCode",
    ) ?? []
  ).filter((node) => node.attribute("listName") === "reserved-procurement");
  for (const code of codes) {
    const value = code.text();
    if (value !== "none")
      notes.push(
        code.note("RESERVED_TO_OTHERS", `"${value}": reserved, but not to the group of Moroccan law (BT-71)`),
      );
  }
  return codes.length === 1 && codes[0]?.text() === "none" ? { reserved: false } : undefined;
};

/** BT-736. */
const reservedExecutionOf = (terms: XmlNode | undefined): boolean | undefined => {
  const code = (terms?.all("ContractExecutionRequirement", "ExecutionRequirementCode") ?? []).find(
    (node) => node.attribute("listName") === "reserved-execution",
  );
  const value = code?.text();
  return value === "yes" || value === "no" ? value === "yes" : undefined;
};

/** BT-726. */
const suitableOf = (project: XmlNode | undefined): boolean | undefined => {
  const value = project?.textAt("SMESuitableIndicator");
  return value === "true" || value === "false" ? value === "true" : undefined;
};

/** BT-97. */
const languagesOf = (terms: XmlNode | undefined, notes: InputError[]): string | undefined => {
  const languages = (terms?.all("Language", "ID") ?? []).flatMap((node) => {
    const code = node.text() ?? "";
    const language = LANGUAGES.get(code);
    if (language !== undefined) return [language];
    notes.push(node.note("CODE", `the code "${code.slice(0, 60)}" has no counterpart in the format`));
    return [];
  });
  return languages.length === 0 ? undefined : [...new Set(languages)].toSorted().join(" ");
};

/** BT-98: only days; a month has no number of days. */
const validityOf = (terms: XmlNode | undefined, notes: InputError[]): number | undefined => {
  const measure = terms?.one("TenderValidityPeriod", "DurationMeasure");
  return measure?.attribute("unitCode") === "DAY" ? wholeOf(measure, 0, notes) : undefined;
};

export const lotOf = (node: XmlNode, words: Words): NoticeLot => {
  const { notes } = words;
  const project = node.one("ProcurementProject");
  const terms = node.one("TenderingTerms");
  const process = node.one("TenderingProcess");
  const read = {
    title: wordsAt(project?.all("Name") ?? [], words, 1000),
    estimate: estimateOf(project, notes),
    reservation: reservationOf(terms, notes),
    cpv: cpvOf(project),
    suitableForSmallFirms: suitableOf(project),
  };
  return {
    lot: { id: node.textAt("ID") ?? "", ...present(read) },
    deadline: momentAt(process?.one("TenderSubmissionDeadlinePeriod"), ["EndDate", "EndTime"], notes),
    opening: momentAt(process?.one("OpenTenderEvent"), ["OccurrenceDate", "OccurrenceTime"], notes),
    reservedExecution: reservedExecutionOf(terms),
    languages: languagesOf(terms, notes),
    validityDays: validityOf(terms, notes),
  };
};
