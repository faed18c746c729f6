import type { Language, LocalText } from "../../domain/tender.ts";
import type { InputError } from "../input-error.ts";
import type { XmlNode } from "./xml-node.ts";

/** The languages of the format by their codes in a notice (ISO 639-3). */
export const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ["ARA", "ar"],
  ["FRA", "fr"],
  ["ENG", "en"],
]);

/** Where a text of a notice goes: the language it is in when it does not say so, and where what is left out is told. */
export interface Words {
  readonly language: string;
  readonly notes: InputError[];
}

const cut = (node: XmlNode, text: string, longest: number, notes: InputError[]): string => {
  if (text.length > longest) notes.push(node.note("TOO_LONG", `is cut after ${longest} characters`));
  return text.slice(0, longest);
};

/** A text in our languages; a notice in none of them keeps its first text beside English. The others are told. */
export const wordsAt = (
  nodes: readonly XmlNode[],
  { language: spoken, notes }: Words,
  longest: number,
): LocalText | undefined => {
  const said = nodes.flatMap((node) => {
    const text = node.text();
    return text === undefined ? [] : [{ node, text, code: node.attribute("languageID") ?? spoken }];
  });
  const isOurs = said.some(({ code }) => LANGUAGES.has(code));
  const words: Partial<Record<Language, string>> = {};
  for (const { node, text, code } of said) {
    const language = isOurs ? LANGUAGES.get(code) : "en";
    if (language !== undefined && words[language] === undefined)
      words[language] = cut(node, text, longest, notes);
    else
      notes.push(
        node.note(
          "LANGUAGE",
          `is also there in "${code.slice(0, 20)}"; the format keeps one text each in ar, fr, en`,
        ),
      );
  }
  return said.length === 0 ? undefined : words;
};
