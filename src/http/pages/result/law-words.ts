import { isolateReferences } from "../../../domain/format.ts";
import type { LegalBasis } from "../../../domain/finding.ts";
import type { Rulebook } from "../../../domain/rulebook.ts";
import type { Language } from "../../../domain/tender.ts";
import type { PageWords } from "../../service.ts";
import { fill } from "../fill.ts";

/** `décret 2-22-431 · art. 28`, with the source's grade when asked for. */
export const basisWords = (
  { text, article, grade }: LegalBasis,
  rulebook: Rulebook,
  language: Language,
  words: PageWords,
  isGraded: boolean,
): string => {
  const short = rulebook.texts.find(({ id }) => id === text)?.short[language] ?? text;
  const at = article === undefined ? [] : [fill(words["article"], { article })];
  const source = isGraded ? [rulebook.common.grades[grade]?.[language] ?? grade] : [];
  return isolateReferences([short, ...at, ...source].join(" · "), language);
};
