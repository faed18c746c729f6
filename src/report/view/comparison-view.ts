import { compare, type Comparison, type FindingChange, type Said as Judged } from "../../domain/compare.ts";
import type { EvidenceValue } from "../../domain/finding.ts";
import type { Language } from "../../domain/tender.ts";
import type { Document } from "../../usecases/ports.ts";
import type { ComparisonInput, Side } from "../report-input.ts";
import type { ReportPayload } from "../report-payload.ts";
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

/** What a rule said in one of the assessments. */
export interface RuleSaid {
  readonly outcome: string;
  readonly tone: string;
  /** In the rulebook's words; null where the rule was not judged. */
  readonly why: string | null;
}

export interface ChangeView {
  readonly title: string;
  readonly lot: Said | null;
  readonly before: RuleSaid;
  readonly after: RuleSaid;
  /** Numbers of the law that differ. */
  readonly numbers: readonly string[];
}

export interface DifferenceView {
  readonly label: string;
  readonly pointer: string;
  readonly before: Said;
  readonly after: Said;
}

/** Everything that the template of a comparison may print. */
export interface ComparisonView {
  readonly language: Language;
  readonly is: LanguageFlags;
  readonly words: ReportLocale;
  readonly id: string;
  readonly verificationUrl: string | null;
  readonly before: SideView;
  readonly after: SideView;
  readonly changes: readonly ChangeView[];
  readonly unchanged: string;
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

const toneOf = (said: Judged | null): string => {
  if (said === null) return "muted";
  return said.outcome === "failed" ? (said.effect ?? "warning") : said.outcome;
};

const explanationIn = ({ assessment, words }: Side, { rule, lot }: FindingChange): string | null => {
  const at = assessment.findings.findIndex((finding) => finding.rule === rule && finding.lot === lot);
  return words.findings[at]?.explanation ?? null;
};

const saidView = (said: Judged | null, side: Side, change: FindingChange, printer: Printer): RuleSaid => {
  const tone = toneOf(said);
  if (said === null) return { outcome: printer.word("notJudged"), tone, why: null };
  const { effects, outcomes } = side.words;
  const outcome = (said.outcome === "failed" ? effects[tone] : outcomes[tone]) ?? tone;
  return { outcome, tone, why: explanationIn(side, change) };
};

const numberOf = (side: Side, id: string): string =>
  side.words.parameters.find((parameter) => parameter.id === id)?.value ?? "—";

const changeView = (
  change: FindingChange,
  { before, after }: ComparisonInput,
  printer: Printer,
): ChangeView => ({
  title: after.words.rules[change.rule] ?? change.rule,
  lot: change.lot === undefined ? null : printer.said(change.lot),
  before: saidView(change.before, before, change, printer),
  after: saidView(change.after, after, change, printer),
  numbers: change.parameters.map(({ id, before: first, after: second }) =>
    printer.fill("numberChanged", {
      title:
        [...after.words.parameters, ...before.words.parameters].find((each) => each.id === id)?.title ?? id,
      before: first === null ? "—" : numberOf(before, id),
      after: second === null ? "—" : numberOf(after, id),
    }),
  ),
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

const unchangedOf = ({ findings }: Comparison, { after }: ComparisonInput, printer: Printer): string =>
  printer.fill("unchanged", {
    count: printer.number(Math.max(0, after.assessment.findings.length - findings.length)),
  });

/** What changed from one assessment to another, as the strings of one language. */
export const comparisonView = (input: ComparisonInput, payload: ReportPayload): ComparisonView => {
  const { language, before, after } = input;
  const printer = printerOf(language);
  const comparison = compare(before.assessment, after.assessment);
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
    changes: comparison.findings.map((change) => changeView(change, input, printer)),
    unchanged: unchangedOf(comparison, input, printer),
    differences: differences.slice(0, MOST_DIFFERENCES),
    moreDifferences: more > 0 ? printer.fill("moreDifferences", { count: printer.number(more) }) : null,
    law: {
      rulebook: rulebookView(input, after.words, printer),
      hashes: hashesOf(input, payload, printer),
      grades: gradesView([before, after]),
    },
  };
};
