import type { Language } from "../domain/tender.ts";
import type { Direction } from "./pdf/text/shape-text.ts";
import type { Identity } from "./pdf/paint/archival-document.ts";
import type { RunningLines } from "./pdf/paint/running-lines.ts";
import { renderPdf } from "./pdf/render-pdf.ts";
import type { ReportInput, ReportOptions } from "./report-input.ts";
import { type ReportPayload, reportPayload } from "./report-payload.ts";
import { reportTemplate } from "./report-templates.ts";
import { type Printer, printerOf } from "./view/printer.ts";
import { type ReportView, reportView } from "./view/report-view.ts";

const AUTHOR = "Awlawiya";

/** BCP 47 tags of what is written: Arabic and French as in Morocco. */
export const LOCALES: Readonly<Record<Language, string>> = { ar: "ar-MA", fr: "fr-MA", en: "en" };

export const directionIn = (language: Language): Direction => (language === "ar" ? "rtl" : "ltr");

/** The day whose law applies; when it is unknown, the day on which the rulebook was last checked. */
const dateOf = ({ assessment, words }: ReportInput): Date =>
  new Date(`${assessment.on ?? words.checkedOn}T00:00:00Z`);

const identityOf = (input: ReportInput, view: ReportView, printer: Printer): Identity => ({
  title: `${printer.word("reportTitle")} — ${view.tender.reference.text}`,
  subject: view.tender.title?.text ?? view.tender.reference.text,
  author: AUTHOR,
  language: LOCALES[input.language],
  direction: directionIn(input.language),
  date: dateOf(input),
});

const footOf =
  ({ verificationUrl }: ReportInput, { id, sha256 }: ReportPayload, printer: Printer) =>
  (page: number, pages: number): RunningLines => ({
    start: printer.fill("footReport", { id }),
    end: printer.fill("footPage", { page: printer.number(page), pages: printer.number(pages) }),
    below: `SHA-256 ${sha256}`,
    ...(verificationUrl !== undefined && { verificationUrl }),
  });

/**
 * The report as PDF/A-3a and PDF/UA-1, its payload attached as JSON. No clock, no chance, no Intl: the same input
 * gives the same bytes. Throws when a template is not allowed or our own words have a character the font lacks.
 */
export const renderReport = (input: ReportInput, options: ReportOptions = {}): Promise<Uint8Array> => {
  const payload = reportPayload(input);
  const view = reportView(input, payload);
  const printer = printerOf(input.language);
  return renderPdf({
    html: reportTemplate(options.template ?? "report")(view),
    identity: identityOf(input, view, printer),
    attachment: {
      name: "report.json",
      description: printer.word("attachment"),
      bytes: Buffer.from(payload.json, "utf8"),
    },
    foot: footOf(input, payload, printer),
  });
};
