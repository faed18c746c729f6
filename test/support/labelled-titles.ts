import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { classify, type Lexicon } from "../../src/domain/classify.ts";
import type { Language, Sector } from "../../src/domain/tender.ts";
import { projectRoot } from "../../src/paths.ts";
import type { Answer } from "./figures.ts";

/** Even titles may be read to write the lexicon; odd ones are only measured. */
export type Half = "even" | "odd";

/** A title with the sector that a reader gives it; null when no reader could tell. */
export interface LabelledTitle {
  readonly title: string;
  readonly language: Language;
  readonly sector: Sector | null;
}

type Titles = Readonly<Partial<Record<Language, readonly string[]>>>;

interface TitlesFile {
  readonly sector: Sector | null;
  readonly plain: Titles;
  /** Titles that look like another sector. */
  readonly lookAlikes: Titles;
}

/** Even or odd by the first byte of the SHA-256 of the title. */
export const halfOf = (title: string): Half =>
  (createHash("sha256").update(title).digest()[0] ?? 0) % 2 === 0 ? "even" : "odd";

const titlesIn = (path: string): readonly LabelledTitle[] => {
  const { sector, plain, lookAlikes } = JSON.parse(readFileSync(path, "utf8")) as TitlesFile;
  return [plain, lookAlikes].flatMap((titles) =>
    Object.entries(titles).flatMap(([language, list]) =>
      list.map((title) => ({ title, language: language as Language, sector })),
    ),
  );
};

/** The invented titles of a set: "first" was written before the lexicon, "second" and "third" after it. */
export const labelledTitles = (set: "first" | "second" | "third"): readonly LabelledTitle[] => {
  const folder = join(projectRoot, "fixtures", "classifier", set);
  return readdirSync(folder).flatMap((name) => titlesIn(join(folder, name)));
};

/** What the classifier answers to titles, beside what a reader says. */
export const answersTo = (titles: readonly LabelledTitle[], lexicon: Lexicon): readonly Answer[] =>
  titles.map(({ title, language, sector }) => ({
    label: sector,
    code: classify({ title: { [language]: title } }, lexicon).code,
  }));
