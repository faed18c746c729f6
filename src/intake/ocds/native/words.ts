import type { Language, LocalText } from "../../../domain/tender.ts";
import type { Fields } from "./fields.ts";

const LANGUAGES: readonly Language[] = ["fr", "ar", "en"];
const ARABIC = /\p{Script=Arabic}/u;

/** The language of the unmarked texts; null when the publisher names none. */
export type Spoken = Language | null;

/** The first part of a language tag, when it is one of ours; any other language is kept beside English. */
export const spokenLanguage = (tag: string | undefined): Spoken => {
  if (tag === undefined) return null;
  const [language] = tag.toLowerCase().split("-");
  return LANGUAGES.find((each) => each === language) ?? "en";
};

/** The standard reads an unnamed language as English; Arabic letters say otherwise. */
const languageOf = (text: string, spoken: Spoken): Language => spoken ?? (ARABIC.test(text) ? "ar" : "en");

/** A text in the languages of the format: the unmarked one, and those marked `_ar`, `_fr`, `_en`. */
export const wordsIn = (
  fields: Fields,
  key: string,
  spoken: Spoken,
  longest: number,
): LocalText | undefined => {
  const words: Partial<Record<Language, string>> = {};
  const plain = fields.text(key, longest);
  if (plain !== undefined && plain !== "") words[languageOf(plain, spoken)] = plain;
  for (const language of LANGUAGES) {
    const text = fields.text(`${key}_${language}`, longest);
    if (text !== undefined && text !== "") words[language] = text;
  }
  return Object.keys(words).length === 0 ? undefined : words;
};
