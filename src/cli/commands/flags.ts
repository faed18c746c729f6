import { isolateReferences } from "../../domain/format.ts";
import { raiseRedFlags } from "../../domain/red-flags/raise-red-flags.ts";
import type { RedFlag } from "../../domain/red-flags/red-flag.ts";
import type { Format } from "../../intake/readers.ts";
import type { CliApp, Terminal } from "../cli-app.ts";
import { eachTender } from "../each-tender.ts";
import { EXIT } from "../exit-code.ts";

export interface FlagOptions {
  readonly as?: Format;
  readonly format: "text" | "json";
  readonly shortPeriod: number;
  readonly all?: true;
}

type Words = Readonly<Record<string, string>>;

const lineOf = ({ flag, lot, outcome, missing }: RedFlag, days: number, words: Words): string => {
  const of = lot === undefined ? "" : ` (${(words["lot"] ?? "").replace("{lot}", lot)})`;
  const open =
    missing.length === 0 ? "" : ` — ${(words["missing"] ?? "").replace("{pointers}", missing.join(", "))}`;
  const definition = (words[`${flag}.definition`] ?? "").replace("{days}", String(days));
  return `  ${flag}${of} · ${words[outcome]} · ${definition}${open}`;
};

/** Lists the red flags of the tenders of a file, apart from any verdict; exit 1 when one is raised. */
export const flags = async (
  file: string,
  options: FlagOptions,
  app: CliApp,
  terminal: Terminal,
): Promise<number> => {
  const { language } = terminal;
  const words = app.dataWords(language);
  let isRaised = false;
  const refused = await eachTender(file, options.as, terminal, async ({ document, tender }) => {
    const found = raiseRedFlags(tender, { shortPeriodDays: options.shortPeriod });
    isRaised ||= found.some(({ outcome }) => outcome === "raised");
    if (options.format === "json") {
      await terminal.line(JSON.stringify({ reference: document.reference, redFlags: found }));
      return;
    }
    const shown = found.filter(({ outcome }) => options.all === true || outcome === "raised");
    if (shown.length === 0) return;
    await terminal.line(isolateReferences(document.reference, language));
    for (const flag of shown) await terminal.line(lineOf(flag, options.shortPeriod, words));
  });
  if (options.format === "text") terminal.err(words["notice"] ?? "");
  if (refused === null || refused > 0) return EXIT.badInput;
  return isRaised ? EXIT.found : EXIT.nothing;
};
