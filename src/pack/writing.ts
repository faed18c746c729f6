import type { Rulebook } from "../domain/rulebook.ts";
import type { Language, LegalForm } from "../domain/tender.ts";
import { type Printer, printerOf } from "../report/view/printer.ts";
import { factLocale, packLocale, reportLocale } from "../report/view/report-locale.ts";

/** How a pack is written in one language. */
export interface Writing {
  readonly language: Language;
  readonly printer: Printer;
  readonly rulebook: Rulebook;
  readonly formWord: (form: LegalForm) => string;
  readonly procedureWord: (procedure: string) => string;
}

/** The words of a pack in a language, those of the law out of the rulebook. */
export const writingIn = (language: Language, rulebook: Rulebook): Writing => ({
  language,
  printer: printerOf(language, { ...reportLocale(language), ...packLocale(language) }),
  rulebook,
  formWord: (form) => factLocale(language)[`=legalForm.${form}`] ?? form,
  procedureWord: (procedure) => rulebook.common.procedures[procedure]?.[language] ?? procedure,
});
