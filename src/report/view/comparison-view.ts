import type { EvidenceValue } from "../../domain/finding.ts";
import type { Language } from "../../domain/tender.ts";
import type { Document } from "../../usecases/ports.ts";
import type { ComparisonInput, Side } from "../report-input.ts";
import type { ReportPayload } from "../report-payload.ts";
import { type ChangesView, changesView } from "./change-view.ts";
import { type FactReading, factLabel, factValue } from "./fact-view.ts";
import { type GlanceView, glanceView } from "./glance-view.ts";
import { dayView, gradesView, type HashView, rulebookView } from "./law-view.ts";
import { type Printer, printerOf, type Said } from "./printer.ts";
import { type LanguageFlags, languageFlags, type ReportLocale, reportLocale } from "./report-locale.ts";
import { type TenderView, tenderView } from "./tender-view.ts";

/** One of the two assessments, at a glance. */
export interface SideView {
  readonly label: string;
  readonly day: string;
  readonly tender: TenderView;
  readonly glance: GlanceView;
}

export interface DifferenceView {
  readonly label: string;
  readonly pointer: string;
  readonly before: Said;
  readonly after: Said;
}

/** Everything that the template of a comparison may print. */
export interface ComparisonView extends ChangesView {
  readonly language: Language;
  readonly is: LanguageFlags;
  readonly words: ReportLocale;
  readonly id: string;
  readonly verificationUrl: string | null;
  readonly before: SideView;
  readonly after: SideView;
  /** Facts that differ between the two files, and how many more do; null when all are shown. */
  readonly differences: readonly DifferenceView[];
  readonly moreDifferences: string | null;
  readonly law: {
    readonly rulebook: string;
    readonly hashes: readonly HashView[];
    readonly grades: readonly { readonly grade: string; readonly meaning: string }[];
  };
}

/** More facts than these make no page easier to read: the payload holds them all. */
const MOST_DIFFERENCES = 60;

const sideView = (label: string, side: Side, language: Language, printer: Printer): SideView => ({
  label: printer.word(label),
  day: dayView(side.assessment.on, printer),
  tender: tenderView({ ...side, language }, printer),
  glance: glanceView(side, printer),
});

/** The facts of a document by pointer; a list of words is one fact. */
const factsIn = (value: unknown, pointer: string): readonly (readonly [string, EvidenceValue])[] => {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) return [[pointer, value]];
  if (typeof value === "object")
    return Object.entries(value).flatMap(([name, inside]) => factsIn(inside, `${pointer}/${name}`));
  return [[pointer, value as EvidenceValue]];
};

const readingOf = ({ document, words }: Side, printer: Printer): FactReading => ({
  document,
  words,
  printer,
});

const factsOf = (document: Document) => new Map(factsIn(document, ""));

const differencesOf = ({ before, after }: ComparisonInput, printer: Printer): readonly DifferenceView[] => {
  const [first, second] = [factsOf(before.document), factsOf(after.document)];
  const absent: Said = { text: printer.word("nothing"), language: printer.language };
  const valueIn = (value: EvidenceValue | undefined, pointer: string, side: Side): Said =>
    value === undefined ? absent : factValue(pointer, value, readingOf(side, printer));
  return [...new Set([...first.keys(), ...second.keys()])].flatMap((pointer) => {
    const [one, two] = [first.get(pointer), second.get(pointer)];
    if (JSON.stringify(one) === JSON.stringify(two)) return [];
    const label = factLabel(pointer, readingOf(two === undefined ? before : after, printer));
    return [{ label, pointer, before: valueIn(one, pointer, before), after: valueIn(two, pointer, after) }];
  });
};

const hashesOf = ({ before, after }: ComparisonInput, payload: ReportPayload, printer: Printer) => {
  const hash = (label: string, value: string): HashView => ({ label: printer.word(label), value });
  return [
    hash("hashBefore", before.assessment.inputSha256),
    hash("hashAfter", after.assessment.inputSha256),
    hash("hashRulebookBefore", before.assessment.rulebook.sha256),
    hash("hashRulebookAfter", after.assessment.rulebook.sha256),
    hash("hashPayload", payload.sha256),
  ];
};

/** What changed from one assessment to another, as the strings of one language. */
export const comparisonView = (input: ComparisonInput, payload: ReportPayload): ComparisonView => {
  const { language, before, after } = input;
  const printer = printerOf(language);
  const differences = differencesOf(input, printer);
  const more = differences.length - MOST_DIFFERENCES;
  return {
    language,
    is: languageFlags(language),
    words: reportLocale(language),
    id: payload.id,
    verificationUrl: input.verificationUrl ?? null,
    before: sideView("before", before, language, printer),
    after: sideView("after", after, language, printer),
    ...changesView(input, printer),
    differences: differences.slice(0, MOST_DIFFERENCES),
    moreDifferences: more > 0 ? printer.fill("moreDifferences", { count: printer.number(more) }) : null,
    law: {
      rulebook: rulebookView(input, after.words, printer),
      hashes: hashesOf(input, payload, printer),
      grades: gradesView([before, after]),
    },
  };
};
