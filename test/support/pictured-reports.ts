import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../src/domain/tender.ts";
import { projectRoot } from "../../src/paths.ts";
import type { PrintInput, Side } from "../../src/report/report-input.ts";
import { renderReport } from "../../src/report/render-report.ts";
import { pagePictures, type Picture, readPicture, writePicture } from "./page-pictures.ts";
import { comparisonInput, reportInput } from "./report-input.ts";

const FOLDER = join(projectRoot, "fixtures/report-pages");
const ADDRESS = "https://awlawiya.example.ma/verify/0123456789abcdef0123456789abcdef";
const LANGUAGES: readonly Language[] = ["ar", "fr", "en"];

/** A change of the rulebook that these pages do not speak of must not change their pictures by its hash. */
const RULEBOOK = { id: "ma", version: "1.0.0", sha256: "0123456789abcdef".repeat(4) };

const underOneRulebook = (side: Side): Side => ({
  document: side.document,
  assessment: { ...side.assessment, rulebook: RULEBOOK },
  words: { ...side.words, checkedOn: "2026-01-02" },
});

const asPictured = (input: PrintInput): PrintInput => {
  const printed = { verificationUrl: ADDRESS, rulebook: { ...RULEBOOK, files: {} } };
  return input.variant === "comparison"
    ? { ...input, ...printed, before: underOneRulebook(input.before), after: underOneRulebook(input.after) }
    : { ...input, ...printed, ...underOneRulebook(input) };
};

/** The reports whose pages are kept as pictures, by name. */
const inputs = (): ReadonlyMap<string, PrintInput> =>
  new Map(
    LANGUAGES.flatMap((language): [string, PrintInput][] => [
      [`full-${language}`, reportInput("purchase-order-reception", language)],
      [
        `summary-${language}`,
        { ...reportInput("tie-cooperative-passed-over", language), variant: "summary" },
      ],
      [`comparison-${language}`, comparisonInput("purchase-order-reception", "2022-06-01", language)],
    ]),
  );

export const picturedReports = (): readonly string[] => [...inputs().keys()];

/** Prints one of the reports. */
export const printPictured = (name: string): Promise<Uint8Array> => {
  const input = inputs().get(name);
  if (input === undefined) throw new Error(`no report is called ${name}`);
  return renderReport(asPictured(input));
};

/** The pages of a report as they were last looked at. */
export const recordedPages = (name: string): readonly Picture[] =>
  readdirSync(FOLDER)
    .filter((file) => file.startsWith(`${name}-`))
    .toSorted()
    .map((file) => readPicture(join(FOLDER, file)));

/** Writes the pictures anew. */
export const recordPages = async (): Promise<void> => {
  for (const file of readdirSync(FOLDER)) rmSync(join(FOLDER, file));
  for (const name of picturedReports())
    for (const [index, picture] of pagePictures(await printPictured(name)).entries())
      writePicture(join(FOLDER, `${name}-${String(index + 1).padStart(2, "0")}.png`), picture);
};
