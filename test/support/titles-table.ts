import type { Lexicon } from "../../src/domain/classify.ts";
import type { Language, Sector } from "../../src/domain/tender.ts";
import { type Answer, figuresLine, figuresOf } from "./figures.ts";
import { answersTo, halfOf, labelledTitles, type LabelledTitle } from "./labelled-titles.ts";

const SECTORS: readonly Sector[] = ["catering", "events", "services", "other"];
const LANGUAGES: readonly Language[] = ["fr", "ar", "en"];

const first = labelledTitles("first");

/** The sets of titles that are measured, by their names in the documentation. */
export const TITLE_SETS: Readonly<Record<string, readonly LabelledTitle[]>> = {
  "first set, read": first.filter(({ title }) => halfOf(title) === "even"),
  "first set, held back": first.filter(({ title }) => halfOf(title) === "odd"),
  "second set": labelledTitles("second"),
  "third set": labelledTitles("third"),
};

/** The answers of a set in one language. */
export const answersIn = (
  titles: readonly LabelledTitle[],
  language: Language,
  lexicon: Lexicon,
): readonly Answer[] =>
  answersTo(
    titles.filter((title) => title.language === language),
    lexicon,
  );

/** The table of docs/classifier.md: each set, language and sector that has titles. */
export const titlesTable = (lexicon: Lexicon): readonly string[] =>
  Object.entries(TITLE_SETS).flatMap(([name, titles]) =>
    LANGUAGES.flatMap((language) => {
      const answers = answersIn(titles, language, lexicon);
      return SECTORS.filter((sector) => answers.some(({ label }) => label === sector)).map((sector) =>
        figuresLine(`${name}, ${language}`, sector, figuresOf(answers, sector)),
      );
    }),
  );
