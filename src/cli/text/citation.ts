import type { LegalBasis } from "../../domain/finding.ts";
import type { Rulebook } from "../../domain/rulebook.ts";
import type { Language } from "../../domain/tender.ts";
import { type CliWords, fill } from "./cli-words.ts";

/** A text and its article as they are cited, with the grade of the source: `Décret 2-22-431, art. 23 [S]`. */
export const citation = (
  { text, article, grade }: Pick<LegalBasis, "text" | "article" | "grade">,
  { texts }: Pick<Rulebook, "texts">,
  words: CliWords,
  language: Language,
): string => {
  const short = texts.find(({ id }) => id === text)?.short[language] ?? text;
  const at = article === undefined ? "" : `${words["comma"]}${fill(words["article"] ?? "", { article })}`;
  return `${short}${at} [${grade}]`;
};
