import type { Language } from "../domain/tender.ts";
import type { Identity } from "./pdf/paint/archival-document.ts";
import type { RunningLines } from "./pdf/paint/running-lines.ts";
import { shortened } from "./pdf/paint/pdf-string.ts";
import { renderPdf } from "./pdf/render-pdf.ts";
import { type ReportContent, reportContent } from "./report-content.ts";
import type { PrintInput } from "./report-input.ts";
import { type ReportPayload, reportPayload } from "./report-payload.ts";
import { directionIn, LOCALES } from "./report-languages.ts";
import { ownPress, type Press, templateOf } from "./press.ts";
import { printerOf } from "./view/printer.ts";

const AUTHOR = "Awlawiya";

const identityOf = ({ title, subject, day }: ReportContent, language: Language): Identity => ({
  title,
  subject,
  author: AUTHOR,
  language: LOCALES[language],
  direction: directionIn(language),
  date: new Date(`${day}T00:00:00Z`),
});

/** Longer references would run into the number of the page. */
const LONGEST_REFERENCE = 60;

const footOf = (
  { language, verificationUrl }: PrintInput,
  { reference }: ReportContent,
  { id, sha256 }: ReportPayload,
) => {
  const { fill, number, isolated } = printerOf(language);
  const shown = isolated(shortened(reference, LONGEST_REFERENCE));
  const lines = [
    fill("footReport", { id }),
    `SHA-256 ${sha256}`,
    ...(verificationUrl === undefined ? [] : [fill("footAddress", { address: verificationUrl })]),
    shown,
  ];
  return (page: number, pages: number): RunningLines => ({
    lines,
    end: fill("footPage", { page: number(page), pages: number(pages) }),
  });
};

/**
 * The report as PDF/A-3a and PDF/UA-1, its payload attached as JSON. No clock, no chance, no Intl: the same input
 * gives the same bytes. Throws when a template is not allowed or our own words have a character the font lacks.
 */
export const renderReport = (
  input: PrintInput,
  payload: ReportPayload = reportPayload(input),
  press: Press = ownPress(),
): Promise<Uint8Array> => {
  const content = reportContent(input, payload);
  const template = templateOf(press, content.template);
  return renderPdf({
    html: template(content.view),
    shorter: content.shorter.map((view) => () => template(view)),
    logo: press.logo,
    identity: identityOf(content, input.language),
    attachment: {
      name: "report.json",
      description: printerOf(input.language).word("attachment"),
      bytes: Buffer.from(payload.json, "utf8"),
    },
    foot: footOf(input, content, payload),
    address: input.verificationUrl ?? null,
  });
};
