import type { InputError } from "../input-error.ts";
import { present } from "../ocds/native/fields.ts";
import type { TenderDocument } from "../schema/tender-schema.ts";
import { isMoment } from "../validator.ts";
import { wordsAt } from "./notice-words.ts";
import type { XmlNode } from "./xml-node.ts";

type Lot = NonNullable<TenderDocument["lots"]>[number];

/** What a lot says that the format keeps on the tender. */
export interface NoticeLot {
  readonly lot: Lot;
  readonly deadline: string | undefined;
  readonly opening: string | undefined;
  readonly reservedExecution: boolean | undefined;
}

const CPV = /^(\d{8})(?:-\d)?$/;
const ZONE = /(Z|[+-]\d{2}:\d{2})$/;

/** A day and a time, each with its zone, as one moment; the day alone where there is no time. */
export const momentAt = (
  period: XmlNode | undefined,
  [dateName, timeName]: readonly [string, string],
): string | undefined => {
  const date = period?.textAt(dateName);
  const time = period?.textAt(timeName);
  if (date === undefined) return undefined;
  const day = date.replace(ZONE, "");
  const zone = ZONE.exec(time ?? "")?.[1] ?? ZONE.exec(date)?.[1] ?? "Z";
  const moment = time === undefined ? day : `${day}T${time.replace(ZONE, "")}${zone}`;
  return isMoment(moment) ? moment : undefined;
};

/** BT-262 and BT-263: main code first. */
export const cpvOf = (project: XmlNode | undefined): string[] | undefined => {
  const nodes = [
    ...(project?.all("MainCommodityClassification", "ItemClassificationCode") ?? []),
    ...(project?.all("AdditionalCommodityClassification", "ItemClassificationCode") ?? []),
  ].filter((node) => node.attribute("listName") === "cpv");
  const codes = nodes.flatMap((node) => CPV.exec(node.text() ?? "")?.[1] ?? []);
  return codes.length === 0 ? undefined : [...new Set(codes)].slice(0, 100);
};

/** BT-27: an estimate in dirhams; any other currency is told, never converted. */
export const estimateOf = (project: XmlNode | undefined, notes: InputError[]): Lot["estimate"] => {
  const node = project?.one("RequestedTenderTotal", "EstimatedOverallContractAmount");
  const currency = node?.attribute("currencyID");
  if (node === undefined) return undefined;
  if (currency !== "MAD") {
    notes.push(
      node.note("CURRENCY", `is in ${currency ?? "no stated currency"}; the format counts in dirhams`),
    );
    return undefined;
  }
  const amount = Number(node.text());
  if (Number.isFinite(amount) && amount >= 0 && Math.round(amount * 100) / 100 === amount) {
    // BT-27 is without value-added tax.
    return { amount, taxIncluded: false };
  }
  notes.push(node.note("NUMBER", "is no amount with at most two decimals"));
  return undefined;
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

export const lotOf = (node: XmlNode, language: string, notes: InputError[]): NoticeLot => {
  const project = node.one("ProcurementProject");
  const terms = node.one("TenderingTerms");
  const process = node.one("TenderingProcess");
  const read = {
    title: wordsAt(project?.all("Name") ?? [], language, 1000),
    estimate: estimateOf(project, notes),
    reservation: reservationOf(terms, notes),
    cpv: cpvOf(project),
    suitableForSmallFirms: suitableOf(project),
  };
  return {
    lot: { id: node.textAt("ID") ?? "", ...present(read) },
    deadline: momentAt(process?.one("TenderSubmissionDeadlinePeriod"), ["EndDate", "EndTime"]),
    opening: momentAt(process?.one("OpenTenderEvent"), ["OccurrenceDate", "OccurrenceTime"]),
    reservedExecution: reservedExecutionOf(terms),
  };
};
