import { SECTORS } from "../code-lists.ts";
import { DomainError } from "../errors.ts";
import type { Family, Sector } from "../tender.ts";

/** Words and phrases by language, as a lawyer writes them. */
export type WordsByLanguage = Readonly<Record<string, readonly string[]>>;

/** What a false friend says once it is seen: that the object is of no sector, or nothing at all. */
export type Says = "other" | "nothing";

/** What is done to a thing, or the goods that are bought instead of it. `acts.json` says what each does. */
export type Act = "build" | "works" | "goods" | "buy" | "hire" | "run" | "organise";

/**
 * A word that belongs to a sector by its look only, when a word of `after` or `before` stands near it. A
 * complement of `unlessOf` clears it ("restauration des ouvriers du chantier"); of any other complement
 * ("restauration du donjon") it says `otherwise`, and of an unknown word beside it ("restauration Tamnougalt")
 * as well, unless a word of `unlessAfter` stands before ("prestations de restauration Tamnougalt").
 */
export interface FalseFriend {
  readonly words: WordsByLanguage;
  readonly says: Says;
  readonly after?: WordsByLanguage;
  /** How many words after it are looked at: 4 unless it says fewer. */
  readonly reach?: number;
  readonly before?: WordsByLanguage;
  /** What it is for, behind a word of purpose: tents "pour le chantier" are for no feast. */
  readonly serving?: WordsByLanguage;
  readonly unlessOf?: WordsByLanguage;
  readonly otherwise?: Says;
  readonly unlessAfter?: WordsByLanguage;
}

/** One file of `rulebook/lexicon`. */
export type LexiconFile =
  | {
      readonly kind: "sector";
      readonly id: Sector;
      readonly strong: WordsByLanguage;
      readonly things: WordsByLanguage;
      readonly fixtures: WordsByLanguage;
      readonly places: WordsByLanguage;
      readonly weak: WordsByLanguage;
      readonly neutral: WordsByLanguage;
      readonly falseFriends: readonly FalseFriend[];
    }
  | { readonly kind: "acts"; readonly id: string; readonly acts: Readonly<Record<Act, WordsByLanguage>> }
  | {
      readonly kind: "families";
      readonly id: string;
      readonly families: Readonly<Record<Family, WordsByLanguage>>;
    }
  | {
      readonly kind: "studies";
      readonly id: string;
      readonly words: WordsByLanguage;
      readonly neutral: WordsByLanguage;
    }
  | {
      readonly kind: "grammar";
      readonly id: string;
      readonly at: WordsByLanguage;
      readonly of: WordsByLanguage;
      readonly and: WordsByLanguage;
      readonly anew: WordsByLanguage;
      readonly empty: WordsByLanguage;
      readonly light: WordsByLanguage;
      readonly purpose: WordsByLanguage;
    };

type Fields = Readonly<Record<string, unknown>>;

const ACTS: Readonly<Record<Act, true>> = {
  build: true,
  works: true,
  goods: true,
  buy: true,
  hire: true,
  run: true,
  organise: true,
};
const FAMILIES: Readonly<Record<Family, true>> = {
  catering: true,
  tents: true,
  sound: true,
  lighting: true,
  stage: true,
  furniture: true,
  gifts: true,
  printing: true,
  transport: true,
  accommodation: true,
  entertainment: true,
  guarding: true,
  cleaning: true,
  greenSpaces: true,
  training: true,
  other: true,
};

/** An error that names the file of the lexicon and the place in it. */
export const invalidLexicon = (id: string, problem: string): DomainError =>
  new DomainError("RULEBOOK_INVALID", { file: `lexicon/${id}.json`, problem });

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isWords = (value: unknown): value is WordsByLanguage =>
  isFields(value) &&
  Object.values(value).every((list) => Array.isArray(list) && list.every((word) => typeof word === "string"));
const isSays = (value: unknown): value is Says => value === "other" || value === "nothing";
const isFalseFriend = (value: unknown): value is FalseFriend =>
  isFields(value) &&
  isSays(value["says"]) &&
  (value["otherwise"] === undefined || isSays(value["otherwise"])) &&
  typeof (value["reach"] ?? 0) === "number" &&
  isWords(value["words"]) &&
  ["after", "before", "serving", "unlessOf", "unlessAfter"].every((field) => isWords(value[field] ?? {}));
const isWordsOf =
  (names: Readonly<Record<string, true>>) =>
  (value: unknown): boolean =>
    isFields(value) &&
    Object.entries(value).every(([name, words]) => Object.hasOwn(names, name) && isWords(words));

/** What each kind of file must hold. */
const SHAPES: Readonly<Record<LexiconFile["kind"], Readonly<Record<string, (value: unknown) => boolean>>>> = {
  sector: {
    id: (value) => typeof value === "string" && SECTORS.some((sector) => sector === value),
    strong: isWords,
    things: isWords,
    fixtures: isWords,
    places: isWords,
    weak: isWords,
    neutral: isWords,
    falseFriends: (value) => Array.isArray(value) && value.every(isFalseFriend),
  },
  acts: { acts: isWordsOf(ACTS) },
  families: { families: isWordsOf(FAMILIES) },
  studies: { words: isWords, neutral: isWords },
  grammar: {
    at: isWords,
    of: isWords,
    and: isWords,
    anew: isWords,
    empty: isWords,
    light: isWords,
    purpose: isWords,
  },
};

const isKind = (kind: unknown): kind is LexiconFile["kind"] =>
  typeof kind === "string" && Object.hasOwn(SHAPES, kind);

/**
 * Reads one file of the lexicon, already parsed from JSON.
 * @throws DomainError RULEBOOK_INVALID naming the file and the field.
 */
export const readLexiconFile = (file: unknown): LexiconFile => {
  if (!isFields(file) || typeof file["id"] !== "string") throw invalidLexicon("?", "id is missing");
  const { kind, id } = file as { kind: unknown; id: string };
  if (!isKind(kind)) throw invalidLexicon(id, "kind is not known");
  const wrong = Object.entries(SHAPES[kind]).find(([field, isRight]) => !isRight(file[field]));
  if (wrong !== undefined) throw invalidLexicon(id, `${wrong[0]} is not as expected`);
  return file as LexiconFile;
};
