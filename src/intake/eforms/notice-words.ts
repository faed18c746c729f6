import type { Language, LocalText } from "../../domain/tender.ts";
import type { XmlNode } from "./xml-node.ts";

const LANGUAGES: Readonly<Record<string, Language>> = { ARA: "ar", FRA: "fr", ENG: "en" };

/** A text in our languages; a notice in none of them keeps its first text beside English. */
export const wordsAt = (
  nodes: readonly XmlNode[],
  noticeLanguage: string,
  longest: number,
): LocalText | undefined => {
  const words: Partial<Record<Language, string>> = {};
  let other: string | undefined;
  for (const node of nodes) {
    const text = node.text()?.slice(0, longest);
    const language = LANGUAGES[node.attribute("languageID") ?? noticeLanguage];
    if (text === undefined) continue;
    if (language === undefined) other ??= text;
    else words[language] ??= text;
  }
  if (Object.keys(words).length > 0) return words;
  return other === undefined ? undefined : { en: other };
};
