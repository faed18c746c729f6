import type { Assessment } from "../../domain/assessment.ts";
import { ask, explain } from "../../domain/explain.ts";
import type { LocalDate } from "../../domain/local-date.ts";
import type { Language } from "../../domain/tender.ts";
import { type ReadTender, readTender } from "../../intake/read-tender.ts";
import type { CheckTender } from "../../usecases/check-tender.ts";
import type { ReportVariant } from "../../usecases/ports.ts";
import type { CliApp, Terminal } from "../cli-app.ts";
import { confirmationsIn } from "../confirmations-file.ts";
import { EXIT, exitCodeOf, type FailOn } from "../exit-code.ts";
import { readFile } from "../read-file.ts";
import { tell } from "../tell.ts";
import { assessmentText } from "../text/assessment-text.ts";
import { COLOUR, PLAIN } from "../text/style.ts";
import { reportPath, type Taken } from "../write-file.ts";
import { writeReport } from "../write-report.ts";
import { plainPen } from "../../letters/plain-pen.ts";

export interface CheckOptions {
  readonly on?: LocalDate;
  readonly lang?: Language;
  readonly format: "text" | "json";
  readonly pdf?: string;
  readonly variant: ReportVariant;
  readonly letterhead?: string;
  readonly confirmations?: string;
  readonly failOn: FailOn;
}

interface Checked {
  readonly read: ReadTender;
  readonly assessment: Assessment;
}

const checkFile = (
  file: string,
  options: CheckOptions,
  checkTender: CheckTender,
  terminal: Terminal,
): Checked | null => {
  const bytes = readFile(file);
  const read = bytes.ok ? readTender(bytes.bytes) : bytes;
  if (!read.ok) {
    tell(terminal, file, read.errors, "error");
    return null;
  }
  tell(terminal, file, read.warnings, "warning");
  return { read, assessment: checkTender(read, options.on ?? null) };
};

/** The assessment with its words when a language was asked for; else keys and figures alone. */
const toJson = ({ assessment }: Checked, { lang }: CheckOptions, { rulebook }: CliApp): unknown => {
  if (lang === undefined) return assessment;
  const findings = assessment.findings.map((finding) => ({
    ...finding,
    ...explain(finding, rulebook, assessment.on, lang, plainPen),
  }));
  const questions = assessment.questions.map((question) => ({
    ...question,
    text: ask(question.pointer, rulebook, lang),
  }));
  return { ...assessment, findings, questions };
};

const toText = ({ assessment, read }: Checked, app: CliApp, terminal: Terminal): string => {
  const { language } = terminal;
  const { reference, title, buyer } = read.document;
  return assessmentText({
    assessment,
    heading: { reference, title, buyer: buyer.name },
    rulebook: app.rulebook,
    words: app.words(language),
    language,
    style: terminal.isColour ? COLOUR : PLAIN,
    width: terminal.width,
  });
};

const writePdf = async (
  checked: Checked,
  target: string,
  taken: Taken,
  options: CheckOptions,
  app: CliApp,
  terminal: Terminal,
) => {
  const { language } = terminal;
  const path = reportPath(target, checked.read.document.reference, taken);
  const { assessment, read } = checked;
  const { variant, letterhead } = options;
  writeReport(
    path,
    await app.report({ assessment, document: read.document, language, variant }, letterhead),
    language,
    app,
    terminal,
  );
};

/** Checks each file, prints what was found and writes the reports; answers with the exit code. */
export const check = async (
  files: readonly string[],
  options: CheckOptions,
  app: CliApp,
  terminal: Terminal,
): Promise<number> => {
  const confirmations = confirmationsIn(options.confirmations, app, terminal);
  if (confirmations === null) return EXIT.badInput;
  const checkTender = app.checkWith(confirmations);
  const checked = files
    .map((file) => checkFile(file, options, checkTender, terminal))
    .filter((each) => each !== null);
  const isSingle = files.length === 1;
  const taken: Taken = new Map();
  // Several reports under the name of one file would leave the last alone.
  const target = isSingle || options.pdf === undefined ? options.pdf : `${options.pdf}/`;
  for (const each of checked) {
    if (options.format === "json")
      terminal.out(JSON.stringify(toJson(each, options, app), null, isSingle ? 2 : 0));
    else terminal.out(`${toText(each, app, terminal)}\n`);
    if (target !== undefined) await writePdf(each, target, taken, options, app, terminal);
  }
  if (checked.length < files.length) return EXIT.badInput;
  return exitCodeOf(
    checked.map(({ assessment }) => assessment),
    options.failOn,
  );
};
