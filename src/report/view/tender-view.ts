import type { Language, LocalText } from "../../domain/tender.ts";
import { movedOpening } from "../../domain/opening.ts";
import { aboutHijri } from "../../domain/hijri.ts";
import { amountInWords } from "../../letters/amount-in-words.ts";
import type { Side } from "../report-input.ts";
import { type FactReading, factLabel, factValue } from "./fact-view.ts";
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
  readonly amendments?: readonly { readonly changedOn?: string; readonly newOpeningAt?: string }[];
  readonly submissionDeadline?: string;
  readonly category?: string;
  readonly reservation?: { readonly reserved?: boolean };
  readonly award?: PrintedAward;
  readonly awards?: readonly PrintedAward[];
  readonly estimate?: PrintedEstimate;
  readonly provisionalGuarantee?: { readonly amount?: number };
  readonly lots?: readonly PrintedLot[];
}

interface PrintedAward {
  readonly tenderer?: { readonly name?: string; readonly legalForm?: string };
  readonly lot?: string;
  readonly amount?: number;
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

type TenderInput = Side & { readonly language: Language };

/** A line of the description of the tender: a user's text, or one of ours. */
export interface TenderLine {
  readonly label: string;
  readonly said: Said | null;
  readonly text: string | null;
}

export interface TenderView {
  readonly reference: Said;
  readonly title: Said | null;
  readonly buyer: Said | null;
  readonly facts: readonly TenderLine[];
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

const saidFact = (label: string, said: Said | null): readonly TenderLine[] =>
  said === null || said.text === "" ? [] : [{ label, said, text: null }];

const fact = (label: string, text: string | null | undefined): readonly TenderLine[] =>
  text === null || text === undefined ? [] : [{ label, said: null, text }];

const amountFact = (label: string, text: string | null, dirhams: number | undefined, printer: Printer) => {
  const words = inWords(dirhams, printer);
  return text === null || words === null
    ? []
    : fact(label, printer.fill("amountAndWords", { amount: text, words }));
};

const stageText = ({ assessment, words }: TenderInput, printer: Printer): string =>
  assessment.stage.assumed ? printer.fill("stageAssumed", { stage: words.stage }) : words.stage;

const sectorText = ({ assessment, words }: TenderInput, printer: Printer): string =>
  words.sector === null
    ? printer.word("sectorUnknown")
    : printer.fill("sectorWith", {
        sector: words.sector,
        share: printer.share(Math.round(assessment.sector.confidence * 100) / 100),
      });

/** A day with about the day of the Islamic calendar it is; Gregorian decides. */
const dated = (text: string | undefined, printer: Printer): string | undefined => {
  const hijri = text === undefined ? null : aboutHijri(text, printer.language);
  if (text === undefined || hijri === null) return text;
  return printer.fill("dateAndHijri", { date: printer.moment(text), hijri });
};

/** A fact that is a code or a yes or no, by the name it has everywhere. */
const codeFact = (pointer: string, value: string | boolean | undefined, reading: FactReading) =>
  value === undefined ? [] : fact(factLabel(pointer, reading), factValue(pointer, value, reading).text);

const awardFacts = ({ award, awards }: PrintedTender, printer: Printer): readonly TenderLine[] =>
  [...(award === undefined ? [] : [award]), ...(awards ?? [])].flatMap(({ tenderer, lot, amount }) => {
    const label = (key: string): string =>
      lot === undefined ? printer.word(key) : printer.fill(`${key}OfLot`, { lot: printer.said(lot).text });
    const sum = amount === undefined ? null : printer.amount(amount);
    return [
      ...(tenderer?.name === undefined ? [] : saidFact(label("award"), printer.said(tenderer.name))),
      ...amountFact(label("awardAmount"), sum, amount, printer),
    ];
  });

const factsOf = (tender: PrintedTender, input: TenderInput, printer: Printer): readonly TenderLine[] => {
  const { word } = printer;
  const reading: FactReading = { printer, words: input.words, document: input.document };
  const { provisionalGuarantee: guarantee, estimate } = tender;
  const guaranteeText = guarantee?.amount === undefined ? null : printer.amount(guarantee.amount);
  return [
    ...saidFact(word("reference"), printer.said(tender.reference)),
    ...saidFact(word("buyer"), printer.localised(tender.buyer.name)),
    ...saidFact(word("object"), printer.localised(tender.title)),
    ...(tender.description === undefined
      ? []
      : saidFact(word("description"), printer.localised(tender.description))),
    ...codeFact("/category", tender.category, reading),
    ...fact(word("sector"), sectorText(input, printer)),
    ...fact(word("procedure"), tender.procedure && input.words.procedures[tender.procedure]),
    ...fact(word("stage"), stageText(input, printer)),
    ...codeFact("/reservation/reserved", tender.reservation?.reserved, reading),
    ...fact(word("launchedOn"), dated(tender.launchedOn, printer)),
    ...fact(factLabel("/submissionDeadline", reading), dated(tender.submissionDeadline, printer)),
    ...fact(word("openingAt"), dated(tender.openingAt, printer)),
    ...fact(word("newOpeningAt"), dated(movedOpening(tender.amendments), printer)),
    ...amountFact(word("estimate"), estimateText(estimate, printer), estimate?.amount, printer),
    ...amountFact(word("guarantee"), guaranteeText, guarantee?.amount, printer),
    ...awardFacts(tender, printer),
  ];
};

/** The tender as it was sent. */
export const tenderView = (input: TenderInput, printer: Printer): TenderView => {
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
