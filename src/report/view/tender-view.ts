import type { LocalText } from "../../domain/tender.ts";
import { amountInWords } from "../../letters/amount-in-words.ts";
import type { ReportInput } from "../report-input.ts";
import type { Printer, Said } from "./printer.ts";

/** What is printed of a tender; amounts in dirhams, as in the native format. */
interface PrintedTender {
  readonly reference: string;
  readonly buyer: { readonly name: LocalText };
  readonly title: LocalText;
  readonly description?: LocalText;
  readonly procedure?: string;
  readonly launchedOn?: string;
  readonly openingAt?: string;
  readonly estimate?: PrintedEstimate;
  readonly provisionalGuarantee?: { readonly amount?: number };
  readonly lots?: readonly PrintedLot[];
}

interface PrintedEstimate {
  readonly amount?: number;
  readonly taxIncluded?: boolean;
  readonly vatRate?: number;
}

interface PrintedLot {
  readonly id: string;
  readonly title?: LocalText;
  readonly estimate?: PrintedEstimate;
}

/** A line of the description of the tender: a user's text, or one of ours. */
export interface FactView {
  readonly label: string;
  readonly said: Said | null;
  readonly text: string | null;
}

export interface TenderView {
  readonly reference: Said;
  readonly title: Said | null;
  readonly buyer: Said | null;
  readonly facts: readonly FactView[];
  readonly lots: readonly { readonly id: Said; readonly title: Said | null; readonly estimate: string }[];
}

const tax = ({ taxIncluded }: PrintedEstimate, printer: Printer): string => {
  if (taxIncluded === undefined) return printer.word("taxUnknown");
  return printer.word(taxIncluded ? "taxIncluded" : "taxExcluded");
};

const estimateText = (estimate: PrintedEstimate | undefined, printer: Printer): string | null =>
  estimate?.amount === undefined ? null : `${printer.amount(estimate.amount)} (${tax(estimate, printer)})`;

const inWords = (dirhams: number | undefined, { language }: Printer): string | null =>
  dirhams === undefined ? null : amountInWords(Math.round(dirhams * 100), language);

const saidFact = (label: string, said: Said | null): readonly FactView[] =>
  said === null || said.text === "" ? [] : [{ label, said, text: null }];

const fact = (label: string, text: string | null | undefined): readonly FactView[] =>
  text === null || text === undefined ? [] : [{ label, said: null, text }];

const amountFact = (label: string, text: string | null, dirhams: number | undefined, printer: Printer) => {
  const words = inWords(dirhams, printer);
  return text === null || words === null
    ? []
    : fact(label, printer.fill("amountAndWords", { amount: text, words }));
};

const stageText = ({ assessment, words }: ReportInput, printer: Printer): string =>
  assessment.stage.assumed ? printer.fill("stageAssumed", { stage: words.stage }) : words.stage;

const sectorText = ({ assessment, words }: ReportInput, printer: Printer): string =>
  words.sector === null
    ? printer.word("sectorUnknown")
    : printer.fill("sectorWith", {
        sector: words.sector,
        share: printer.share(assessment.sector.confidence),
      });

const factsOf = (tender: PrintedTender, input: ReportInput, printer: Printer): readonly FactView[] => {
  const { word, date, moment } = printer;
  const { provisionalGuarantee: guarantee, estimate } = tender;
  const guaranteeText = guarantee?.amount === undefined ? null : printer.amount(guarantee.amount);
  return [
    ...saidFact(word("reference"), printer.said(tender.reference)),
    ...saidFact(word("buyer"), printer.localised(tender.buyer.name)),
    ...saidFact(word("object"), printer.localised(tender.title)),
    ...(tender.description === undefined
      ? []
      : saidFact(word("description"), printer.localised(tender.description))),
    ...fact(word("sector"), sectorText(input, printer)),
    ...fact(word("procedure"), tender.procedure && input.words.procedures[tender.procedure]),
    ...fact(word("stage"), stageText(input, printer)),
    ...fact(word("launchedOn"), tender.launchedOn && date(tender.launchedOn)),
    ...fact(word("openingAt"), tender.openingAt && moment(tender.openingAt)),
    ...amountFact(word("estimate"), estimateText(estimate, printer), estimate?.amount, printer),
    ...amountFact(word("guarantee"), guaranteeText, guarantee?.amount, printer),
  ];
};

/** The tender as it was sent. */
export const tenderView = (input: ReportInput, printer: Printer): TenderView => {
  // The intake has validated the document; only what is printed is named here.
  const tender = input.document as unknown as PrintedTender;
  return {
    reference: printer.said(tender.reference),
    title: printer.localised(tender.title),
    buyer: printer.localised(tender.buyer.name),
    facts: factsOf(tender, input, printer),
    lots: (tender.lots ?? []).map(({ id, title, estimate }) => ({
      id: printer.said(id),
      title: title === undefined ? null : printer.localised(title),
      estimate: estimateText(estimate, printer) ?? printer.word("unknown"),
    })),
  };
};
